/**
 * Kills the engine's process, with --server the whole server driven over HTTP, with --server --postgres one of several
 * nodes on a PostgreSQL of its own (and strikes that down too), under load, and checks what is left:
 * node scripts/crash.mjs [--server [--postgres [--nodes N] [--points a,b]]] [--kills N] [--seed N]; prints one JSON
 * object, exit 1 with faults.
 */
import { parseArgs } from 'node:util';
import { crash } from '../test/crash/harness.mjs';
import { crashNodes, NODE_POINTS } from '../test/crash/nodes-harness.mjs';
import { crashServer } from '../test/crash/server-harness.mjs';

const { values } = parseArgs({
  options: {
    server: { type: 'boolean', default: false },
    postgres: { type: 'boolean', default: false },
    nodes: { type: 'string', default: '2' },
    points: { type: 'string', default: NODE_POINTS.join() },
    kills: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
  },
});
const say = (progress) => process.stderr.write(`${progress}\n`);
const asked = { kills: Number(values.kills), seed: Number(values.seed), say };
const nodes = { nodes: Number(values.nodes), points: values.points.split(',') };
const onServer = values.postgres ? () => crashNodes({ ...asked, ...nodes }) : () => crashServer(asked);
const result = await (values.server ? onServer() : crash(asked));
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exitCode = result.faults.length > 0 ? 1 : 0;
