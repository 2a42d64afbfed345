import { conditionLine } from '../domain/plan/condition-words.js';
import type { ConditionReading, DeadlineReading, Doubt, Span, TargetReading } from '../domain/plan/reading.js';
import { applyChanges, measureOf, type FieldChange } from './draft-changes.js';
import { openDeadline, takenAsPrinted } from './draft-deadlines.js';
import type { DraftMeasure, DraftReading } from './draft.js';
import { itemWords } from './draft-words.js';
import { countedOnce } from './text-doubled.js';
import { figuresOf, type TextFigures } from './text-figures.js';
import { planStart, type PlanStart } from './years.js';

/** The changes of a form with what follows from a new text, and that in words; '' where nothing does. */
export interface TextFollowed {
  changes: FieldChange[];
  words: string;
}

interface Printed {
  raw: string;
  span?: Span;
}

/**
 * What the new text of a measure says is read anew: figures, conditions and the day of the text take the place of what
 * was read from the former words; what a person set by hand, and what came from the note or a table's column, stays.
 * `imported` is the measure as it was read first, if it was.
 */
export function textFollowed(
  draft: DraftReading,
  key: string,
  asked: FieldChange[],
  imported: DraftMeasure | undefined,
): TextFollowed {
  if (!asked.some(({ field }) => field === 'text')) return { changes: asked, words: '' };
  const was = measureOf(draft, key);
  const typed = measureOf(applyChanges(draft, asked), key);
  const both = { old: figuresOf(draft, was), now: figuresOf(draft, typed), text: `${was.title}\n${was.text}` };
  const targets = followed(typed.targets, was, imported?.targets ?? [], { ...both, of: ({ targets: all }) => all });
  const conditions = followed(typed.conditions, was, imported?.conditions ?? [], {
    ...both,
    of: ({ conditions: all }) => all,
  });
  const read = [...(imported?.targets ?? []), ...both.old.targets];
  const counted = countedOnce({ ...targets, byHand: targets.kept, read });
  const next: Partial<DraftMeasure> = {
    ...{ targets: counted.items, conditions: conditions.items },
    ...dayFollowed(typed, both, planStart(draft)),
    ...doubtsFollowed(typed, both, counted.doubts),
  };
  const follow = Object.entries(next)
    .filter(([field, value]) => !isSame(value, was[field as keyof DraftMeasure]))
    .map(([field, value]) => ({ key, field, value }));
  const others = asked.filter(({ field }) => !(field in next));
  return { changes: [...others, ...follow], words: wordsOf(typed, next, [...targets.kept, ...conditions.kept]) };
}

interface Readings<T> extends Both {
  of(figures: TextFigures): readonly T[];
}

interface Both {
  old: TextFigures;
  now: TextFigures;
  /** The former title and text. */
  text: string;
}

/** The items after the change; those of them that a person had set by hand, and those that the new text brings. */
function followed<T extends Printed>(
  typed: readonly T[],
  was: DraftMeasure,
  imported: readonly T[],
  { old, now, text, of }: Readings<T>,
): { items: T[]; kept: T[]; come: T[] } {
  const read = [...imported, ...of(old)];
  const isByHand = (one: T): boolean => !read.some((other) => isSame(placeless(other), placeless(one)));
  const isFromText = (one: T): boolean => text.includes(one.raw) && !was.note.includes(one.raw);
  const stays = typed.filter((one) => isByHand(one) || !isFromText(one));
  const wasTakenOut = (one: T): boolean =>
    of(old).some(({ raw }) => raw === one.raw) && !typed.some(({ raw }) => raw === one.raw);
  const added = of(now).filter((one) => !wasTakenOut(one) && !stays.some(({ raw }) => raw === one.raw));
  const isAsBefore = (one: T): boolean => of(old).some((other) => isSame(placeless(other), placeless(one)));
  const standing = (one: T): T => (isAsBefore(one) && typed.find(({ raw }) => raw === one.raw)) || one;
  const items = new Set([...stays, ...added.map(standing)]);
  const [left, come] = [typed.filter((one) => items.delete(one)), [...items]];
  return { items: [...left, ...come], kept: stays.filter(isByHand), come };
}

const placeless = <T extends Printed>({ span: _span, ...rest }: T): Omit<T, 'span'> => rest;
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** A day taken from the former text goes with it; one that a person set, or that the note prints, stays. */
function dayFollowed(typed: DraftMeasure, { old, now, text }: Both, start: PlanStart | null): Partial<DraftMeasure> {
  const { deadline = null, due } = typed;
  const isOfNote = deadline !== null && !text.includes(deadline.raw);
  if (isOfNote || isSame(dayOf(old.deadline), dayOf(now.deadline))) return {};
  if (due === null) return { deadline: now.deadline, withoutDue: false };
  if (due !== deadline?.day) return { deadline: now.deadline };
  const taken = takenAsPrinted(now.deadline, start);
  const track = taken === null ? ('standing' as const) : ('deliverable' as const);
  return { deadline: now.deadline, due: taken, track, withoutDue: false };
}

const dayOf = (one: DeadlineReading | null) => one && { day: one.day, raw: one.raw, doubt: one.doubt };

/** Doubts on words that are gone go; what the new text leaves unread is asked. */
function doubtsFollowed(typed: DraftMeasure, { old, now, text }: Both, more: Doubt[]): Partial<DraftMeasure> {
  const words = `${typed.title}\n${typed.text}`;
  const isGone = (quoted: string): boolean => text.includes(quoted) && !words.includes(quoted);
  const speaks = ({ field = '', reason }: Doubt): boolean =>
    OF_THE_TEXT.has(field) && [...reason.matchAll(/“([^”]+)”/g)].some(([, quoted = '']) => isGone(quoted));
  const among = (doubts: readonly Doubt[], one: Doubt): boolean => doubts.some(({ reason }) => reason === one.reason);
  const left = typed.doubts.filter((one) => !speaks(one) && (!among(old.doubts, one) || among(now.doubts, one)));
  const asked = [...now.doubts, ...more].filter((one) => !among(old.doubts, one) && !among(left, one));
  return { doubts: [...left, ...asked], ...(asked.length > 0 ? { accepted: false } : {}) };
}

const OF_THE_TEXT = new Set(['targets', 'conditions', 'due', 'deadline']);

function wordsOf(typed: DraftMeasure, next: Partial<DraftMeasure>, kept: (TargetReading | ConditionReading)[]): string {
  const { targets = [], conditions = [] } = next;
  const read = [
    ...listWords('指标', typed.targets, targets, (one) => itemWords('targets', one)),
    ...listWords('要求', typed.conditions, conditions, conditionLine),
    ...dayWords(typed, next),
  ];
  const stay = kept.map(({ raw }) => `“${raw}”`).join('、');
  return [
    read.length > 0 ? `已按新的内容重新识读：${read.join('；')}。` : '按新的内容重新识读，指标、要求和时限没有变化。',
    stay && `您手工填写的${stay}没有改动，请核对是否仍与内容相符。`,
  ].join('');
}

function listWords<T>(label: string, before: readonly T[], after: readonly T[], words: (one: T) => string): string[] {
  const [was, is] = [before.map(words), after.map(words)];
  const [gone, come] = [was.filter((one) => !is.includes(one)), is.filter((one) => !was.includes(one))];
  const say = [come.length > 0 && `读出“${come.join('”“')}”`, gone.length > 0 && `去掉“${gone.join('”“')}”`];
  const told = say.filter(Boolean).join('，');
  return told ? [`${label}${told}`] : [];
}

function dayWords(typed: DraftMeasure, next: Partial<DraftMeasure>): string[] {
  if (!('deadline' in next)) return [];
  const after = { ...typed, ...next };
  if (after.due !== typed.due) return [`完成时限由 ${typed.due} 改为${after.due ? ` ${after.due}` : '不设'}`];
  const open = openDeadline(after);
  return [open ? `正文印有“${open.raw}”，建议完成时限 ${open.day}，待您定` : '正文不再印有原来建议的日期'];
}
