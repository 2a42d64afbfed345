/** Folding the log: every hash, link and transition checked, against parsing and hashing the same events. */
import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { COORDINATOR, LIAISON, openOffice } from '../support/office.mjs';
import { product } from '../support/product.mjs';

const { Replay } = await product('src/engine/replay.js');
const MEASURES = 400;
const ROUNDS = 30;

async function work(office) {
  for (let round = 0; round < ROUNDS; round++) {
    const [type, actor, payload] =
      round % 2 === 0
        ? ['requestCompletion', LIAISON, {}]
        : ['returnCompletion', COORDINATOR, { opinion: '请补充台账。' }];
    await Promise.all(office.ids.map((id) => office.engine.send(id, type, payload, { actor })));
  }
}

async function perSecond(count, run) {
  const started = performance.now();
  await run();
  return (count * 1000) / (performance.now() - started);
}

async function measure() {
  const office = await openOffice(MEASURES);
  try {
    await work(office);
    const { reader } = office.database;
    const [{ n }] = await reader.all('SELECT count(*) AS n FROM event');
    const fold = () => new Replay(reader).run();
    const parse = async () => {
      for (const { body } of await reader.all('SELECT body FROM event ORDER BY position')) {
        createHash('sha256').update(body).digest('hex');
        JSON.parse(body);
      }
    };
    const runs = { fold: [], parse: [] };
    for (let round = 0; round < 4; round++) {
      runs.fold.push(await perSecond(n, fold));
      runs.parse.push(await perSecond(n, parse));
    }
    const [value, limitValue] = [Math.max(...runs.fold), Math.max(...runs.parse)];
    return {
      value,
      unit: 'events per s',
      limit: 'JSON.parse and SHA-256 of the same events, read from the same table',
      limitValue,
    };
  } finally {
    await office.close();
  }
}

export const figures = [{ name: 'engine.replay', measure }];
