/** Commands over HTTP through the whole server: sign-in, checks, engine, commit, answer. */
import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { bareRows } from '../support/bare-rows.mjs';
import { sampleRows } from '../support/sample-rows.mjs';
import { rate, turnByTurn } from '../support/rates.mjs';

const CLIENTS = [1, 32, 128];
const TURNS = 5;

async function against(clients) {
  const { openHttpOffice } = await import('../support/http-office.mjs');
  const office = await openHttpOffice();
  const folder = mkdtempSync(join(tmpdir(), 'qiantou-bench-'));
  const bare = bareRows(join(folder, 'bare.db'), sampleRows());
  try {
    await rate(office.step, { inFlight: clients, seconds: 2 });
    const { first, second } = await turnByTurn(
      TURNS,
      () => rate(office.step, { inFlight: clients }),
      () => rate(bare.step),
    );
    const limit = 'bare better-sqlite3, the rows of a command, synchronous FULL, one per commit';
    return {
      value: first.perSecond,
      unit: 'per s',
      limit,
      limitValue: second.perSecond,
      p99Ms: Number(first.p99.toFixed(1)),
    };
  } finally {
    bare.close();
    rmSync(folder, { recursive: true, force: true });
    await office.close();
  }
}

export const figures = CLIENTS.map((clients) => ({ name: `engine.http.${clients}`, measure: () => against(clients) }));
