import type { MatterChoice } from '../domain/figures/asked.js';
import type { PlanLevel } from '../domain/plan/reading.js';
import type { AddChange, DraftChange } from './draft-changes.js';
import type { ClauseChoice } from './draft-clauses.js';
import type { SourceNoteChoice } from './draft-source-notes.js';
import type { StrangeDayChoice } from './draft-strange-days.js';
import type { Division, GroupChoice } from './draft.js';
import { PART_WORDS, unitRows } from './draft-parts.js';
import {
  changeWords,
  choiceWords,
  chosenLead,
  fieldLabel,
  itemWords,
  MODES,
  valueWords,
  type ChangeLine,
} from './draft-words.js';

/** A recorded change of a plan of this level in the office's words: a line for each thing that it changed, and nothing of what it left. */
export function changeLines(change: DraftChange, level: PlanLevel | null = null): ChangeLine[] {
  if (change.op === 'add') return [addLine(change)];
  if (change.op !== undefined) return [changeWords(change)];
  const { field, before, value } = change;
  if (field === 'groups') return groupLines((before ?? []) as GroupChoice[], value as GroupChoice[], level);
  if (field === 'clauses') return addedLines(before, value as ClauseChoice[], '不分办', ({ words }) => words);
  if (field === 'strangeDays' || field === 'sourceNotes') {
    return addedLines(
      before,
      value as (StrangeDayChoice | SourceNoteChoice)[],
      fieldLabel(field),
      ({ words }) => words,
    );
  }
  if (field === 'matters') {
    return addedLines(before, value as MatterChoice[], '同一事项', (one) => itemWords('matters', one));
  }
  if (BY_DAYS.has(field) && onlyDays(before, value)) return dayLines(field, before as Dated[], value as Dated[]);
  const lines = field === 'division' && before ? divisionLines(before as Division, value as Division) : [];
  return lines.length > 0 ? lines : [changeWords(change)];
}

const BY_DAYS = new Set(['targets', 'goals', 'conditions']);

interface Dated {
  raw: string;
  by?: string | null;
}

/** Whether two lists hold the same words and differ in their days alone. */
function onlyDays(before: unknown, now: unknown): boolean {
  const words = (list: unknown): string => ((list ?? []) as Dated[]).map(({ raw }) => raw).join('\n');
  const days = (list: unknown): string => ((list ?? []) as Dated[]).map(({ by }) => by ?? '').join();
  return words(before) === words(now) && days(before) !== days(now);
}

/** The days that figures are wanted by, where they changed. */
function dayLines(field: string, before: Dated[], now: Dated[]): ChangeLine[] {
  return now.flatMap(({ raw, by }, at) => {
    const was = before[at]?.by ?? null;
    const is = by ?? null;
    return was === is ? [] : [{ what: `${fieldLabel(field)}“${raw}”期限`, before: was ?? '未填', after: is ?? '未填' }];
  });
}

/** A measure or clause that was entered is told with its units. */
function addLine({ measure }: AddChange): ChangeLine {
  const parts = rolesOf(measure).map(({ name, role }) => `${name}（${role}）`);
  const groups = measure.groups.map(({ surface }) => surface);
  return { what: measure.fromClause ? '补录单位' : '补录举措', before: null, after: [...parts, ...groups].join('、') };
}

/** Only the groups whose choice changed, each by the words printed. */
function groupLines(before: GroupChoice[], now: GroupChoice[], level: PlanLevel | null): ChangeLine[] {
  return now.flatMap(({ surface, choice }, at) => {
    const was = before[at]?.choice ?? 'undecided';
    return was === choice
      ? []
      : [{ what: `“${surface}”`, before: choiceWords(was, level), after: choiceWords(choice, level) }];
  });
}

/** What was said beside what had been said before. */
function addedLines<T>(before: unknown, now: T[], what: string, words: (one: T) => string): ChangeLine[] {
  const had = new Set(((before ?? []) as T[]).map((one) => JSON.stringify(one)));
  const added = now.filter((one) => !had.has(JSON.stringify(one)));
  return added.map((one) => ({ what, before: null, after: words(one) }));
}

interface Part {
  name: string;
  surface: string;
  role: string;
}

/** The units of a division, each with the part that it plays. */
const rolesOf = (division: Division): Part[] =>
  unitRows(division).map(({ role, ...unit }) => ({ ...unit, role: PART_WORDS[role] }));

/** Who came, who went, whose part or name changed, how the work is divided, on what a lead rests that is not printed. */
function divisionLines(before: Division, now: Division): ChangeLine[] {
  const [had, has] = [rolesOf(before), rolesOf(now)];
  const were = formerOf(had, has);
  const came = has.filter((one) => !were.has(one));
  const stayed = new Set(were.values());
  const went = had.filter((one) => !stayed.has(one));
  const line = (what: string, { name, role }: Part): ChangeLine => ({
    what,
    before: null,
    after: `${name}（${role}）`,
  });
  return [
    ...(before.mode === now.mode ? [] : [{ what: '分工方式', before: MODES[before.mode], after: MODES[now.mode] }]),
    ...came.map((one) => line('增加单位', one)),
    ...went.map((one) => line('移出单位', one)),
    ...has.flatMap((one) => partLines(were.get(one), one)),
    ...groundLines(before, now),
  ];
}

/** What each unit was before: that of its name, else one of its printed name that is there no more. */
function formerOf(had: readonly Part[], has: readonly Part[]): Map<Part, Part> {
  const named = (one: Part, others: readonly Part[]) => others.find(({ name }) => name === one.name);
  const left = had.filter((one) => !named(one, has));
  const pairs = has.flatMap((one): [Part, Part][] => {
    const at = left.findIndex(({ surface }) => surface !== '' && surface === one.surface);
    const was = named(one, had) ?? (at < 0 ? undefined : left.splice(at, 1)[0]);
    return was ? [[one, was]] : [];
  });
  return new Map(pairs);
}

function partLines(before: Part | undefined, now: Part): ChangeLine[] {
  if (!before) return [];
  return [
    ...(before.name === now.name ? [] : [{ what: '单位', before: before.name, after: now.name }]),
    ...(before.role === now.role ? [] : [{ what: now.name, before: before.role, after: now.role }]),
  ];
}

/** On what a lead rests that the reading did not have: chosen by the office, or printed after all. */
function groundLines(before: Division, now: Division): ChangeLine[] {
  if (now.lead && before.leadBasis !== 'stated' && now.leadBasis === 'stated' && isSeveral(before))
    return [{ what: '牵头', before: null, after: `${now.lead.name}（原文已印明，识读有误）` }];
  if (now.leadBasis !== 'chosen' || valueWords('division', before) === valueWords('division', now)) return [];
  return [{ what: '牵头', before: null, after: chosenLead(now) }];
}

const isSeveral = ({ responsible, supporting }: Division): boolean => responsible.length + supporting.length > 1;
