import type { Span } from '../domain/plan/reading.js';
import type { Reader } from '../persistence/tx.js';
import { DraftCorrection } from '../plans/draft.entities.js';
import { PlanDraftRow } from '../plans/plans.entities.js';
import type { DraftMeasure, DraftReading, ReadPlan } from './access.js';
import { PlanAmendment } from './cascade.entities.js';
import { byHandKey, type ByHand, type CorrectedDraft } from './own-decisions.js';

/** What is done to all clauses at once is nobody's decision on a single point. */
const IN_BULK = new Set(['全部采用建议', '有疑问的日期不设时限']);

/**
 * A running plan's draft beside what its paper had: that of the latest amendment whose text is in force, else its own.
 * Null where the paper's reading is not there.
 */
export async function correctedDraft(read: Reader, { plan, draft }: ReadPlan): Promise<CorrectedDraft | null> {
  const amendments = await read.manager.find(PlanAmendment, { where: { planId: plan.id }, order: { seq: 'DESC' } });
  const latest = amendments.find((one) => one.reading !== null && one.otherPlan !== null);
  const row = await read.manager.findOneBy(PlanDraftRow, { planId: latest?.otherPlan ?? plan.id });
  if (!row) return null;
  return { imported: latest ? underRunningKeys(row.imported, draft) : row.imported, current: draft };
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

/** What was corrected in a draft by hand, clause by clause. */
export async function correctedByHand(read: Reader, planId: string): Promise<ByHand> {
  const corrections = await read.manager.findBy(DraftCorrection, { planId });
  const changes = corrections.filter(({ what }) => what === null || !IN_BULK.has(what)).flatMap((one) => one.changes);
  return new Set(changes.flatMap((one) => (one.op === undefined ? [byHandKey(one.key, one.field)] : [])));
}
