import { Injectable } from '@nestjs/common';
import { addDays, yearOf } from '../domain/calendar/day.js';
import { Engine } from '../engine/engine.js';
import type { Actor } from '../engine/types.js';
import { Assignment, Measure } from '../measures/measures.entities.js';
import { MeasuresService } from '../measures/measures.service.js';
import { Unit } from '../organization/organization.entities.js';
import { Database } from '../persistence/database.js';
import { Cycle, Plan } from '../plans/plans.entities.js';
import { PlansService } from '../plans/plans.service.js';
import { firstCycle } from '../plans/years.js';
import { RoundBoards } from '../rounds/round-boards.js';
import { PacketsService } from '../rounds/packets.service.js';
import { RoundsService } from '../rounds/rounds.service.js';
import { Refusal } from '../shared/errors.js';
import { Draws } from './draws.js';
import { RoundCourse } from './round-course.js';
import { habitOf, liaison, type Habit } from './unit-behaviour.js';
import { YearEndCourse } from './year-end-course.js';

export interface SimulationResult {
  plan: string;
  measures: number;
  closed: number;
  events: number;
}

/** Whom a simulation plays: each unit with its habit and its person. */
export interface Cast {
  coordinator: Actor;
  habits: Map<string, Habit>;
  person(unitId: string): Actor;
  unitName(unitId: string): string;
}

const SIGNING_DAYS = 3;

/** Simulated units do a plan's whole course through the real engine, on the plan's own clock; all draws from one seed. */
@Injectable()
export class SimulationService {
  constructor(
    private readonly database: Database,
    private readonly engine: Engine,
    private readonly plans: PlansService,
    private readonly measures: MeasuresService,
    private readonly rounds: RoundsService,
    private readonly boards: RoundBoards,
    private readonly packets: PacketsService,
  ) {}

  /** Runs an issued plan to its close-out, year by year. Refusal: plan_not_issued. */
  async run(planId: string, seed: number, coordinator: Actor): Promise<SimulationResult> {
    const plan = await this.plans.plan(planId);
    if (plan.enabledOn === null)
      throw new Refusal('plan_not_issued', '该计划还没有印发，不能模拟。', { cure: '请先 issue。' });
    const draws = new Draws(seed);
    const [from, enabled] = [firstCycle(plan, plan.enabledOn), yearOf(plan.enabledOn)];
    for (let year = Math.max(from, enabled); year <= Math.max(plan.yearTo, enabled); year++) {
      await this.year(plan, year, draws, coordinator);
    }
    return this.result(planId);
  }

  private async year(plan: Plan, year: number, draws: Draws, coordinator: Actor): Promise<void> {
    const begins = year === yearOf(plan.enabledOn!) ? plan.enabledOn! : `${year}-01-04`;
    await this.forward(plan.id, begins, coordinator);
    const manager = this.database.reader.manager;
    if (!(await manager.existsBy(Cycle, { planId: plan.id, year })))
      await this.plans.openCycle(plan.id, year, coordinator);
    const cycle = (await manager.findOneBy(Cycle, { planId: plan.id, year }))!;
    const cast = await this.cast(draws, coordinator);
    await this.sign(plan, cycle, cast, draws);
    await this.mobilised(cycle, coordinator);
    await this.asides(cycle, cast, draws);
    const course = new RoundCourse(this.database, this.rounds, this.boards, this.packets, (day) =>
      this.forward(plan.id, day, coordinator),
    );
    await course.run(plan, cycle, cast, draws);
    await new YearEndCourse(this.database, this.engine).run(cycle, cast, draws);
  }

  /** Moves the plan's clock on; never back. */
  private async forward(planId: string, day: string, actor: Actor): Promise<void> {
    if (day > (await this.engine.today(planId))) await this.plans.moveTo(planId, day, actor);
  }

  private async cast(draws: Draws, coordinator: Actor): Promise<Cast> {
    const units = await this.database.reader.manager.find(Unit, { order: { fullName: 'ASC' } });
    const byId = new Map(units.map((unit) => [unit.id, unit]));
    const habits = new Map(units.map((unit) => [unit.id, habitOf(draws)]));
    const person = (id: string) => liaison(id, byId.get(id)?.shortName ?? '', byId.get(id)?.kind === 'county');
    return { coordinator, habits, person, unitName: (id) => byId.get(id)?.shortName ?? '' };
  }

  private async sign(plan: Plan, cycle: Cycle, cast: Cast, draws: Draws): Promise<void> {
    await this.forward(plan.id, addDays(await this.engine.today(plan.id), SIGNING_DAYS), cast.coordinator);
    const assignments = await this.database.reader.manager.findBy(Assignment, { cycleId: cycle.id });
    for (const unitId of [...new Set(assignments.map((one) => one.unitId))].sort()) {
      if (cast.habits.get(unitId) === 'silent' || draws.chance(0.1)) continue;
      await this.measures.signAll(plan.id, cast.person(unitId));
    }
  }

  /** Stages without printed dates are moved by hand on the proposed day. */
  private async mobilised(cycle: Cycle, coordinator: Actor): Promise<void> {
    const ends = cycle.phases.find((phase) => phase.stage === 'mobilisation')?.end;
    if (ends) await this.forward(cycle.planId, addDays(ends, 1), coordinator);
    const now = await this.database.reader.manager.findOneBy(Cycle, { id: cycle.id });
    if (now?.state === 'mobilisation') await this.plans.act(cycle.id, 'beginImplementation', {}, coordinator);
  }

  /** What happens beside the rounds: a dispute about duties, an extension asked for and granted. */
  private async asides(cycle: Cycle, cast: Cast, draws: Draws): Promise<void> {
    const manager = this.database.reader.manager;
    const measures = await manager.find(Measure, { where: { cycleId: cycle.id }, order: { position: 'ASC' } });
    const disputed = draws.pick(measures);
    const parties = await manager.find(Assignment, { where: { measureId: disputed.id }, order: { id: 'ASC' } });
    if (parties.length === 0) return;
    const { unitId, id } = draws.pick(parties);
    await this.engine.send(
      disputed.id,
      'raiseDispute',
      { reason: '与其他单位的职责边界需要明确' },
      { actor: cast.person(unitId) },
    );
    await this.engine.send(
      disputed.id,
      'settleDispute',
      { outcome: '经协调，各单位按原分工办理' },
      { actor: cast.coordinator },
    );
    const to = `${cycle.year}-12-20`;
    await this.engine.send(id, 'requestExtension', { to, reason: '项目资金下达较晚' }, { actor: cast.person(unitId) });
    await this.engine.send(
      id,
      'grantExtension',
      { to, fires: addDays(to, 1), opinion: '同意' },
      { actor: cast.coordinator },
    );
  }

  private async result(plan: string): Promise<SimulationResult> {
    const count = async (sql: string) => (await this.database.reader.get<{ n: number }>(sql, [plan]))!.n;
    return {
      plan,
      measures: await count('SELECT count(*) AS n FROM measure WHERE plan_id = ?'),
      closed: await count(`SELECT count(*) AS n FROM measure WHERE plan_id = ? AND state LIKE 'closed%'`),
      events: await count('SELECT count(*) AS n FROM event WHERE scope = ?'),
    };
  }
}
