import type { ConditionReading, UnitRef } from '../domain/plan/reading.js';
import type { AddMeasureDto, ClauseDto, MeasureDetailDto } from './confirm.dto.js';
import { listed, requiredWords, targetsFrom } from './confirm-values.js';
import type { AddChange } from './draft-changes.js';
import { openClause, type DraftClause } from './draft-clauses.js';
import type { DraftMeasure, DraftReading } from './draft.js';
import { distinct } from './draft-structure.js';
import { findInSource } from './draft-spans.js';
import { unitsRead, unknownDoubts, type ReadsName } from './units-typed.js';

/** The fields that the page of one measure asks for. Refusal: invalid_input. */
export function detailFields(shown: DraftMeasure, form: MeasureDetailDto): Record<string, unknown> {
  const text = plainBreaks(form.text);
  return {
    text: text === plainBreaks(shown.text) ? shown.text : text,
    targets: targetsFrom(form, shown.targets),
    conditions: conditionsFrom(form.conditions, shown.conditions),
  };
}

/** Browsers send line breaks as two characters. */
const plainBreaks = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** One condition a line; those that stood there keep what was read of them. */
function conditionsFrom(text: string, shown: ConditionReading[]): ConditionReading[] {
  const lines = listed(plainBreaks(text), /\n+/);
  return lines.map((raw) => shown.find((one) => one.raw === raw) ?? { raw, kind: 'coverage' });
}

/** A measure that the reading missed, as the office enters it; a unit in no list is asked about. Refusal: invalid_input. */
export function newMeasure(draft: DraftReading, key: string, form: AddMeasureDto, reads: ReadsName): DraftMeasure {
  const title = requiredWords(form.title, '举措名称', 'add-title');
  const text = plainBreaks(form.text) || title;
  const refs = (names: string): UnitRef[] => unitsRead(refsOf(names), reads);
  const leads = refs(form.leads);
  const responsible = distinct([...leads, ...refs(form.responsible)]);
  const supporting = refs(form.supporting).filter(({ name }) => !responsible.some((one) => one.name === name));
  const doubts = unknownDoubts([...responsible, ...supporting], null, reads);
  requiredWords(responsible.map((unit) => unit.name).join(''), '牵头或责任单位', 'add-leads');
  const before = draft.measures.find((one) => one.key === form.after);
  const span = findInSource(draft.text, text) ?? [0, 0];
  return {
    ...{
      key,
      no: form.no.trim(),
      title,
      text,
      opens: text.slice(0, 12),
      ends: text.slice(-12),
      span,
      noteSpan: [0, 0],
    },
    heading: [...(before?.heading.slice(0, -1) ?? []), title],
    ...division(leads.length > 0, responsible, supporting),
    ...{ note: '', open: [], openGroups: [], groups: [], targets: [], conditions: [], due: null, leadGround: null },
    ...{ track: 'standing', confidence: 1, doubtful: doubts.length > 0, doubts, accepted: doubts.length === 0 },
  };
}

/** A clause without a unit, given to the units that a person names for it. Refusals: unknown_clause, invalid_input. */
export function clauseMeasure(draft: DraftReading, key: string, form: ClauseDto, reads: ReadsName): AddChange {
  const clause = openClause(draft, form.clause);
  const { no, title, text, heading, span } = clause;
  const { seen, only, leads, responsible, supporting } = form;
  requiredWords(`${leads}${responsible}`, '牵头或责任单位', `${clause.id}-leads`);
  const after = measureBefore(draft, clause);
  const typed = { seen, only, leads, responsible, supporting, no, title, text, after: after ?? '' };
  return {
    op: 'add',
    after,
    measure: { ...namedByOffice(newMeasure(draft, key, typed, reads)), heading, span, fromClause: clause.id },
  };
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

const refsOf = (text: string): UnitRef[] => listed(text).map((name) => ({ name, surface: name }));
