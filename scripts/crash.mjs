/**
 * Kills the engine's process under load and checks what is left:
 * node scripts/crash.mjs [--kills N] [--seed N]; prints one JSON object, exit 1 with faults.
 */
import { parseArgs } from 'node:util';
import { crash } from '../test/crash/harness.mjs';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
});
const say = (progress) => process.stderr.write(`${progress}\n`);
const result = await crash({ kills: Number(values.kills), seed: Number(values.seed), say });
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exitCode = result.faults.length > 0 ? 1 : 0;
