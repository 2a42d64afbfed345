import { addDays } from '../../../src/domain/calendar/day.js';
import type { Actor } from '../../../src/engine/types.js';
import { send, start, stateOf, type Agenda } from '../act.js';
import { drawsOf } from '../draws-of.js';
import { colleague, coordinator, liaison } from '../people.js';
import type { PlacePlan } from '../plan-of-place.js';

const TIMES = 4;

/** A few units a year are pressed with an order; some let its day pass, some have to answer twice. */
export function supervisionCourse(agenda: Agenda, plan: PlacePlan, seed: number): void {
  for (let n = 1; n <= TIMES; n++) {
    if (drawsOf(seed, plan.name, 'supervised', n).chance(0.75)) supervise(agenda, plan, seed, n);
  }
}

function supervise(
  agenda: Agenda,
  { place, name: planName, planId, year: { year } }: PlacePlan,
  seed: number,
  n: number,
): void {
  const draws = drawsOf(seed, planName, 'supervision', n);
  const id = `s-${planName}-${n}`;
  const unit = draws.pick(place.units);
  const [office, second, person] = [coordinator(place), colleague(place), liaison(unit)];
  const first = addDays(`${year}-04-25`, (n - 1) * 55 + draws.between(0, 20));
  const due = addDays(first, 12);
  const act = (after: number, name: string, actor: Actor, type: string, payload: Record<string, unknown> = {}) =>
    agenda.do(addDays(first, after), `${name}:${id}`, actor, [send(id, type, payload)]);
  const facts = { planId, unitId: unit.id, measureId: null, measureIds: [], way: 'order', level: 'normal' };
  const proposal = start('supervision', id, planId, { ...facts, ceiling: 'order', reason: '连续两期未按时报送' });
  agenda.do(first, `propose:${id}`, office, [proposal]);
  act(1, 'draft', office, 'draftOrder', { text: '请限期报送并说明原因。', due, level: 'normal' });
  agenda.do(addDays(first, 1), `own:${id}`, office, [send(id, 'approve', { opinion: '同意' })], { refused: true });
  act(2, 'approve', second, 'approve', { opinion: '同意印发' });
  const number = `${place.name}农工办督〔${year}〕${n}号`;
  act(3, 'send', office, 'send', { number, on: addDays(first, 3), channel: '公文系统', due, fires: addDays(due, 1) });
  act(4, 'sign', person, 'acknowledge', { on: addDays(first, 4) });
  const replied = draws.chance(0.35) ? 15 : draws.between(6, 11);
  act(replied, 'reply', person, 'reply', { text: '已补报并落实专人负责。', files: [] });
  let ended = replied + 2;
  if (draws.chance(0.2)) {
    const again = addDays(first, ended + 6);
    act(ended, 'again', office, 'askAgain', { reason: '请补充整改措施', due: again, fires: addDays(again, 1) });
    act(ended + 3, 'reply2', person, 'reply', { text: '整改措施附后。', files: [] });
    ended += 5;
  }
  act(ended, 'take', second, 'acceptReply', { opinion: '反馈属实' });
  agenda.plan(addDays(first, ended + 1), `lift:${id}`, office, async (read) =>
    (await stateOf(read, 'supervision', id)) === 'accepted' ? [send(id, 'lift', { opinion: '问题已解决' })] : [],
  );
}
