import { addDays } from '../../../src/domain/calendar/day.js';
import type { Actor, Command, OnBehalf } from '../../../src/engine/types.js';
import type { Reader } from '../../../src/persistence/tx.js';
import type { Draws } from '../../../src/simulation/draws.js';
import { send, start, stateOf, type Agenda } from '../act.js';
import { drawsOf } from '../draws-of.js';
import type { YearHabit } from '../habits.js';
import { colleague, coordinator, liaison } from '../people.js';
import type { PlacePlan, PlannedMeasure } from '../plan-of-place.js';
import type { PlaceUnit } from '../places.js';

/** Each unit signs for its tasks: most by themselves, some on paper, some never, so that their report stands for it. */
export function signing(agenda: Agenda, plan: PlacePlan, seed: number, habits: Map<string, YearHabit>): void {
  const { place, planId, issuedOn } = plan;
  for (const unit of place.units) {
    const draws = drawsOf(seed, unit.id, 'signing');
    const day = addDays(issuedOn, draws.between(1, 8));
    if (habits.get(unit.id) === 'prompt' || draws.chance(0.3)) {
      const sign = (read: Reader) => signatures(read, planId, unit.id);
      agenda.plan(day, `sign:${unit.id}`, liaison(unit), sign, { twice: draws.chance(0.1) });
    } else if (draws.chance(0.6)) {
      const receivedOn = addDays(day, -1);
      const paper = { unit: unit.id, channel: '纸质' as const, receivedOn };
      const sign = (read: Reader) => signatures(read, planId, unit.id, paper);
      agenda.plan(day, `sign:${unit.id}`, coordinator(place), sign, { at: receivedOn });
    }
  }
}

async function signatures(read: Reader, planId: string, unitId: string, onBehalf?: OnBehalf): Promise<Command[]> {
  const sql = `SELECT id FROM assignment WHERE plan_id = ? AND unit_id = ? AND ack_kind IS NULL
    AND state LIKE 'duty%' ORDER BY id`;
  const open = await read.all<{ id: string }>(sql, [planId, unitId]);
  return open.map(({ id }) => send(id, 'acknowledge', { kind: 'signed' }, onBehalf));
}

/** What happens to single duties: more time asked for, work handed to another unit, divided inside, reported alone. */
export function dutyCourse(agenda: Agenda, plan: PlacePlan, seed: number): void {
  for (const measure of plan.measures) {
    const draws = drawsOf(seed, measure.id, 'duties');
    if (measure.draft.due && draws.chance(0.3)) extension(agenda, plan, measure, draws);
    if (draws.chance(0.15)) transfer(agenda, plan, measure, draws);
    for (const unit of measure.supporting) if (draws.chance(0.06)) ownReport(agenda, plan, measure, unit, draws);
    for (const unit of measure.responsible) if (draws.chance(0.2)) split(agenda, plan, measure, unit, draws);
  }
}

const idOf = (measure: PlannedMeasure, unit: PlaceUnit) => `${measure.id}:${unit.id}`;

function extension(agenda: Agenda, { place }: PlacePlan, measure: PlannedMeasure, draws: Draws): void {
  const unit = measure.responsible[0]!;
  const id = idOf(measure, unit);
  const due = measure.draft.due!;
  const to = addDays(due, draws.between(10, 40));
  const name = `extension:${id}`;
  const asked = { to, reason: '项目资金下达较晚' };
  agenda.do(addDays(due, -12), `${name}:ask`, liaison(unit), [send(id, 'requestExtension', asked)], { twice: true });
  const [day, drawn] = [addDays(due, -8), draws.next()];
  if (drawn < 0.1)
    return agenda.do(day, `${name}:back`, liaison(unit), [send(id, 'withdrawExtension', { reason: '可以按期完成' })]);
  if (drawn < 0.4)
    return agenda.do(day, `${name}:no`, coordinator(place), [
      send(id, 'refuseExtension', { opinion: '请按原时限完成' }),
    ]);
  const grant = { to, fires: addDays(to, 1), opinion: '同意' };
  agenda.do(day, `${name}:yes`, coordinator(place), [send(id, 'grantExtension', grant)]);
}

/** A supporter's work goes to a unit that had no part in the measure; the new one signs for it. */
function transfer(agenda: Agenda, plan: PlacePlan, measure: PlannedMeasure, draws: Draws): void {
  const { place, planId, cycleId, issuedOn } = plan;
  const parties = new Set([...measure.responsible, ...measure.supporting].map(({ id }) => id));
  const from = draws.pick(measure.supporting);
  const others = place.units.filter(({ id }) => !parties.has(id));
  if (others.length === 0) return;
  const to = draws.pick(others);
  const day = addDays(issuedOn, draws.between(20, 240));
  const duty = {
    planId,
    cycleId,
    measureId: measure.id,
    unitId: to.id,
    role: 'supporting',
    isLead: false,
    position: 20,
  };
  const rest = { followsLead: measure.lead !== null, dutyFrom: day, due: null, duePresumed: true, fires: null };
  const move = async (read: Reader): Promise<Command[]> => {
    if (!(await stateOf(read, 'assignment', idOf(measure, from))).startsWith('duty')) return [];
    const gone = send(idOf(measure, from), 'transfer', { toUnit: to.id, reason: '机构职责调整' });
    return [gone, start('assignment', idOf(measure, to), planId, { ...duty, ...rest })];
  };
  agenda.plan(day, `transfer:${measure.id}`, coordinator(place), move);
  const sign = (read: Reader) => signatures(read, planId, to.id);
  agenda.plan(addDays(day, 2), `transfer:${measure.id}:sign`, liaison(to), sign);
}

function ownReport(agenda: Agenda, plan: PlacePlan, measure: PlannedMeasure, unit: PlaceUnit, draws: Draws): void {
  const day = addDays(plan.issuedOn, draws.between(30, 200));
  whileOn(agenda, day, `alone:${idOf(measure, unit)}`, liaison(unit), measure, unit, 'followLead', { on: false });
}

function split(agenda: Agenda, plan: PlacePlan, measure: PlannedMeasure, unit: PlaceUnit, draws: Draws): void {
  const day = addDays(plan.issuedOn, draws.between(10, 60));
  const offices = { offices: ['办公室', '就业科', '权益保障科'] };
  whileOn(agenda, day, `split:${idOf(measure, unit)}`, liaison(unit), measure, unit, 'splitWork', offices);
}

/** An act on a duty that may have gone to another unit meanwhile. */
function whileOn(
  agenda: Agenda,
  day: string,
  name: string,
  actor: Actor,
  measure: PlannedMeasure,
  unit: PlaceUnit,
  type: string,
  payload: Record<string, unknown>,
): void {
  const id = idOf(measure, unit);
  agenda.plan(day, name, actor, async (read) =>
    (await stateOf(read, 'assignment', id)).startsWith('duty') ? [send(id, type, payload)] : [],
  );
}

/** After the year-end reports a few contributions are sent back; the office takes the mended ones. */
export function returnedContributions(agenda: Agenda, plan: PlacePlan, seed: number, day: string): void {
  for (const measure of plan.measures) {
    const draws = drawsOf(seed, measure.id, 'contribution');
    if (!draws.chance(0.1)) continue;
    const id = idOf(measure, draws.pick(measure.responsible));
    const act = (after: number, type: string, state: string, actor: Actor) =>
      agenda.plan(addDays(day, after), `${type}:${id}`, actor, async (read) => {
        const now = await stateOf(read, 'assignment', id);
        return now.includes(state) ? [send(id, type, { opinion: '请补充数据' })] : [];
      });
    act(0, 'returnContribution', 'work.contributed', coordinator(plan.place));
    act(1, 'acceptContribution', 'work.active', colleague(plan.place));
  }
}
