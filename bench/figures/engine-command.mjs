/** Commands of a measure through the whole engine, one after the other and a hundred at once. */
import { join } from 'node:path';
import { commands } from '../support/commands.mjs';
import { openOffice } from '../support/office.mjs';
import { rate, turnByTurn } from '../support/rates.mjs';
import { sameRows, sampleRows } from '../support/same-rows.mjs';

const MEASURES = 500;
const TURNS = 8;
const LIMIT = 'bare better-sqlite3, the same rows, synchronous FULL, one per commit';

async function against(inFlight) {
  const office = await openOffice(MEASURES);
  const command = commands(office, office.ids);
  await rate(command, { inFlight, seconds: 2 });
  const bare = await sameRows(join(office.folder, 'bare.db'), await sampleRows(office));
  try {
    const { first: value, second: limit } = await turnByTurn(
      TURNS,
      () => rate(command, { inFlight }),
      () => rate(bare.step),
    );
    const times = { p50Ms: Number(value.p50.toFixed(2)), p99Ms: Number(value.p99.toFixed(2)) };
    return { value: value.perSecond, unit: 'per s', limit: LIMIT, limitValue: limit.perSecond, ...times };
  } finally {
    bare.close();
    await office.close();
  }
}

export const figures = [
  { name: 'engine.command.1', measure: () => against(1) },
  { name: 'engine.command.100', measure: () => against(100) },
];
