import type { Doubt } from '../domain/plan/reading.js';
import { keyWords } from '../domain/plan/key-words.js';
import { planYear } from '../domain/plan/year.js';
import { Refusal } from '../shared/errors.js';
import { divisionOf, type Division, type DraftMeasure, type DraftReading } from './draft.js';
import { addMeasure, mergeMeasures, removeMeasure, splitMeasure } from './draft-structure.js';
import { leadAskedAnew } from './lead-divided.js';
import { nameUnit } from './units-learned.js';

/** A field of a measure (by key) or, with key null, of the plan; `before` is what it replaced, for the record. */
export interface FieldChange {
  op?: undefined;
  key: string | null;
  field: string;
  value: unknown;
  before?: unknown;
  /** Where it was decided on the running plan that this text amends: by whom, and when (UTC ms). */
  decided?: { by: string; at: number };
}

/** The measure's text cut at `at`; what follows becomes a measure of its own under `newKey`. */
export interface SplitChange {
  op: 'split';
  key: string;
  at: number;
  newKey: string;
  title: string;
}

/** The measure after it joined to the measure. */
export interface MergeChange {
  op: 'merge';
  key: string;
  next: string;
}

/** A measure that the reading missed, after another one (null: before all). */
export interface AddChange {
  op: 'add';
  after: string | null;
  measure: DraftMeasure;
}

export interface RemoveChange {
  op: 'remove';
  key: string;
  reason: string;
}

/** A printed surface read as a unit, in the whole draft, and remembered as the unit's alias for later plans of the place. */
export interface UnitChange {
  op: 'unit';
  surface: string;
  name: string;
  place: string;
  before: string;
  /** Further units that do the work of one that is gone, beside `name`. */
  others?: string[];
  /** A unit that by the register is out of use stays as printed: remembered, so that nobody is asked again. */
  kept?: boolean;
  /** The unit of the place whose alias the surface was; null or none for nobody's. */
  heldBy?: string | null;
  /** The others whose alias it was. */
  heldByOthers?: string[];
  /** The units that the register did not have before and that were entered for it. */
  entered?: string[];
  /** Only to be remembered: this draft's measures stay as they are. */
  onlyLater?: boolean;
}

export type DraftChange = FieldChange | SplitChange | MergeChange | AddChange | RemoveChange | UnitChange;

/** Fields of a measure and of the plan that a person may correct on the confirm page. */
export const MEASURE_FIELDS = new Set([
  ...['title', 'text', 'division', 'groups', 'track', 'consolidator', 'due', 'targets', 'conditions', 'accepted'],
  ...['doubts', 'withoutDue', 'deadline'],
]);
export const PLAN_FIELDS = new Set([
  ...['title', 'noticeTitle', 'docNumber', 'issuers', 'issuedOn', 'region', 'level', 'kind', 'basis', 'addressees'],
  ...[
    'issuersLeft',
    'year',
    'recipient',
    'phases',
    'reporting',
    'goals',
    'matters',
    'clauses',
    'strangeDays',
    'sourceNotes',
  ],
]);

/** The draft after the corrections; the given draft stays as it is. Refusals: unknown_field, unknown_measure. */
export function applyChanges(draft: DraftReading, changes: DraftChange[]): DraftReading {
  return changes.reduce(applyChange, draft);
}

function applyChange(draft: DraftReading, change: DraftChange): DraftReading {
  switch (change.op) {
    case 'split':
      return splitMeasure(draft, measureOf(draft, change.key), change);
    case 'merge':
      return mergeMeasures(draft, measureOf(draft, change.key), measureOf(draft, change.next));
    case 'add':
      return addMeasure(draft, change.after, change.measure);
    case 'remove':
      return removeMeasure(draft, measureOf(draft, change.key));
    case 'unit':
      return change.onlyLater ? draft : leadAskedAnew(draft, nameUnit(draft, change));
    default:
      return applyField(draft, change);
  }
}

function applyField(draft: DraftReading, { key, field, value }: FieldChange): DraftReading {
  if (key === null) return { ...draft, [allowed(field, PLAN_FIELDS)]: value };
  const measure = measureOf(draft, key);
  const next = corrected(measure, allowed(field, MEASURE_FIELDS), value);
  return { ...draft, measures: draft.measures.map((one) => (one === measure ? next : one)) };
}

/** A division is several fields at once; the name is also the last step of the measure's place in the outline. */
function corrected(measure: DraftMeasure, field: string, value: unknown): DraftMeasure {
  if (field === 'division') return { ...measure, ...(value as Division) };
  if (field === 'doubts') return { ...measure, doubts: value as Doubt[], doubtful: (value as Doubt[]).length > 0 };
  if (field === 'title') {
    return { ...measure, title: String(value), heading: [...measure.heading.slice(0, -1), String(value)] };
  }
  return { ...measure, [field]: value };
}

/** The measure of a key. Refusal: unknown_measure. */
export function measureOf(draft: DraftReading, key: string): DraftMeasure {
  const measure = draft.measures.find((one) => one.key === key);
  if (measure) return measure;
  throw new Refusal('unknown_measure', '这条举措已不在草稿中（可能已被合并、移出，或相应更正已撤销）。', {
    place: keyWords(key),
    cure: '请刷新页面，在更正记录中查看是谁改动的。',
    facts: { key },
  });
}

/** The value that a field change would replace. */
export function valueOf(draft: DraftReading, key: string | null, field: string): unknown {
  if (key === null) return (draft as unknown as Record<string, unknown>)[field];
  const measure = measureOf(draft, key);
  return field === 'division' ? divisionOf(measure) : (measure as unknown as Record<string, unknown>)[field];
}

/** The changes with what each field held before, for the record. */
export function withBefore(draft: DraftReading, changes: DraftChange[]): DraftChange[] {
  const known = new Set(draft.measures.map((measure) => measure.key));
  const holds = (change: FieldChange) => change.key === null || known.has(change.key);
  return changes.map((change) =>
    change.op === undefined && holds(change) ? { ...change, before: shownValue(draft, change) ?? null } : change,
  );
}

/** A plan's year is shown also where nobody said it: as title, date and number tell it. */
const shownValue = (draft: DraftReading, { key, field }: FieldChange): unknown =>
  key === null && field === 'year' ? planYear(draft) : valueOf(draft, key, field);

function allowed(field: string, fields: Set<string>): string {
  if (fields.has(field)) return field;
  throw new Refusal('unknown_field', '此项内容不能更正。', { place: field });
}
