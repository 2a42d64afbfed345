import { addDays, earlierOf } from '../../../src/domain/calendar/day.js';
import type { Command } from '../../../src/engine/types.js';
import type { Reader } from '../../../src/persistence/tx.js';
import type { Draws } from '../../../src/simulation/draws.js';
import { send, stateOf, type Agenda } from '../act.js';
import { drawsOf } from '../draws-of.js';
import { colleague, coordinator, liaison } from '../people.js';
import type { Place } from '../places.js';
import type { PlacePlan, PlannedMeasure } from '../plan-of-place.js';

const REQUESTS_END_BEFORE = 12;

/** What the year brings to a measure: its completion or its yearly mark, a dispute, a pause. */
export function measureCourse(agenda: Agenda, plan: PlacePlan, seed: number): void {
  for (const measure of plan.measures) {
    const draws = drawsOf(seed, measure.id, 'course');
    if (measure.draft.due) completion(agenda, plan, measure, draws);
    else yearlyMark(agenda, plan, measure, draws);
    if (draws.chance(0.1)) dispute(agenda, plan, measure, draws);
    if (draws.chance(0.05)) pause(agenda, plan, measure, draws);
  }
}

/** The lead asks for it to be taken as done; the office looks, sends it back now and then, and verifies. */
function completion(agenda: Agenda, { place, year }: PlacePlan, measure: PlannedMeasure, draws: Draws): void {
  if (draws.chance(0.15)) return;
  const { id, responsible, draft } = measure;
  const last = addDays(year.evaluationFrom, -REQUESTS_END_BEFORE);
  const day = earlierOf(addDays(draft.due!, draws.between(-15, 8)), last);
  const [office, unit] = [coordinator(place), liaison(responsible[0]!)];
  const ask = [send(id, 'requestCompletion', { text: '任务已全部完成，佐证材料附后' })];
  const name = `completion:${id}`;
  if (draws.chance(0.1)) return onPaper(agenda, place, measure, day);
  agenda.do(day, `${name}:ask`, unit, ask, { twice: draws.chance(0.2) });
  if (draws.chance(0.05)) {
    agenda.do(addDays(day, 1), `${name}:back`, unit, [send(id, 'withdrawRequest', { reason: '材料还需核对' })]);
    agenda.do(addDays(day, 2), `${name}:ask2`, unit, ask);
  }
  if (draws.chance(0.25)) {
    agenda.do(addDays(day, 3), `${name}:return`, office, [send(id, 'returnCompletion', { opinion: '请补充台账' })]);
    agenda.do(addDays(day, 6), `${name}:ask3`, unit, ask);
  }
  agenda.do(addDays(day, 9), `${name}:verify`, office, [send(id, 'verifyCompletion', { opinion: '核实无误' })]);
}

/** The office enters the request for the unit; who entered it may not verify it as if he had not. */
function onPaper(agenda: Agenda, place: Place, { id, responsible }: PlannedMeasure, day: string): void {
  const [office, second] = [coordinator(place), colleague(place)];
  const onBehalf = { unit: responsible[0]!.id, channel: '公文系统' as const, receivedOn: addDays(day, -1) };
  const opinion = { opinion: '与来文一致' };
  const name = `completion:${id}`;
  agenda.do(day, `${name}:paper`, office, [send(id, 'requestCompletion', { text: '来文申请办结' }, onBehalf)]);
  agenda.do(addDays(day, 1), `${name}:own`, office, [send(id, 'verifyCompletion', opinion)], { refused: true });
  agenda.do(addDays(day, 2), `${name}:verify`, second, [send(id, 'verifyCompletion', opinion)]);
}

function yearlyMark(agenda: Agenda, { place, year }: PlacePlan, { id }: PlannedMeasure, draws: Draws): void {
  if (draws.chance(0.2)) return;
  const mark = [send(id, 'evaluateYear', { opinion: '年度工作正常开展' })];
  agenda.do(addDays(`${year.year}-11-05`, draws.between(0, 20)), `mark:${id}`, coordinator(place), mark);
}

function dispute(agenda: Agenda, plan: PlacePlan, measure: PlannedMeasure, draws: Draws): void {
  const { id, responsible } = measure;
  const day = addDays(plan.issuedOn, draws.between(20, 200));
  const raised = [send(id, 'raiseDispute', { reason: '与其他单位的职责边界需要明确' })];
  const settled = [send(id, 'settleDispute', { outcome: '经协调，各单位按原分工办理' })];
  agenda.do(day, `dispute:${id}`, liaison(responsible[0]!), raised);
  agenda.do(addDays(day, 7), `dispute:${id}:settled`, coordinator(plan.place), settled);
}

function pause(agenda: Agenda, plan: PlacePlan, { id }: PlannedMeasure, draws: Draws): void {
  const office = coordinator(plan.place);
  const day = addDays(plan.issuedOn, draws.between(30, 180));
  agenda.do(day, `pause:${id}`, office, [send(id, 'suspend', { reason: '上级正在调整政策' })]);
  agenda.do(addDays(day, 20), `pause:${id}:over`, office, [send(id, 'resume', { reason: '政策已明确' })]);
}

const RESULTS = ['closeAchieved', 'closeAchieved', 'closeAchieved', 'closeMostly', 'closeCarriedForward'];

/** Evaluation and close-out from `day` on: put together, reviewed, sent back now and then, closed; a few opened again. */
export function closeOut(agenda: Agenda, plan: PlacePlan, seed: number, day: string): void {
  const office = coordinator(plan.place);
  for (const measure of plan.measures) {
    const draws = drawsOf(seed, measure.id, 'closing');
    closeMeasure(agenda, plan, measure, draws, day);
  }
  agenda.do(addDays(day, 8), 'appraise', office, [send(plan.cycleId, 'appraise'), send(plan.cycleId, 'close')]);
  agenda.do(addDays(day, 8), 'plan:appraise', office, [send(plan.planId, 'appraise')]);
  agenda.do(addDays(day, 9), 'plan:archive', office, [send(plan.planId, 'archive')], { twice: true });
}

function closeMeasure(agenda: Agenda, { place }: PlacePlan, measure: PlannedMeasure, draws: Draws, day: string): void {
  const { id, lead } = measure;
  const [office, second] = [coordinator(place), colleague(place)];
  const author = lead ? liaison(lead) : office;
  const text = { text: '全年工作按计划完成，各单位分工落实到位，形成了可复制的做法。' };
  const close = [send(id, draws.pick(RESULTS), { opinion: '经审核，同意销号' })];
  agenda.plan(day, `texts:${id}`, office, (read) => textsIn(read, id));
  agenda.do(addDays(day, 1), `consolidate:${id}`, author, [send(id, 'consolidate', text)], {
    twice: draws.chance(0.1),
  });
  if (draws.chance(0.12)) {
    agenda.do(addDays(day, 2), `review:${id}`, second, [send(id, 'returnReview', { opinion: '请补充具体做法' })]);
    agenda.do(addDays(day, 3), `consolidate2:${id}`, author, [send(id, 'consolidate', text)]);
  }
  agenda.do(addDays(day, 4), `close:${id}`, second, close, { twice: draws.chance(0.1) });
  if (!draws.chance(0.04)) return;
  agenda.do(addDays(day, 5), `reopen:${id}`, office, [send(id, 'reopen', { reason: '数据有出入，重新核实' })]);
  agenda.do(addDays(day, 5), `again:${id}`, office, [send(id, 'beginEvaluation')]);
  agenda.plan(addDays(day, 6), `texts2:${id}`, office, (read) => textsIn(read, id));
  agenda.do(addDays(day, 6), `consolidate3:${id}`, author, [send(id, 'consolidate', text)]);
  agenda.do(addDays(day, 7), `close2:${id}`, second, close);
}

/** Where a unit has kept silent to the end, the office goes on without it. */
async function textsIn(read: Reader, id: string): Promise<Command[]> {
  return (await stateOf(read, 'measure', id)) === 'evaluation.unitTexts' ? [send(id, 'unitTextsIn')] : [];
}
