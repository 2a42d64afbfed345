/**
 * The process that lives through a province's year and may be killed at any point: it asks the database on which day it
 * was, begins that day again, and goes on. All its acts come from the seed; what was done before is answered by its key.
 * Arguments: one JSON object { folder, seed, cities, counties, measures, inFlight, kill }. Speaks JSON lines.
 */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { killAt } from './kill.mjs';
import { Database, Engine, FixedClock, checkpointIn, registrations, schema, startOfDay } from './product.mjs';

const { provinceYear } = await import('./year.ts');
const { addDays } = await import('../../src/domain/calendar/day.ts');
const { FIRST_DAY, LAST_DAY } = await import('./plan-of-place.ts');

const OFFICE_OPENS_MS = 9 * 3_600_000;
const WAVE_MS = 20_000;
const PARTS = 10;

const { folder, kill, inFlight, ...size } = JSON.parse(process.argv[2]);
const arm = kill ? killAt(kill) : () => {};
const acts = provinceYear(size);
const database = await Database.open({ file: join(folder, 'qiantou.db'), ...schema });
const clock = new FixedClock(startOfDay(FIRST_DAY));
const engine = new Engine(database, clock, registrations);
const meter = new (class {
  #wall = performance.now();
  #cpu = process.cpuUsage();

  /** Microseconds of the clock and of the processor since the last look. */
  read() {
    const [wall, cpu] = [performance.now(), process.cpuUsage()];
    const spent = { us: (wall - this.#wall) * 1000, cpu: cpu.user + cpu.system - this.#cpu.user - this.#cpu.system };
    [this.#wall, this.#cpu] = [wall, cpu];
    return spent;
  }
})();
const goOn = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

await live(await today());
tell({ done: true });
await database.close();
process.exit(0);

async function live(day) {
  let at = acts.findIndex((act) => act.day >= day);
  if (at < 0) at = acts.length;
  tell({ lives: day, acts: acts.length });
  let part = partOf(at);
  meter.read();
  for (let now = day; now <= LAST_DAY; now = addDays(now, 1)) {
    clock.set(startOfDay(now) + OFFICE_OPENS_MS);
    await fire(now);
    at = await work(now, at);
    if (partOf(at) === part) continue;
    part = partOf(at);
    await rest(part, now);
  }
}

function partOf(at) {
  return Math.floor((PARTS * at) / acts.length);
}

/** The day of the last event: what the record knows of where the year stands. */
async function today() {
  const last = await database.reader.get('SELECT recorded_at FROM event ORDER BY position DESC LIMIT 1');
  if (!last) return FIRST_DAY;
  return new Date(last.recordedAt + 8 * 3_600_000).toISOString().slice(0, 10);
}

async function fire(now) {
  const fired = await engine.fireDue();
  if (fired > 0) await report({ day: now, fired, acks: [], refused: 0 });
}

/** The day's acts, so many in flight at once; each wave has its own moment. */
async function work(now, from) {
  let at = from;
  for (let wave = 1; at < acts.length && acts[at].day === now; wave++) {
    clock.set(startOfDay(now) + OFFICE_OPENS_MS + wave * WAVE_MS);
    const group = [];
    while (group.length < inFlight && acts[at]?.day === now) group.push(acts[at++]);
    if (kill && at > kill.act) arm();
    const told = await Promise.all(group.map(perform));
    const acks = told.flatMap((one) => (one.ack ? [one.ack] : []));
    const faults = told.flatMap((one) => (one.fault ? [one.fault] : []));
    await report({ day: now, acks, refused: told.filter((one) => one.refused).length, faults });
  }
  return at;
}

async function perform(act) {
  const once = () => engine.execute({ actor: act.actor, key: act.key, request: act.key, at: act.at }, act.plan);
  try {
    const [answer, second = answer] = await Promise.all(act.twice ? [once(), once()] : [once()]);
    if (act.refused) return { fault: `${act.key} was not refused` };
    if (JSON.stringify(second) !== JSON.stringify(answer)) return { fault: `${act.key} had two answers` };
    return { ack: [act.key, answer.receipts[0]?.position ?? 0, answer.receipts.length] };
  } catch (error) {
    return act.refused && error.code ? { refused: true } : { fault: `${act.key} ${error.code ?? ''} ${error.message}` };
  }
}

async function report(message) {
  const { position } = await database.reader.get('SELECT max(position) AS position FROM event');
  const rssMb = Math.round(process.memoryUsage.rss() / 1e6);
  tell({ ...message, position, rssMb, ...meter.read() });
}

/**
 * After each tenth of the acts the log's end is signed, and the other process looks at everything before it goes on. What
 * is held then, all garbage collected, shows whether anything grows with the log.
 */
async function rest(part, day) {
  await checkpointIn(folder, database, clock);
  globalThis.gc();
  tell({ rests: part, day, heapMb: Math.round(process.memoryUsage().heapUsed / 1e6) });
  await goOn.next();
  meter.read();
}

/** Written at once: what the other process was told is out of this one before anything else happens in it. */
function tell(message) {
  writeSync(1, `${JSON.stringify(message)}\n`);
}
