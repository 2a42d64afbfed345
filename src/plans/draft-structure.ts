import { withoutListMark } from '../domain/plan/list-mark.js';
import type { OwnColumn } from '../domain/plan/own-columns.js';
import type { Doubt, Span } from '../domain/plan/reading.js';
import { Refusal } from '../shared/errors.js';
import { measureKey, type DraftMeasure, type DraftReading } from './draft.js';
import { divisionDoubts, doubtsKept, joinedDivision } from './joined-division.js';
import { sourceOffset } from './draft-spans.js';

/** Cuts a measure in two; both keep the note. Refusal: split_outside, when the place is not inside the text. */
export function splitMeasure(
  draft: DraftReading,
  measure: DraftMeasure,
  { at, newKey, title }: { at: number; newKey: string; title: string },
): DraftReading {
  const [before, after] = [measure.text.slice(0, at).trim(), measure.text.slice(at).trim()];
  if (before === '' || after === '') {
    throw new Refusal('split_outside', '拆分的位置不在这条举措的文字之内。', {
      place: `${measure.no} ${measure.title}`,
      cure: '请选择一句话作为后一条的开头。',
    });
  }
  const where = sourceOffset(draft.text, measure.span, measure.text, at);
  const [first, second] = halves(measure, before.replace(/[，,、]$/, '。'), after, where);
  const heading = [...measure.heading.slice(0, -1), title];
  const added = { ...second, key: newKey, title, heading, no: numberAfter(draft, measure.no) };
  return { ...draft, measures: draft.measures.flatMap((one) => (one === measure ? [first, added] : [one])) };
}

function halves(measure: DraftMeasure, before: string, after: string, where: number | null) {
  const belongs = (raw: string, span: Span | undefined): boolean =>
    where !== null && span ? span[0] >= where : after.includes(raw) && !before.includes(raw);
  const asked = (own: string, other: string): Pick<DraftMeasure, 'doubts' | 'doubtful'> => {
    const doubts = measure.doubts.filter((doubt) => isOnUnits(doubt, measure) || !speaksOf(doubt, other, own));
    return { doubts, doubtful: doubts.length > 0 };
  };
  const cut = (keep: boolean): Partial<DraftMeasure> => ({
    targets: measure.targets.filter((one) => belongs(one.raw, one.span) !== keep),
    conditions: measure.conditions.filter((one) => belongs(one.raw, one.span) !== keep),
  });
  const day = measure.deadline;
  const dated = (keep: boolean) =>
    day && belongs(day.raw, day.span) !== keep ? { deadline: day } : { deadline: null };
  const ends = (text: string) => ({ text, opens: text.slice(0, 12), ends: text.slice(-12) });
  const [start, end] = measure.span;
  const first: DraftMeasure = {
    ...measure,
    ...cut(true),
    ...asked(before, after),
    ...dated(true),
    ...ends(before),
    span: [start, where ?? end],
  };
  const second: DraftMeasure = {
    ...measure,
    ...cut(false),
    ...asked(after, before),
    ...dated(false),
    ...ends(after),
    span: [where ?? start, end],
  };
  return [first, second] as const;
}

const UNIT_FIELDS = new Set(['lead', 'responsible', 'supporting', 'division', 'groups']);

/** A doubt about who does it: of both halves, which keep the note. */
function isOnUnits({ field = '', span }: Doubt, { noteSpan: [start, end] }: DraftMeasure): boolean {
  return UNIT_FIELDS.has(field) || (span !== undefined && span[0] >= start && span[1] <= end);
}

/** The words that a doubt quotes stand in one text and not in the other. */
function speaksOf({ reason }: Doubt, text: string, other: string): boolean {
  const quoted = [...reason.matchAll(/“([^”]+)”/g)].map(([, words = '']) => words);
  const only = (here: string, there: string) => quoted.some((words) => here.includes(words) && !there.includes(words));
  return only(text, other) && !only(other, text);
}

/** 3 → 3之二, 3之三: what was split off, apart from every printed number. */
function numberAfter(draft: DraftReading, no: string): string {
  const stem = no.replace(/之[二三四五六七八九十]+$/, '');
  const used = draft.measures.filter((one) => one.no.startsWith(`${stem}之`)).length;
  return `${stem}之${'二三四五六七八九十'[used] ?? used + 2}`;
}

/** Joins a measure with the one after it. Where the two notes differ, the joint reading is doubtful and says why. */
export function mergeMeasures(draft: DraftReading, first: DraftMeasure, next: DraftMeasure): DraftReading {
  const at = draft.measures.indexOf(first);
  if (draft.measures[at + 1] !== next) {
    throw new Refusal('not_neighbours', '只能与紧接着的下一条合并。', { place: `${first.no} ${first.title}` });
  }
  const joined = joinedMeasure(first, next);
  return {
    ...draft,
    measures: draft.measures.flatMap((one) => (one === first ? [joined] : one === next ? [] : [one])),
  };
}

function joinedMeasure(first: DraftMeasure, next: DraftMeasure): DraftMeasure {
  const doubts = [...doubtsKept(first, next), ...differences(first, next)];
  const groups = next.groups.filter((two) => !first.groups.some((one) => one.surface === two.surface));
  return {
    ...first,
    ...joinedDivision(first, next),
    ...{ text: `${first.text}\n${next.text}`, ends: next.ends, due: first.due ?? next.due, doubts },
    ...joinedDeadline(first, next),
    note: joinedNotes(first.note, next.note),
    ...(first.own || next.own ? { own: joinedColumns([...(first.own ?? []), ...(next.own ?? [])]) } : {}),
    targets: [...first.targets, ...next.targets],
    conditions: [...first.conditions, ...next.conditions],
    groups: [...first.groups, ...groups],
    openGroups: [...first.openGroups, ...groups.map(({ surface, role }) => ({ surface, role }))],
    open: [...new Set([...first.open, ...next.open])],
    span: [Math.min(first.span[0], next.span[0]), Math.max(first.span[1], next.span[1])],
    otherNotes: [...(first.otherNotes ?? []), next.noteSpan, ...(next.otherNotes ?? [])],
    doubtful: doubts.length > 0,
    accepted: doubts.length === 0 && first.accepted && next.accepted,
  };
}

/** Both notes, told apart; one that both share, or that one of them lacks, once. */
function joinedNotes(first: string, next: string): string {
  if (first === next || next === '') return first;
  const isClosed = first === '' || /[。；;）)\]】]$/.test(first);
  return isClosed ? `${first}${next}` : `${first}；${next}`;
}

/** What both rows hold in a column stands once. */
const joinedColumns = (own: readonly OwnColumn[]): OwnColumn[] =>
  own.filter(({ column, text }, at) => own.findIndex((one) => one.column === column && one.text === text) === at);

/** Of two proposed days the later one, in doubt; it stays to be decided unless both were decided. */
function joinedDeadline(first: DraftMeasure, next: DraftMeasure): Pick<DraftMeasure, 'deadline' | 'withoutDue'> {
  const days = [first.deadline, next.deadline].filter((one) => one !== null && one !== undefined);
  const [latest = null, other] = days.sort((a, b) => b.day.localeCompare(a.day));
  const withoutDue = days.length > 0 && [first, next].every((one) => !one.deadline || one.withoutDue === true);
  if (!latest || !other || latest.day === other.day) return { deadline: latest, withoutDue };
  const doubt = `合并的两条印有不同日期（“${other.raw}”、“${latest.raw}”），建议取较晚的一个，请核对`;
  return { deadline: { ...latest, doubt }, withoutDue };
}

function differences(first: DraftMeasure, next: DraftMeasure): Doubt[] {
  const doubts: Doubt[] = divisionDoubts(first, next);
  if (first.due && next.due && first.due !== next.due)
    doubts.push({
      code: 'merged_due',
      reason: `合并的两条时限不同（${first.due}、${next.due}），请核对`,
      field: 'due',
    });
  return doubts;
}

/** Puts a measure in after another one; null: before all. */
export function addMeasure(draft: DraftReading, after: string | null, measure: DraftMeasure): DraftReading {
  const at = draft.measures.findIndex((one) => one.key === after) + 1;
  return { ...draft, measures: [...draft.measures.slice(0, at), measure, ...draft.measures.slice(at)] };
}

/** Takes a measure out of the draft. Refusal: last_measure, since a plan without measures cannot be issued. */
export function removeMeasure(draft: DraftReading, measure: DraftMeasure): DraftReading {
  if (draft.measures.length === 1) {
    throw new Refusal('last_measure', '草稿中只剩这一条举措，不能移出。', {
      place: `${measure.no} ${measure.title}`,
      cure: '请先补录其他举措，或弃用这份草稿。',
    });
  }
  return { ...draft, measures: draft.measures.filter((one) => one !== measure) };
}

/** A key that no measure has had: `taken` lists all keys of the draft and of its history. */
export function freshKey(taken: Iterable<string>): string {
  const numbers = [...taken].map((key) => Number(key.slice(1))).filter(Number.isFinite);
  return measureKey(Math.max(0, ...numbers) + 1);
}

/** A place where a text may be split: offset and words of what begins there; `within` a sentence, at a comma. */
export interface SplitPlace {
  at: number;
  words: string;
  within: boolean;
}

const STOP = /[。；！？;\n，,]+\s*/g;
const QUOTED = /（[^）]*）|\([^)]*\)|“[^”]*”|《[^》]*》/g;

/** Where a text may be split, in its order: at every sentence but the first, and at commas outside brackets and quotes. */
export function splitPlaces(text: string): SplitPlace[] {
  const open = text.replace(QUOTED, (quoted) => '□'.repeat(quoted.length));
  const stops = [...open.matchAll(STOP)].map((match) => ({
    at: match.index + match[0].length,
    within: /^[，,]/.test(match[0]),
  }));
  return stops
    .map(({ at, within }, index) => ({ at, within, words: text.slice(at, stops[index + 1]?.at).trim() }))
    .filter(({ at, words }) => at < text.length && words !== '');
}

const TITLE_LENGTH = 40;

/** The title proposed for what was split off: its first words, without the mark of a list (二是). */
export const firstWords = (text: string): string =>
  withoutListMark(text.trim())
    .split(/[，。；！？,;\n]/)[0]!
    .slice(0, TITLE_LENGTH);
