import { readsAll } from '../engine/reading-rights.js';
import type { Actor } from '../engine/types.js';
import { concernedWith } from '../measures/register.js';
import { Assignment } from '../measures/measures.entities.js';
import type { Reader } from '../persistence/tx.js';
import { Plan } from '../plans/plans.entities.js';
import { Refusal } from '../shared/errors.js';
import type { CarriedMeasure } from './carried.js';
import { PlanAmendment } from './cascade.entities.js';

/** The amendments of a plan, latest first; `isWhole` unless only what concerns one unit is shown. */
export interface AmendmentRecord {
  plan: Pick<Plan, 'id' | 'title'>;
  amendments: PlanAmendment[];
  isWhole: boolean;
}

/**
 * What a person may read of a plan's amendments: those who read every plan all of it; a unit's people that the plan was
 * replaced, and of a merged text what it did with measures of theirs. Refusal: not_found, also where the unit has no
 * part in the plan.
 */
export async function amendmentRecord(read: Reader, planId: string, actor: Actor): Promise<AmendmentRecord> {
  const isWhole = readsAll(actor);
  const plan = await read.manager.findOneBy(Plan, { id: planId });
  const duties = actor.unit ? await read.manager.findBy(Assignment, { planId, unitId: actor.unit }) : [];
  if (!plan || (!isWhole && duties.length === 0))
    throw new Refusal('not_found', '没有找到该计划。', { cure: '请从计划列表进入。' });
  const amendments = await read.manager.find(PlanAmendment, { where: { planId }, order: { seq: 'DESC' } });
  if (isWhole) return { plan, amendments, isWhole };
  const isTheirs = concernedWith(actor, duties);
  return { plan, amendments: amendments.flatMap((one) => ownPart(one, isTheirs)), isWhole };
}

/** A clause that an amendment left as it was is not told of. */
export const isTold = ({ act, sentence }: CarriedMeasure): boolean =>
  !['kept', 'untouched'].includes(act) || !sentence.startsWith('没有改动');

/** An amendment as a unit sees it; none where it touched no measure of the unit's. */
function ownPart(amendment: PlanAmendment, isTheirs: (measureId: string) => boolean): PlanAmendment[] {
  if (amendment.act !== 'merged') return [amendment];
  const measures = amendment.measures.filter((one) => one.measureId !== null && isTheirs(one.measureId) && isTold(one));
  return measures.length > 0 ? [{ ...amendment, measures, changes: [], reading: null }] : [];
}
