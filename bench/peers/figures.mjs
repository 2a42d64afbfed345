/** The peers' figures: acknowledged acts in a second, in turns with the base of the engine's own figures. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bareRows } from '../support/bare-rows.mjs';
import { rate, turnByTurn } from '../support/rates.mjs';
import { sampleRows } from '../support/sample-rows.mjs';

const MEASURES = 500;
const TURNS = 5;
const LIMIT = 'bare better-sqlite3, the rows of a command, synchronous FULL, one per commit';

/** `open` gives { step, close }; `inFlight` acts are on their way at once, each on another measure. */
async function against(open, inFlight) {
  const folder = mkdtempSync(join(tmpdir(), 'qiantou-peer-'));
  const peer = await open();
  const bare = bareRows(join(folder, 'bare.db'), sampleRows(MEASURES));
  try {
    await rate(peer.step, { inFlight, seconds: 2 });
    const { first, second } = await turnByTurn(
      TURNS,
      () => rate(peer.step, { inFlight }),
      () => rate(bare.step),
    );
    const times = { p50Ms: Number(first.p50.toFixed(1)), p99Ms: Number(first.p99.toFixed(1)) };
    return { value: first.perSecond, unit: 'per s', limit: LIMIT, limitValue: second.perSecond, ...times };
  } finally {
    bare.close();
    await peer.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const naive = async () => (await import('./naive.mjs')).openNaive(MEASURES);
const bpmn = async () => (await import('./bpmn.mjs')).openBpmn(MEASURES);
const restate = async () => (await import('./restate.mjs')).openRestate(MEASURES);

async function dbos() {
  const { startPostgres } = await import('../../test/support/postgres-server.mjs');
  const { openDbos } = await import('./dbos.mjs');
  const server = await startPostgres();
  const { step, close } = await openDbos(MEASURES, server.url('postgres'));
  return { step, close: () => close().then(() => server.discard()) };
}

const figure = (name, open, inFlight) => ({
  name: `peer.${name}.${inFlight}`,
  measure: () => against(open, inFlight),
});

export const figures = [
  figure('naive', naive, 1),
  figure('bpmn', bpmn, 1),
  ...[1, 100].map((inFlight) => figure('dbos', dbos, inFlight)),
  ...[1, 32, 128].map((clients) => figure('restate', restate, clients)),
];
