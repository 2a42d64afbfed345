/** Commands of a measure through the whole engine, one after the other and a hundred at once. */
import { join } from 'node:path';
import { bareRows } from '../support/bare-rows.mjs';
import { COORDINATOR, LIAISON, newKey, openOffice } from '../support/office.mjs';
import { rate, turnByTurn } from '../support/rates.mjs';

const MEASURES = 500;
const TURNS = 8;
const LIMIT = 'bare better-sqlite3, the same rows, synchronous FULL, one per commit';

/** By turns: the lead bureau's liaison asks for the completion of a measure, and the office returns it; each leaves a notice. */
function commands(office) {
  const revisions = new Map(office.ids.map((id) => [id, 2]));
  return async (n) => {
    const id = office.ids[n % office.ids.length];
    const seenRevision = revisions.get(id);
    const [type, actor] = seenRevision % 2 === 0 ? ['requestCompletion', LIAISON] : ['returnCompletion', COORDINATOR];
    const payload = type === 'returnCompletion' ? { opinion: '请补充培训台账。' } : {};
    const answer = await office.engine.send(id, type, payload, { actor, key: newKey(), seenRevision });
    revisions.set(id, answer.receipts[0].revision);
  };
}

async function sample(office) {
  const sql = `SELECT i.snapshot, e.body, e.hash FROM event e JOIN instance i ON i.id = e.instance_id ORDER BY e.position DESC LIMIT 1`;
  return { ids: office.ids, ...(await office.database.reader.get(sql)) };
}

async function against(inFlight) {
  const office = await openOffice(MEASURES);
  const bare = bareRows(join(office.folder, 'bare.db'), await sample(office));
  const command = commands(office);
  try {
    await rate(command, { inFlight, seconds: 2 });
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
