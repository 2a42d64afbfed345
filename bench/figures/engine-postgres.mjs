/** Commands of a measure through the whole engine on PostgreSQL, fsync on, against bare `pg`; two nodes against one. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startPostgres } from '../../test/support/postgres-server.mjs';
import { barePostgres, CONNECTIONS, GROUP } from '../support/bare-postgres.mjs';
import { commands, sample } from '../support/commands.mjs';
import { openOffice } from '../support/office.mjs';
import { rate, turnByTurn } from '../support/rates.mjs';

const MEASURES = 1_000;
const TURNS = 8;
const NODE = fileURLToPath(new URL('../support/engine-node.mjs', import.meta.url));
const NODES_IN_FLIGHT = 64;
const TURN_SECONDS = 2;

const STEPS = `bare pg, the same rows in one statement, one per commit, ${CONNECTIONS} connections`;
const GROUPS = `bare pg, the same rows of ${GROUP} steps in one statement by unnest, ${CONNECTIONS} connections`;

/** A server of its own with an empty database. */
async function onServer(work) {
  const server = await startPostgres();
  try {
    const session = new pg.Client({ connectionString: server.url('postgres') });
    await session.connect();
    await session.query('CREATE DATABASE office');
    await session.end();
    return await work(server.url('office'));
  } finally {
    await server.discard();
  }
}

/** Engine and base each on a server of its own: whoever writes on the engine's server is company for it, as another node is. */
function against(inFlight, base) {
  return onServer((own) => onServer((other) => compared(inFlight, base, own, other)));
}

async function compared(inFlight, base, own, other) {
  const office = await openOffice(MEASURES, own);
  const bare = await barePostgres(other, await sample(office));
  const command = commands(office, office.ids);
  try {
    await rate(command, { inFlight, seconds: 2 });
    const { first, second } = await turnByTurn(
      TURNS,
      () => rate(command, { inFlight }),
      () => base.measure(bare),
    );
    const times = { p50Ms: Number(first.p50.toFixed(2)), p99Ms: Number(first.p99.toFixed(2)) };
    return { value: first.perSecond, unit: 'per s', limit: base.limit, limitValue: second.perSecond, ...times };
  } finally {
    await bare.close();
    await office.close();
  }
}

const ONE_BY_ONE = { limit: STEPS, measure: (bare) => rate(bare.step, { inFlight: CONNECTIONS }) };
/** One group a connection at a time would meet on the same rows: one after the other. */
const IN_GROUPS = {
  limit: GROUPS,
  async measure(bare) {
    const groups = await rate(bare.group, { inFlight: 1 });
    return { ...groups, perSecond: groups.perSecond * GROUP };
  },
};

/** Each node works on measures of its own; the same number of commands is in flight, in one process or in two. */
function twoNodes() {
  return onServer(async (office) => {
    const nodes = [await startNode(office, 0), await startNode(office, 1)];
    const runOn = (some) => runTogether(some, NODES_IN_FLIGHT / some.length);
    try {
      await runOn(nodes);
      const { first, second } = await turnByTurn(
        TURNS,
        () => runOn(nodes),
        () => runOn(nodes.slice(0, 1)),
      );
      const limit = `one process with ${NODES_IN_FLIGHT} in flight; two have half of them each`;
      return { value: first.perSecond, unit: 'per s', limit, limitValue: second.perSecond };
    } finally {
      for (const node of nodes) node.disconnect();
      await Promise.all(nodes.map((node) => once(node, 'exit')));
    }
  });
}

async function startNode(url, share) {
  const node = fork(NODE, [url, String(MEASURES), String(share), '2']);
  await once(node, 'message');
  return node;
}

async function runTogether(nodes, inFlight) {
  const runs = nodes.map(async (node) => {
    node.send({ inFlight, seconds: TURN_SECONDS });
    return (await once(node, 'message'))[0];
  });
  const all = await Promise.all(runs);
  return { ...all[0], perSecond: all.reduce((sum, run) => sum + run.perSecond, 0) };
}

export const figures = [
  { name: 'engine.postgres.8', measure: () => against(8, ONE_BY_ONE) },
  { name: 'engine.postgres.100', measure: () => against(100, ONE_BY_ONE) },
  { name: 'engine.postgres.groups', measure: () => against(100, IN_GROUPS) },
  { name: 'engine.postgres.nodes', measure: twoNodes },
];
