import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { readPlan } from '../../src/intake/read-plan.js';
import { loadUnitRegistry } from '../../src/intake/registry.js';
import { Assignment, Measure } from '../../src/measures/measures.entities.js';
import { MeasuresService } from '../../src/measures/measures.service.js';
import { PlansService } from '../../src/plans/plans.service.js';
import { PacketDrafts } from '../../src/rounds/packet-drafts.js';
import { PacketsService } from '../../src/rounds/packets.service.js';
import { RoundBoards } from '../../src/rounds/round-boards.js';
import { RoundsService } from '../../src/rounds/rounds.service.js';
import { PLAN_SEEDS, seededPlan } from '../../src/seeding/plan-seeds.js';
import { readConfig } from '../../src/shared/config.js';
import { SimulationService } from '../../src/simulation/simulation.service.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { onPostgres } from '../support/postgres.js';
import { storedFiles } from '../support/stored-files.js';
import { readerOf } from '../support/plan-reader.js';

/** The longest course (18,000 events) runs on one database; it would take minutes more on a second one. */
const COURSES = onPostgres ? PLAN_SEEDS.filter((id) => id !== 'anyang-2015') : PLAN_SEEDS;

describe('a plan’s whole course on the real engine', () => {
  let ground: TestGround;
  let plans: PlansService;
  let simulation: SimulationService;

  beforeAll(async () => {
    ground = await openGround('2026-11-02');
    const { database, engine, ids, clock } = ground;
    const config = readConfig({ DATA_DIR: ground.folder });
    const files = storedFiles(ground);
    const reader = readerOf(
      () => Promise.resolve({ text: '' }),
      (text) => readPlan(text, loadUnitRegistry()),
    );
    plans = new PlansService(database, engine, files, reader, ids, clock, config);
    const rounds = new RoundsService(engine, ids);
    const boards = new RoundBoards(database, engine);
    const packets = new PacketsService(engine, new PacketDrafts(database, clock));
    simulation = new SimulationService(database, engine, plans, new MeasuresService(engine), rounds, boards, packets);
  });
  afterAll(() => ground.close());

  async function issued(id: string): Promise<string> {
    const { reading, sha256 } = seededPlan(id);
    const planId = await plans.enter(reading, { sha256, name: id }, COORDINATOR);
    await plans.acceptProposals(planId, COORDINATOR);
    await plans.confirm(planId, COORDINATOR);
    const day = reading.issuedOn ?? '2023-06-02';
    await plans.issue(planId, { issuedOn: day, enabledOn: day, recipient: null, moveClock: true }, COORDINATOR);
    return planId;
  }

  it.each(COURSES)(
    '%s: issued, reported on, chased, consolidated and closed; nobody is left behind',
    async (id) => {
      expect(existsSync(`seeds/plans/${id}.json`)).toBe(true);
      const planId = await issued(id);
      const result = await simulation.run(planId, 7, COORDINATOR);
      expect(result.closed).toBe(result.measures);
      const manager = ground.database.reader.manager;
      const open = (await manager.findBy(Assignment, { planId })).filter((one) => one.state.startsWith('duty'));
      expect(open).toEqual([]);
      expect((await manager.findBy(Measure, { planId })).every((measure) => measure.summary)).toBe(true);
    },
    240_000,
  );

  it('is proven from its log afterwards', async () => {
    const verdict = await ground.verify();
    expect(verdict.faults).toEqual([]);
    expect(verdict.events).toBeGreaterThan(4_000);
  }, 120_000);
});
