import { In } from 'typeorm';
import type { Ceiling } from '../../workflows/supervision/supervision.v1.events.js';
import { Assignment } from '../measures/measures.entities.js';
import { Unit } from '../organization/organization.entities.js';
import type { Reader } from '../persistence/tx.js';
import { Plan } from '../plans/plans.entities.js';
import { Packet } from '../rounds/rounds.entities.js';
import { Refusal } from '../shared/errors.js';
import { ceilingOf, refuseBeyond } from './ceiling.js';
import { needLevel, needText } from './checks.js';
import { WAYS } from './levels.js';
import { Supervision } from './supervision.entities.js';
import type { ProposeInput } from './supervision.types.js';

const ENDED = ['lifted', 'cancelled'];

/** Checks a proposal against the plan, the unit and what runs already; gives the unit's ceiling. */
export async function checkProposal(read: Reader, planId: string, input: ProposeInput): Promise<Ceiling> {
  needText('reason', '督办理由', input.reason);
  needLevel('level', input.level);
  if (!Object.hasOwn(WAYS, input.way)) throw new Refusal('invalid_input', '请选择督办方式。', { place: '督办方式' });
  const plan = await runningPlan(read, planId);
  const unit = await supervisable(read, plan, input.unitId);
  await refuseForeignMeasures(read, planId, input);
  const ceiling = ceilingOf(unit, plan.issuers);
  refuseBeyond(ceiling, input.way, unit.fullName);
  await refuseDouble(read, planId, input);
  return ceiling;
}

/** A plan that is at work. Refusals: not_found, plan_not_issued. */
export async function runningPlan(read: Reader, planId: string): Promise<Plan> {
  const plan = await read.manager.findOneBy(Plan, { id: planId });
  if (!plan) throw new Refusal('not_found', '没有找到该计划。', { cure: '请从计划列表进入。' });
  if (/^(issued|appraisal)/.test(plan.state)) return plan;
  throw new Refusal('plan_not_issued', '计划不在推进中（未印发、已撤回或已归档），不能发起督办。', {
    place: plan.title,
    cure: '请选择正在推进的计划。',
  });
}

async function supervisable(read: Reader, plan: Plan, unitId: string): Promise<Unit> {
  const unit = await read.manager.findOneBy(Unit, { id: unitId });
  if (!unit) throw new Refusal('unknown_unit', '没有找到该单位。', { place: '单位', cure: '请从列表中选择单位。' });
  if (unit.kind === 'office') {
    throw new Refusal('own_office', `${unit.fullName}是牵头办公室，不对自己发起督办。`, {
      place: '单位',
      cure: '请选择承担任务的单位。',
    });
  }
  const [planId, counties] = [plan.id, plan.counties];
  const works = await read.manager.existsBy(Assignment, { planId, unitId });
  const reports = counties.includes(unitId) || (await read.manager.existsBy(Packet, { planId, unitId }));
  if (works || reports) return unit;
  throw new Refusal('unit_not_in_plan', `${unit.fullName}在本计划中没有承担任务，也没有报送要求，不能督办。`, {
    place: '单位',
    cure: '请选择承担任务的单位。',
  });
}

async function refuseForeignMeasures(
  read: Reader,
  planId: string,
  { unitId, measureIds }: ProposeInput,
): Promise<void> {
  if (measureIds.length === 0) return;
  const own = await read.manager.findBy(Assignment, { planId, unitId, measureId: In(measureIds) });
  const open = new Set(own.filter((one) => one.state.startsWith('duty')).map((one) => one.measureId));
  if (measureIds.every((id) => open.has(id))) return;
  throw new Refusal('measure_not_of_unit', '所选任务中有的不由该单位承担，或已经结束。', {
    place: '督办事项',
    cure: '请刷新页面后重新勾选。',
  });
}

async function refuseDouble(read: Reader, planId: string, { unitId, measureIds }: ProposeInput): Promise<void> {
  const running = await read.manager.find(Supervision, { where: { planId, unitId }, order: { id: 'ASC' } });
  const same = running.find((one) => !ENDED.includes(one.state) && isSameMatter(one.measureIds, measureIds));
  if (!same) return;
  throw new Refusal('supervision_exists', '对该单位的同一事项已有督办正在办理，没有重复发起。', {
    place: '督办事项',
    cure: '请在原督办中继续办理，或先解除、撤销原督办。',
    facts: { supervision: same.id },
  });
}

function isSameMatter(one: string[], other: string[]): boolean {
  if (one.length === 0 || other.length === 0) return one.length === other.length;
  return other.some((id) => one.includes(id));
}
