/**
 * Kills the engine's process, or with --server the whole server driven over HTTP, under load and checks what is left:
 * node scripts/crash.mjs [--server] [--kills N] [--seed N]; prints one JSON object, exit 1 with faults.
 */
import { parseArgs } from 'node:util';
import { crash } from '../test/crash/harness.mjs';
import { crashServer } from '../test/crash/server-harness.mjs';

const { values } = parseArgs({
  options: {
    server: { type: 'boolean', default: false },
    kills: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
  },
});
const say = (progress) => process.stderr.write(`${progress}\n`);
const run = values.server ? crashServer : crash;
const result = await run({ kills: Number(values.kills), seed: Number(values.seed), say });
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exitCode = result.faults.length > 0 ? 1 : 0;
