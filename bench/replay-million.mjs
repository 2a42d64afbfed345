/**
 * node bench/replay-million.mjs [EVENTS]: writes a log of a million events through the engine, then replays it whole and
 * as of its middle; prints one JSON object. Takes some minutes and a gigabyte in the temporary folder.
 */
import { performance } from 'node:perf_hooks';
import { COORDINATOR, LIAISON, openOffice } from './support/office.mjs';
import { product } from './support/product.mjs';

const { Replay } = await product('src/engine/replay.js');
const { stateAsOf } = await product('src/engine/as-of.js');

const wanted = Number(process.argv[2] ?? 1_000_000);
const MEASURES = 5_000;
const seconds = (since) => Number(((performance.now() - since) / 1000).toFixed(1));

const office = await openOffice(MEASURES);
const { reader } = office.database;
const count = async () => (await reader.get('SELECT max(position) AS n FROM event')).n;
const started = performance.now();
for (let round = 0; (await count()) < wanted; round++) {
  const [type, actor, payload] =
    round % 2 === 0
      ? ['requestCompletion', LIAISON, {}]
      : ['returnCompletion', COORDINATOR, { opinion: '请补充台账。' }];
  await Promise.all(office.ids.map((id) => office.engine.send(id, type, payload, { actor })));
}
const events = await count();
const written = seconds(started);
process.stderr.write(`${events} events written in ${written} s\n`);

const whole = performance.now();
const before = process.cpuUsage();
const replay = await new Replay(reader).run();
const replayed = seconds(whole);
const { user, system } = process.cpuUsage(before);
const replayedCpu = Number(((user + system) / 1e6).toFixed(1));
const half = performance.now();
const past = await stateAsOf(reader, { position: events / 2 });
const asOf = seconds(half);
const memoryMb = Math.round(process.memoryUsage().rss / 1e6);
await office.close();
const result = {
  events,
  instances: past.size,
  written,
  replayed,
  replayedCpu,
  asOfHalf: asOf,
  faults: replay.faults.length,
  memoryMb,
};
process.stdout.write(`${JSON.stringify(result)}\n`);
