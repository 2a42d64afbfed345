import type { Command } from 'commander';
import { PlansService } from '../plans/plans.service.js';
import { PLAN_SEEDS, SEEDED_SUFFIX, seededPlan } from '../seeding/plan-seeds.js';
import { Refusal } from '../shared/errors.js';
import { actorOf, withOffice, type Office } from './office.js';
import { say } from './output.js';

/** seed. */
export function officeCommands(program: Command): void {
  program
    .command('seed')
    .description('建立演示数据；--plans 另载入五份计划的结构化事实')
    .option('--plans', '载入五份计划')
    .action((options: { plans?: boolean }) =>
      withOffice({}, async (office) => {
        if (options.plans) await loadPlans(office);
        say('演示数据已就绪。');
      }),
    );
}

/** Enters the five shipped plans as drafts; those already there stay as they are. */
async function loadPlans(office: Office): Promise<void> {
  const actor = await actorOf(office, undefined);
  for (const id of PLAN_SEEDS) {
    const { reading, sha256 } = seededPlan(id);
    try {
      await office.get(PlansService).enter(reading, { sha256, name: `${id}${SEEDED_SUFFIX}` }, actor);
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'plan_exists')) throw error;
    }
  }
}
