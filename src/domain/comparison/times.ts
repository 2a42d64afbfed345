import type { ConditionReading } from '../plan/reading.js';
import { dayOf, type DueSaid } from './due-days.js';
import { partsOf } from './softened.js';
import { bigrams, likeness } from './terms.js';
import { dayToward, type YearShift } from './years.js';

/** What a clause says of days and times. */
export interface TimesSaid extends DueSaid {
  text?: string;
  conditions?: readonly ConditionReading[];
}

/** A time of the superior's that ours keeps later or does not name; `ours` null where it names none. */
export interface LaterTime {
  theirs: string;
  ours: string | null;
  certain: boolean;
}

/** Something that is to be done by a day, or in a time of the year (5月, 第四季度). */
interface Timed {
  /** 6月底前完成摸排. */
  words: string;
  /** 完成摸排. */
  work: string;
  day: string;
  isWindow: boolean;
}

const SAME_WORK = 0.6;
/** A part of a sentence that says less is told with the one before it: 组织体检，10月31日前完成. */
const LEAST = 4;

function timedIn({ text = '', conditions = [] }: TimesSaid): Timed[] {
  const parts = partsOf(text);
  return conditions.flatMap(({ kind, raw, by, end }): Timed[] => {
    const day = kind === 'deadline' ? by : kind === 'window' ? end : null;
    const at = day ? parts.findIndex((part) => part.includes(raw)) : -1;
    if (!day || at < 0) return [];
    const rest = parts[at]!.replace(raw, '');
    const isShort = rest.length < LEAST && at > 0;
    const [words, work] = isShort ? [`${parts[at - 1]}，${parts[at]}`, `${parts[at - 1]}${rest}`] : [parts[at]!, rest];
    return [{ words, work, day, isWindow: kind === 'window' }];
  });
}

/**
 * Days and times of the superior's clause beside its 完成时限, that ours has later for the same work, or not at all. A time
 * of the year is only missed where ours speaks of the work.
 */
export function laterTimes(theirs: TimesSaid, ours: TimesSaid, years: YearShift | null): LaterTime[] {
  const [due, ownDue] = [dayOf(theirs), dayOf(ours)];
  const own = timedIn(ours);
  return timedIn(theirs).flatMap((one): LaterTime[] => {
    if (one.day === due || isKept(one.day, ownDue, years)) return [];
    const rated = own.map((other) => ({ other, alike: likeness(one.work, other.work) }));
    const best = rated.filter(({ alike }) => alike >= SAME_WORK).sort((a, b) => b.alike - a.alike)[0]?.other;
    const certain = !one.isWindow && best?.isWindow === false;
    if (best) return isKept(one.day, best.day, years) ? [] : [{ theirs: one.words, ours: best.words, certain }];
    if (own.some(({ day }) => isKept(one.day, day, years)) || (one.isWindow && !speaksOf(one.work, ours.text ?? '')))
      return [];
    return [{ theirs: one.words, ours: null, certain: false }];
  });
}

const isKept = (asked: string, day: string | null, years: YearShift | null): boolean =>
  day !== null && day <= (dayToward(years, asked, day) ?? asked);

/** A part of the text names most of the work. */
export function speaksOf(work: string, text: string): boolean {
  const named = [...bigrams(work).keys()];
  return partsOf(text).some((part) => {
    const there = bigrams(part);
    return named.length > 0 && named.filter((term) => there.has(term)).length >= named.length * SAME_WORK;
  });
}

/** Times of the year that a clause without 完成时限 names, as printed. */
export const windowsSaid = ({ conditions = [] }: TimesSaid): string[] =>
  conditions.filter(({ kind, end }) => kind === 'window' && end).map(({ raw }) => raw);
