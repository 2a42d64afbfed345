import { Refusal } from '../shared/errors.js';
import type { DraftChange, DraftMeasure, DraftReading } from './draft.js';

/** Fields of a measure and of the plan that a person may correct on the confirm page. */
export const MEASURE_FIELDS = new Set([
  'title',
  'text',
  'mode',
  'lead',
  'leadBasis',
  'responsible',
  'supporting',
  'groups',
  'track',
  'consolidator',
  'due',
  'targets',
  'accepted',
]);
export const PLAN_FIELDS = new Set([
  'title',
  'noticeTitle',
  'docNumber',
  'issuers',
  'issuedOn',
  'region',
  'level',
  'kind',
  'basis',
  'addressees',
  'phases',
  'reporting',
  'goals',
]);

/** The draft after the corrections; the given draft stays as it is. Refusal: unknown_field, unknown_measure. */
export function applyChanges(draft: DraftReading, changes: DraftChange[]): DraftReading {
  return changes.reduce(applyChange, draft);
}

function applyChange(draft: DraftReading, change: DraftChange): DraftReading {
  if (change.key === null) return { ...draft, [allowed(change.field, PLAN_FIELDS)]: change.value };
  if (!draft.measures.some((measure) => measure.key === change.key)) {
    throw new Refusal('unknown_measure', '要更正的举措不在本计划中。', { place: change.key, cure: '请刷新页面。' });
  }
  const field = allowed(change.field, MEASURE_FIELDS);
  return {
    ...draft,
    measures: draft.measures.map((m) => (m.key === change.key ? corrected(m, field, change.value) : m)),
  };
}

function allowed(field: string, fields: Set<string>): string {
  if (fields.has(field)) return field;
  throw new Refusal('unknown_field', '此项内容不能更正。', { place: field });
}

/** Who leads follows from the responsible units and the mode, unless a person chose the lead. */
function corrected(measure: DraftMeasure, field: string, value: unknown): DraftMeasure {
  const next: DraftMeasure = { ...measure, [field]: value };
  if (field !== 'responsible' && field !== 'mode') return next;
  const lead = next.mode === 'all' ? null : (next.responsible[0] ?? null);
  const leadBasis = lead && (next.mode === 'lead_support' ? 'stated' : 'first_listed');
  return { ...next, lead, leadBasis: next.leadBasis === 'chosen' && lead ? 'chosen' : leadBasis };
}
