import { addDays } from '../../../src/domain/calendar/day.js';
import type { Command } from '../../../src/engine/types.js';
import type { Reader } from '../../../src/persistence/tx.js';
import { send, start, stateOf, type Agenda } from '../act.js';
import { drawsOf } from '../draws-of.js';
import type { YearHabit } from '../habits.js';
import { coordinator, countyPerson, liaison } from '../people.js';
import type { PlacePlan } from '../plan-of-place.js';
import { packetId, type YearRound } from '../year-round.js';
import { packetCourse, type Reporter } from './packets.js';

const OPENS_BEFORE = 12;
const CLOSES_AFTER = 13;

/** Four quarters and the year's end; places do not all hold them on the same day. */
function roundsOf({ name, year: { year } }: PlacePlan, seed: number): YearRound[] {
  const shift = drawsOf(seed, name, 'rounds').between(0, 4);
  const quarter = (n: number, asOf: string, due: string): YearRound => {
    const title = `${year}年第${'一二三四'[n - 1]!}季度调度`;
    return { id: `r-${name}-${n}`, kind: '季', title, asOf, due: addDays(due, shift), share: n / 4 };
  };
  return [
    quarter(1, `${year}-03-31`, `${year}-04-08`),
    quarter(2, `${year}-06-30`, `${year}-07-08`),
    quarter(3, `${year}-09-30`, `${year}-10-10`),
    quarter(4, `${year}-11-30`, `${year}-12-08`),
    {
      ...{ id: `r-${name}-5`, kind: '年终', title: `${year}年年终报送`, asOf: `${year}-12-31` },
      ...{ due: addDays(`${year + 1}-01-08`, shift), share: 1 },
    },
  ];
}

/** The rounds of a place's year with everybody's packets; returns the day after the last round was closed. */
export function roundCourse(agenda: Agenda, plan: PlacePlan, seed: number, habits: Map<string, YearHabit>): string {
  const rounds = roundsOf(plan, seed);
  for (const round of rounds) oneRound(agenda, plan, round, seed, habits);
  return addDays(rounds.at(-1)!.due, CLOSES_AFTER + 1);
}

function oneRound(
  agenda: Agenda,
  plan: PlacePlan,
  round: YearRound,
  seed: number,
  habits: Map<string, YearHabit>,
): void {
  const office = coordinator(plan.place);
  const draws = drawsOf(seed, round.id);
  const people = reporters(plan);
  agenda.plan(
    addDays(round.due, -OPENS_BEFORE),
    `open:${round.id}`,
    office,
    (read) => opening(read, plan, round, people),
    {
      twice: draws.chance(0.3),
    },
  );
  const later = draws.chance(0.08) ? 2 : 0;
  if (later) {
    const due = addDays(round.due, later);
    const payload = { due, fires: addDays(due, 1), reason: '恰逢假期，顺延两天' };
    agenda.do(addDays(round.due, -2), `extend:${round.id}`, office, [send(round.id, 'extend', payload)]);
  }
  const held = { ...round, due: addDays(round.due, later) };
  for (const reporter of people) packetCourse(agenda, plan, held, reporter, habits.get(reporter.id)!, seed);
  for (const after of [-1, 2]) {
    const chase = (read: Reader) => chasing(read, round.id);
    agenda.plan(addDays(held.due, after), `chase:${round.id}:${after}`, office, chase);
  }
  const close = [send(round.id, 'close', { note: '已汇总' })];
  agenda.do(addDays(round.due, CLOSES_AFTER), `close:${round.id}`, office, close, { twice: draws.chance(0.3) });
}

function reporters({ place }: PlacePlan): Reporter[] {
  const bureaus = place.units.map((unit) => ({ id: unit.id, person: liaison(unit) }));
  return [...bureaus, ...place.counties.map((county) => ({ id: county.office, person: countyPerson(county) }))];
}

/** The round, a packet for everybody who has work, and with the year's end the evaluation, where it has not begun. */
async function opening(read: Reader, plan: PlacePlan, round: YearRound, people: Reporter[]): Promise<Command[]> {
  const { planId, cycleId } = plan;
  const { id, kind, title, asOf, due } = round;
  const fires = addDays(due, 1);
  const working = await withWork(read, planId);
  const counties = new Set(plan.place.counties.map(({ office }) => office));
  const asked = people.filter((one) => working.has(one.id) || counties.has(one.id));
  const indicators = await read.all<{ id: string }>('SELECT id FROM indicator WHERE plan_id = ? ORDER BY position', [
    planId,
  ]);
  const about = { planId, cycleId, kind, title, asOf, due, fires, basis: null, parts: ['text', 'table'] };
  const packets = asked.map((one) => {
    return start('packet', packetId(id, one.id), planId, { planId, roundId: id, unitId: one.id, due, fires });
  });
  const evaluates = kind === '年终' && (await stateOf(read, 'cycle', cycleId)) === 'implementation';
  return [
    start('round', id, planId, { ...about, indicatorIds: indicators.map((one) => one.id) }),
    ...packets,
    ...(evaluates ? [send(cycleId, 'beginEvaluation')] : []),
  ];
}

async function withWork(read: Reader, planId: string): Promise<Set<string>> {
  const sql = `SELECT DISTINCT unit_id FROM assignment WHERE plan_id = ? AND state LIKE 'duty%'`;
  return new Set((await read.all<{ unitId: string }>(sql, [planId])).map(({ unitId }) => unitId));
}

async function chasing(read: Reader, roundId: string): Promise<Command[]> {
  const sql = `SELECT unit_id FROM packet WHERE round_id = ? AND state IN ('awaited', 'drafted', 'approved', 'incomplete')
    ORDER BY unit_id`;
  const units = (await read.all<{ unitId: string }>(sql, [roundId])).map(({ unitId }) => unitId);
  const payload = { units, channel: '电话', text: '请尽快报送本期进展情况。' };
  return units.length > 0 ? [send(roundId, 'chase', payload)] : [];
}
