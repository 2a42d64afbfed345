import type { Span } from '../domain/plan/reading.js';
import type { Reader } from '../persistence/tx.js';
import { correctionsHeld, FROM_ORIGINAL, type HeldCorrection } from '../plans/corrections-held.service.js';
import { PlanDraftRow } from '../plans/plans.entities.js';
import type { DraftMeasure, DraftReading, ReadPlan } from './access.js';
import { PlanAmendment } from './cascade.entities.js';
import { fieldKey, type CorrectedDraft, type Touched } from './own-decisions.js';

/** What is done to all clauses at once is nobody's decision on a single point. */
const IN_BULK = new Set([
  ...['全部采用建议', '有疑问的日期不设时限', '无疑问的全部标为已核对', '不设牵头的由我办汇总'],
]);

/** A running plan's draft beside what its paper had, and as which plan that paper was imported. */
export interface RunningDraft extends CorrectedDraft {
  paper: string;
}

/**
 * A running plan's draft beside what its paper had: that of the latest amendment whose text is in force, else its own.
 * Null where the paper's reading is not there.
 */
export async function correctedDraft(read: Reader, { plan, draft }: ReadPlan): Promise<RunningDraft | null> {
  const amendments = await read.manager.find(PlanAmendment, { where: { planId: plan.id }, order: { seq: 'DESC' } });
  const latest = amendments.find((one) => one.reading !== null && one.otherPlan !== null);
  const row = await read.manager.findOneBy(PlanDraftRow, { planId: latest?.otherPlan ?? plan.id });
  if (!row) return null;
  return { imported: latest ? underRunningKeys(row.imported, draft) : row.imported, current: draft, paper: row.planId };
}

/**
 * The amending paper's clauses under the keys by which they run, one that runs as several parts as the whole it was, and
 * several that run as one apart; those that are not found there are left as running.
 */
export function underRunningKeys(imported: DraftReading, running: DraftReading): DraftReading {
  return { ...imported, measures: running.measures.flatMap((one) => readAs(one, imported, running)) };
}

function readAs(one: DraftMeasure, imported: DraftReading, running: DraftReading): DraftMeasure[] {
  const joined = imported.measures.filter(({ span }) => isIn(span, one.span));
  if (joined.length > 1) return joined.map((read, at) => ({ ...read, key: at === 0 ? one.key : `${one.key}-${at}` }));
  const whole = imported.measures.find(({ span }) => isIn(one.span, span));
  const parts = whole ? running.measures.filter(({ span }) => isIn(span, whole.span)) : [];
  if (whole && parts.length > 1) return parts[0] === one ? [{ ...whole, key: one.key }] : [];
  const read = imported.measures.find((other) => isSameClause(one, other)) ?? one;
  return [{ ...read, key: one.key }];
}

const isIn = ([start, end]: Span, [from, to]: Span): boolean => end > 0 && from <= start && end <= to;

/** At the same place of the text; where places are not known, by number and title. */
function isSameClause(one: DraftMeasure, other: DraftMeasure): boolean {
  if (one.span[1] > 0) return one.span.join() === other.span.join();
  return one.no === other.no && one.title === other.title;
}

/** What was changed in a draft, clause by clause, by what kind of act; what was taken back does not count. */
export async function touchedIn(read: Reader, planId: string): Promise<Touched> {
  const corrections = await correctionsHeld(read, planId);
  const of = (kind: keyof Touched): Set<string> => {
    const changes = corrections.filter((one) => kindOf(one) === kind).flatMap((one) => one.changes);
    return new Set(changes.flatMap((one) => (one.op === undefined ? [fieldKey(one.key, one.field)] : [])));
  };
  return { byHand: of('byHand'), inBulk: of('inBulk'), brought: of('brought') };
}

/** To take back what was brought from the running plan is a decision of its own. */
function kindOf({ what, holds }: HeldCorrection): keyof Touched | null {
  if (what === FROM_ORIGINAL) return holds ? 'brought' : 'byHand';
  if (!holds) return null;
  return what !== null && IN_BULK.has(what) ? 'inBulk' : 'byHand';
}
