import { mattersOf } from '../domain/figures/asked.js';
import type { Doubt, UnitRef } from '../domain/plan/reading.js';
import { heldChanges, holding, keysOf, type Correction } from './draft-history.js';
import { applyChanges, type DraftChange, type FieldChange, type RemoveChange } from './draft-changes.js';
import { distinct } from './draft-parts.js';
import { divisionOf, type Division, type DraftMeasure, type DraftReading } from './draft.js';
import { MEASURE_POINTS, PLAN_POINTS, type Point } from './office-points.service.js';
import { planDecisions } from './plan-decisions-brought.js';
import { sameWords } from './same-words.js';

/** The draft of a running plan: as its paper was read, and as the office left it. */
export interface DecidedDraft {
  imported: DraftReading;
  current: DraftReading;
  /** How it came there; null where that is not known under these keys (the plan was amended before). */
  corrections: readonly Correction[] | null;
}

/** One clause three times: as the running plan's paper had it and as the office left it; as the amended paper has it. */
interface Same<T> {
  read: T;
  was: T;
  printed: T;
}

/**
 * What the office decided on a running plan, as changes of the draft of its amended text: for the plan as a whole where
 * both papers print the same or nothing, and for measures whose title, text and note are the same words, whatever their
 * number. A question of such a measure counts as answered where the amended text asks nothing that was not asked then.
 * Measures that were split, joined or entered by hand are left to the comparison; what cannot be told to be the same
 * stays a question.
 */
export function decisionsBrought(decided: DecidedDraft, draft: DraftReading): DraftChange[] {
  const plan = planDecisions(decided, draft);
  const dated = applyChanges(draft, plan);
  const own = pointsBrought(PLAN_POINTS, null, { read: decided.imported, was: decided.current, printed: draft }, dated);
  const pairs = sameMeasures(decided, draft);
  const now = new Map(dated.measures.map((one) => [one.key, one]));
  const fields = pairs.flatMap((pair) => measureBrought(pair, now.get(pair.printed.key)!));
  const told = [...plan, ...own, ...fields];
  const matters = mattersBrought(decided.current, pairs, applyChanges(draft, told));
  const changes = [...told, ...matters].map((change) => withDecider(change, decided, pairs));
  return [...changes, ...removals(decided, draft)];
}

const wordsOf = ({ title, text, note }: DraftMeasure): string => sameWords(title, text, note);

/** The clauses that both papers print once in the same words and that the office left whole. */
function sameMeasures({ imported, current, corrections }: DecidedDraft, draft: DraftReading): Same<DraftMeasure>[] {
  const cut = new Set((corrections ? heldChanges(corrections) : []).filter(isCutting).flatMap(keysOf));
  const isWhole = (read: DraftMeasure, was: DraftMeasure): boolean =>
    corrections ? !cut.has(was.key) : sameWords(read.text) === sameWords(was.text);
  return imported.measures.flatMap((read) => {
    const printed = onlySame(imported, draft, read);
    const was = current.measures.find(({ key }) => key === read.key);
    return printed && was && isWhole(read, was) ? [{ read, was, printed }] : [];
  });
}

const isCutting = ({ op }: DraftChange): boolean => op === 'split' || op === 'merge';

function onlySame(imported: DraftReading, draft: DraftReading, read: DraftMeasure): DraftMeasure | null {
  const words = wordsOf(read);
  const [there, here] = [imported, draft].map(({ measures }) => measures.filter((one) => wordsOf(one) === words));
  return there!.length === 1 && here!.length === 1 ? here![0]! : null;
}

/** `now`: the amended text's measure with the plan's year as it was decided. */
function measureBrought(pair: Same<DraftMeasure>, now: DraftMeasure): FieldChange[] {
  const changes = [...pointsBrought(MEASURE_POINTS, now.key, pair, now), ...dayWithText(pair, now)];
  return [...changes, ...(isAnswered(pair, now) ? [{ key: now.key, field: 'accepted', value: true }] : [])];
}

/** Where the office wrote the text anew, the day that the paper's text proposed went with its words. */
function dayWithText({ read, was }: Same<DraftMeasure>, { key, deadline = null }: DraftMeasure): FieldChange[] {
  const isGone = read.deadline && !was.deadline && sameWords(read.text) !== sameWords(was.text);
  return isGone && deadline?.raw === read.deadline?.raw ? [{ key, field: 'deadline', value: null }] : [];
}

/** The office's word on every point that both papers print alike. */
function pointsBrought<T extends DraftMeasure | DraftReading>(
  points: readonly Point<T>[],
  key: string | null,
  { read, was, printed }: Same<T>,
  now: T,
): FieldChange[] {
  const decided = points.filter(
    ({ said, paper }) =>
      !alike(said(was), said(read)) && !alike(said(was), said(now)) && alike(paper(read), paper(printed)),
  );
  return decided
    .flatMap(({ fields }) => fields)
    .flatMap((field): FieldChange[] => {
      const value = fitted(field, { read, was, printed }) ?? null;
      return alike(value, fieldOf(now, field) ?? null) ? [] : [{ key, field, value }];
    });
}

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const fieldOf = (of: DraftMeasure | DraftReading, field: string): unknown =>
  field === 'division' ? divisionOf(of as DraftMeasure) : (of as unknown as Record<string, unknown>)[field];

/** A field as the office left it, its words where the amended text prints them. */
function fitted<T extends DraftMeasure | DraftReading>(field: string, { read, was, printed }: Same<T>): unknown {
  const value = fieldOf(was, field);
  if (field === 'division') return divisionThere(value as Division, read as DraftMeasure, printed as DraftMeasure);
  if (!Array.isArray(value)) return value;
  return placed(value as Printed[], (fieldOf(printed, field) ?? []) as Printed[]);
}

interface Printed {
  raw?: string;
  span?: unknown;
}

/** Figures, conditions, stages, each where its words, or the one at its place, stand in the amended text. */
function placed(items: readonly Printed[], printed: readonly Printed[]): Printed[] {
  const free = [...printed];
  return items.map(({ span: _there, ...item }, index) => {
    const at = item.raw === undefined ? -1 : free.findIndex(({ raw }) => raw === item.raw);
    const [found] = at < 0 ? [] : free.splice(at, 1);
    const span = found?.span ?? (items.length === printed.length ? printed[index]?.span : undefined);
    return span === undefined ? item : { ...item, span };
  });
}

/** The units in the parts that the office gave them; a printed name that is read otherwise by now stays as it is read now. */
function divisionThere(division: Division, read: DraftMeasure, printed: DraftMeasure): Division {
  const named = (measure: DraftMeasure, surface: string): UnitRef[] =>
    [...measure.responsible, ...measure.supporting].filter((unit) => unit.surface === surface);
  const there = (unit: UnitRef): UnitRef => {
    const [before, now] = [named(read, unit.surface), named(printed, unit.surface)];
    const isReadAlike = alike(names(before), names(now)) || names(now).includes(unit.name);
    const { span: _there, ...rest } = unit;
    const span = now[0]?.span ? { span: now[0].span } : {};
    return { ...rest, ...span, name: isReadAlike ? unit.name : (now[0]?.name ?? unit.name) };
  };
  const { lead, responsible, supporting } = division;
  return {
    ...division,
    lead: lead && there(lead),
    responsible: distinct(responsible.map(there)),
    supporting: distinct(supporting.map(there)),
  };
}

const names = (units: readonly UnitRef[]): string[] => units.map(({ name }) => name);

/** Whether the office has answered what the measure asks: nothing in it is read otherwise or asked anew. */
function isAnswered({ read, was, printed }: Same<DraftMeasure>, now: DraftMeasure): boolean {
  const known = new Set(read.doubts.map(questionOf));
  const isSettled = was.accepted || (read.doubts.length > 0 && was.doubts.length === 0);
  const isSame = MEASURE_POINTS.every(({ paper }) => alike(paper(read), paper(printed)));
  return isSettled && isSame && !now.accepted && now.doubts.every((doubt) => known.has(questionOf(doubt)));
}

/** A doubt without the numbers of the clauses that it names: an amended text may count otherwise. */
const questionOf = ({ code, reason }: Doubt): string => `${code} ${reason.replace(/第[\d.]+条/g, '第条')}`;

/** What was said of a goal and a figure of one of these measures, where it is asked again. */
function mattersBrought(
  { matters = [] }: DraftReading,
  pairs: readonly Same<DraftMeasure>[],
  draft: DraftReading,
): FieldChange[] {
  const keys = new Map(pairs.map(({ read, printed }) => [read.key, printed.key]));
  const said = new Map(matters.map(({ id, same }) => [id.replace(/^[^|]*/, (key) => keys.get(key) ?? ''), same]));
  const asked = mattersOf(draft).filter(({ id, open }) => open && said.has(id));
  const choices = asked.map(({ id, words }) => ({ id, words, same: said.get(id)! }));
  return choices.length > 0 ? [{ key: null, field: 'matters', value: [...(draft.matters ?? []), ...choices] }] : [];
}

/** Clauses that the office took out; one taken out as a repeat only while the amended text still says it twice. */
function removals({ imported, corrections }: DecidedDraft, draft: DraftReading): RemoveChange[] {
  const removed = heldChanges(corrections ?? []).flatMap((change) => (change.op === 'remove' ? [change] : []));
  const out = removed.flatMap(({ key, reason }): RemoveChange[] => {
    const read = imported.measures.find((one) => one.key === key);
    const there = read && onlySame(imported, draft, read);
    const isRepeat = there?.doubts.some(({ code }) => code === 'repeats_clause') ?? false;
    return there && (reason !== '重复' || isRepeat) ? [{ op: 'remove', key: there.key, reason }] : [];
  });
  return out.length < draft.measures.length ? out : [];
}

/** Who decided it on the running plan, and when, where the record tells. */
function withDecider<C extends FieldChange>(
  change: C,
  { corrections }: DecidedDraft,
  pairs: readonly Same<DraftMeasure>[],
): C {
  const key = change.key === null ? null : pairs.find(({ printed }) => printed.key === change.key)?.read.key;
  const holds = holding(corrections ?? []);
  const by = (corrections ?? []).findLast(
    ({ position, changes }) =>
      holds.has(position) &&
      changes.some((one) => one.op === undefined && one.key === key && one.field === change.field),
  );
  return by ? { ...change, decided: { by: by.actorName, at: by.recordedAt } } : change;
}
