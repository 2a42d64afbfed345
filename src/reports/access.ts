import { readsAll } from '../engine/reading-rights.js';
import type { Actor } from '../engine/types.js';
import type { Reader } from '../persistence/tx.js';
import { Plan } from '../plans/plans.entities.js';
import { Refusal } from '../shared/errors.js';
import type { PaperKind } from './kinds.js';

/** What a unit may have of a plan in which it has work: its own sheet and forms. */
export const UNIT_KINDS: readonly PaperKind[] = ['task-table', 'self-check', 'receipt'];

export interface VisiblePlan {
  id: string;
  title: string;
  number: string | null;
  region: string | null;
  state: string;
}

/** Whether a person may have whole papers; people of a unit have only what is theirs. */
export function readsEveryPaper(actor: Actor): boolean {
  return readsAll(actor);
}

/** Plans that have been issued here and in which the person has a part, newest first. */
export async function visiblePlans(read: Reader, actor: Actor): Promise<VisiblePlan[]> {
  const plans = (await read.manager.find(Plan, { order: { id: 'DESC' } })).filter((plan) => plan.enabledOn !== null);
  const own = readsEveryPaper(actor) ? null : await plansOfUnit(read, actor.unit ?? '');
  return plans
    .filter((plan) => own === null || own.has(plan.id) || (actor.unit !== null && plan.counties.includes(actor.unit)))
    .map(({ id, title, docNumber, region, state }) => ({ id, title, number: docNumber, region, state }));
}

async function plansOfUnit(read: Reader, unitId: string): Promise<Set<string>> {
  const rows = await read.all<{ planId: string }>('SELECT DISTINCT plan_id FROM assignment WHERE unit_id = ?', [
    unitId,
  ]);
  return new Set(rows.map((row) => row.planId));
}

/** Refuses papers that are not the person's. Refusal: not_found, for them they do not exist. */
export async function refuseUnlessReadable(
  read: Reader,
  actor: Actor,
  request: { planId: string; kind?: PaperKind; unitId?: string },
): Promise<void> {
  const visible =
    (await visiblePlans(read, actor)).some((plan) => plan.id === request.planId) ||
    (request.kind === 'task-table' && readsEveryPaper(actor));
  if (visible && (readsEveryPaper(actor) || isOwnSheet(actor, request))) return;
  throw new Refusal('not_found', '没有找到这份材料。', {
    cure: '请从“报告”页面进入，本单位的任务清单、自查表和回执可以在那里下载。',
  });
}

function isOwnSheet(actor: Actor, { kind, unitId }: { kind?: PaperKind; unitId?: string }): boolean {
  return kind !== undefined && UNIT_KINDS.includes(kind) && unitId !== undefined && unitId === actor.unit;
}
