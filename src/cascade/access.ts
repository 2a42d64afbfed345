import type { Actor } from '../engine/types.js';
import type { Reader } from '../persistence/tx.js';
import { Plan, PlanDraftRow } from '../plans/plans.entities.js';
import { Refusal } from '../shared/errors.js';
import { PlanAmendment } from './cascade.entities.js';

/** The reading of a plan as imported and corrected. */
export type DraftReading = PlanDraftRow['reading'];
export type DraftMeasure = DraftReading['measures'][number];

/** A plan with its reading. */
export interface ReadPlan {
  plan: Plan;
  draft: DraftReading;
}

const COMPARES = ['coordinator', 'auditor', 'superior'];

/** Comparing is the office's; to people of other units these pages do not exist. */
export function refuseOutsiders(actor: Actor): void {
  if (actor.roles.some((role) => COMPARES.includes(role))) return;
  throw new Refusal('not_found', '没有找到这个页面。', { cure: '此页面由牵头办公室使用。' });
}

/** A plan and its reading, for those who may compare. Refusal: not_found. */
export async function readPlanFor(read: Reader, planId: string, actor: Actor): Promise<ReadPlan> {
  refuseOutsiders(actor);
  const plan = await read.manager.findOneBy(Plan, { id: planId });
  const row = await read.manager.findOneBy(PlanDraftRow, { planId });
  if (plan && row) return { plan, draft: (await amendedReading(read, planId)) ?? row.reading };
  throw new Refusal('not_found', '没有找到该计划。', { cure: '请从计划列表进入。' });
}

/** The reading in force since the latest amendment that brought one. */
async function amendedReading(read: Reader, planId: string): Promise<DraftReading | null> {
  const amendments = await read.manager.find(PlanAmendment, { where: { planId }, order: { seq: 'DESC' } });
  return amendments.find((one) => one.reading !== null)?.reading ?? null;
}
