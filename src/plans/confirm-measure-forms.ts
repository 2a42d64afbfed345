import type { ConditionReading, DeadlineReading, Span, UnitRef } from '../domain/plan/reading.js';
import { conditionLine, conditionTyped } from '../domain/plan/condition-words.js';
import { personsIn, withoutPersons } from '../domain/plan/persons.js';
import { groupOf } from '../intake/notes/open-groups.js';
import type { AddMeasureDto, ClauseDto, MeasureDetailDto } from './confirm.dto.js';
import { fault, listed, optionalDay, refusePast, requiredWords, targetsFrom } from './confirm-values.js';
import type { AddChange } from './draft-changes.js';
import { openClause, type DraftClause } from './draft-clauses.js';
import { takenAsPrinted } from './draft-deadlines.js';
import type { DraftMeasure, DraftReading, GroupChoice } from './draft.js';
import { doubtsAnswered } from './figures-asked.js';
import { groupKind } from './draft-proposals.js';
import { distinct, withPart } from './draft-parts.js';
import { findInSource } from './draft-spans.js';
import { figuresOf } from './text-figures.js';
import { planStart, type PlanStart } from './years.js';
import { namesTyped, unitsRead, unknownDoubts, type ReadsName } from './units-typed.js';

/** The fields that the page of one measure asks for; an indicator added answers a figure that was not read. Refusal: invalid_input. */
export function detailFields(shown: DraftMeasure, form: MeasureDetailDto): Record<string, unknown> {
  const text = plainBreaks(form.text);
  const targets = targetsFrom(form, shown.targets);
  const doubts = doubtsAnswered(shown, targets);
  return {
    text: text === plainBreaks(shown.text) ? shown.text : text,
    targets,
    conditions: conditionsFrom(form.conditions, shown.conditions),
    ...(doubts.length < shown.doubts.length ? { doubts } : {}),
  };
}

/** Browsers send line breaks as two characters. */
const plainBreaks = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** One condition a line; those that stood there keep what was read of them. Refusal: invalid_input. */
function conditionsFrom(text: string, shown: ConditionReading[]): ConditionReading[] {
  const lines = listed(plainBreaks(text), /\n+/);
  return lines.map((line) => shown.find((one) => conditionLine(one) === line) ?? conditionFrom(line, shown));
}

/** A line that was changed or is new: a window has the days in its brackets, or none. */
function conditionFrom(line: string, shown: ConditionReading[]): ConditionReading {
  const { raw, ...days } = conditionTyped(line);
  const before = shown.find((one) => one.raw === raw);
  const isWindow = before ? before.kind === 'window' : days.end !== null;
  if (!isWindow) return shown.find((one) => one.raw === line) ?? { raw: line, kind: 'coverage' };
  const start = optionalDay(days.start ?? '', `“${raw}”的开始日期`, 'conditions');
  const end = optionalDay(days.end ?? '', `“${raw}”的结束日期`, 'conditions');
  if (start && end && end < start) throw fault(`“${raw}”的结束日期早于开始日期。`, 'conditions');
  return { ...before, raw, kind: 'window', start, end, note: end ? '日期由我办设定' : '不设日期' };
}

/**
 * A measure that the reading missed, as the office enters it, with the figures of its text; a unit in no list is asked
 * about, and so is a day that the text prints while none was typed. Refusals: invalid_input, day_before_plan.
 */
export function newMeasure(draft: DraftReading, key: string, form: AddMeasureDto, reads: ReadsName): DraftMeasure {
  const title = requiredWords(form.title, '举措名称', 'add-title');
  const text = withoutPersons(plainBreaks(form.text), personsIn(form.text)) || title;
  const before = draft.measures.find((one) => one.key === form.after);
  const heading = [...(before?.heading.slice(0, -1) ?? []), title];
  const place = { no: form.no.trim(), heading, title, text, span: findInSource(draft.text, text) ?? NOWHERE };
  // The form does not show the day that the text prints, so its empty field decides nothing.
  return { ...enteredMeasure(draft, key, place, form, 'add', reads), withoutDue: false };
}

const NOWHERE: Span = [0, 0];

type Place = Pick<DraftMeasure, 'no' | 'heading' | 'title' | 'text' | 'span'>;
type Typed = Pick<AddMeasureDto, 'leads' | 'responsible' | 'supporting' | 'due'>;

/** A measure that a person enters; `id` begins the ids of the form's fields. */
function enteredMeasure(
  draft: DraftReading,
  key: string,
  place: Place,
  form: Typed,
  id: string,
  reads: ReadsName,
): DraftMeasure {
  const { groups, leads, responsible, supporting } = partsTyped(form, reads);
  if (groups.every(({ role }) => role !== 'responsible'))
    requiredWords(responsible.map(({ name }) => name).join(''), '牵头或责任单位', `${id}-leads`);
  const { deadline, doubts: unread, ...figures } = figuresOf(draft, place);
  const doubts = [...unknownDoubts([...responsible, ...supporting], null, reads), ...unread];
  return {
    ...{ key, ...place, opens: place.text.slice(0, 12), ends: place.text.slice(-12), note: '', noteSpan: NOWHERE },
    ...division(leads.length > 0, responsible, supporting),
    ...{ groups, openGroups: groups.map(({ surface, role }) => ({ surface, role })) },
    ...{ open: groups.map(({ surface }) => surface), leadGround: null, ...figures },
    ...dayTyped(form.due, deadline, planStart(draft), `${id}-due`),
    ...{ confidence: 1, doubtful: doubts.length > 0, doubts, accepted: doubts.length === 0 },
  };
}

/** The names of a form by their parts; a group without names is one, and counties are taken all. */
function partsTyped(form: Typed, reads: ReadsName) {
  const groups: GroupChoice[] = [];
  const units = (text: string, role: GroupChoice['role']): UnitRef[] => {
    const names = namesTyped(text, reads);
    for (const surface of names.filter(groupOf))
      groups.push({ surface, role, choice: groupKind(surface) === 'counties' ? 'counties' : 'undecided' });
    return unitsRead(refsOf(names.filter((name) => !groupOf(name))), reads);
  };
  const leads = units(form.leads, 'responsible');
  const answering = units(form.responsible, 'responsible');
  const isLed = leads.length > 0;
  const responsible = distinct(isLed ? leads : answering);
  const own = isLed ? answering.map((unit) => withPart(unit, true)) : [];
  const isResponsible = (unit: UnitRef): boolean => responsible.some((one) => one.name === unit.name);
  const supporting = distinct([...own, ...units(form.supporting, 'supporting')]).filter((unit) => !isResponsible(unit));
  return { groups, leads, responsible, supporting };
}

/** The day typed; an empty field where the text proposes one that could be taken says that none is set. */
function dayTyped(typed: string, deadline: DeadlineReading | null, start: PlanStart | null, field: string) {
  const due = optionalDay(typed, '完成时限', field);
  if (due !== null) refusePast(due, start, field);
  const isLeft = due === null && takenAsPrinted(deadline, start) !== null;
  return { due, deadline, track: due === null ? ('standing' as const) : ('deliverable' as const), withoutDue: isLeft };
}

/** A clause without a unit, given to the units that a person names for it. Refusals: unknown_clause, invalid_input. */
export function clauseMeasure(draft: DraftReading, key: string, form: ClauseDto, reads: ReadsName): AddChange {
  const clause = openClause(draft, form.clause);
  const { id, no, title, heading, span } = clause;
  const place = { no, heading, title, text: clause.text || title, span };
  const measure = namedByOffice(enteredMeasure(draft, key, place, form, id, reads));
  return { op: 'add', after: measureBefore(draft, clause), measure: { ...measure, fromClause: id } };
}

/** The document names nobody: who leads is the office's choice, and is never told as printed. */
function namedByOffice(measure: AddChange['measure']): AddChange['measure'] {
  if (measure.leadBasis !== 'stated') return measure;
  return { ...measure, leadBasis: 'chosen', leadGround: { kind: 'other', words: '原文没有写明单位，由我办补录' } };
}

/** The measure that stands before a clause in the source; null where none does. */
function measureBefore({ measures }: DraftReading, { span }: DraftClause): string | null {
  return measures.filter((one) => one.span[0] < span[0]).at(-1)?.key ?? null;
}

function division(led: boolean, responsible: UnitRef[], supporting: UnitRef[]) {
  const [lead = null] = responsible;
  const stated = led || responsible.length === 1;
  const mode = responsible.length === 0 ? 'all' : stated ? 'lead_support' : 'joint';
  const leadBasis = lead && (stated ? 'stated' : 'first_listed');
  const consolidator = stated && lead ? 'lead' : 'office';
  return { mode, lead, leadBasis, responsible, supporting, consolidator } as const;
}

const refsOf = (names: string[]): UnitRef[] => names.map((name) => ({ name, surface: name }));
