import type { Command } from 'commander';
import { SimulationService } from '../simulation/simulation.service.js';
import { Draws } from '../simulation/draws.js';
import { Refusal } from '../shared/errors.js';
import { SeededIds } from '../shared/ids.js';
import { createHash } from 'node:crypto';
import { actorOf, withOffice } from './office.js';
import { print, say } from './output.js';
import { account } from './plans.commands.js';

/** simulate. */
export function simulateCommand(program: Command): void {
  program
    .command('simulate <plan>')
    .description('由模拟单位在真实引擎上走完计划全程（演示库，计划自己的日期）')
    .requiredOption('--seed <n>', '随机种子')
    .action(async (plan: string, options: { seed: string }) => {
      const seed = Number(options.seed);
      if (!Number.isSafeInteger(seed)) throw new Refusal('invalid_input', '--seed 应是整数。', { place: '--seed' });
      const ids = idsFor(plan, seed);
      const result = await withOffice({ ids }, async (office) => {
        if (!office.config.demo)
          throw new Refusal('demo_only', '正式环境不能模拟。', { cure: '请在演示库（QIANTOU_MODE=demo）中运行。' });
        say('模拟进行中……');
        return office.get(SimulationService).run(plan, seed, await actorOf(office, account(program)));
      });
      print(JSON.stringify(result));
    });
}

/** Ids that follow from plan and seed, so that a run can be repeated; two plans of one database do not meet. */
function idsFor(plan: string, seed: number): SeededIds {
  const start = Number.parseInt(plan.replaceAll('-', '').slice(0, 12), 16) || 0;
  const draws = new Draws(createHash('sha256').update(`${plan} ${seed}`).digest().readUInt32BE(0));
  return new SeededIds(() => draws.next(), start);
}
