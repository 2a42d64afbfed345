/**
 * The process that lives through a province's years and may be killed at any point: it asks the database on which day it
 * was, begins that day again, and goes on. All its acts come from the seed; what was done before is answered by its key.
 * Arguments: one JSON object { folder, seed, years, cities, counties, measures, inFlight, kill }. Speaks JSON lines.
 */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { killAt } from './kill.mjs';
import { Meter } from './meter.mjs';
import { Database, Engine, FixedClock, checkpointIn, registrations, schema, startOfDay } from './product.mjs';

const { provinceYears } = await import('./year.ts');
const { addDays } = await import('../../src/domain/calendar/day.ts');
const { planYears } = await import('./plan-year.ts');
const { tenthsOver } = await import('./tenths.ts');

const OFFICE_OPENS_MS = 9 * 3_600_000;
const WAVE_MS = 20_000;

const { folder, kill, inFlight, ...size } = JSON.parse(process.argv[2]);
const arm = kill ? killAt(kill) : () => {};
const acts = provinceYears(size);
const over = tenthsOver(acts);
const years = planYears(size.years);
const [firstDay, lastDay] = [years[0].firstDay, years.at(-1).lastDay];
const database = await Database.open({ file: join(folder, 'qiantou.db'), ...schema });
const clock = new FixedClock(startOfDay(firstDay));
const engine = new Engine(database, clock, registrations);
const meter = new Meter();
let seen = await lastPosition();
const goOn = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

await live(await today());
tell({ done: true });
await database.close();
process.exit(0);

async function live(day) {
  let at = acts.findIndex((act) => act.day >= day);
  if (at < 0) at = acts.length;
  tell({ lives: day, acts: acts.length });
  let tenths = over[at];
  meter.read();
  for (let now = day; now <= lastDay; now = addDays(now, 1)) {
    clock.set(startOfDay(now) + OFFICE_OPENS_MS);
    await fire(now);
    at = await work(now, at);
    if (over[at] === tenths) continue;
    tenths = over[at];
    await rest(tenths, now);
  }
}

/** The day of the last event: what the record knows of where the years stand. */
async function today() {
  const last = await database.reader.get('SELECT recorded_at FROM event ORDER BY position DESC LIMIT 1');
  if (!last) return firstDay;
  return new Date(last.recordedAt + 8 * 3_600_000).toISOString().slice(0, 10);
}

async function fire(now) {
  const fired = await engine.fireDue();
  if (fired > 0) await report({ day: now, fired, acks: [], refused: 0 });
}

/** The day's acts, so many in flight at once; each wave is of one year and has its own moment. */
async function work(now, from) {
  let at = from;
  for (let wave = 1; at < acts.length && acts[at].day === now; wave++) {
    clock.set(startOfDay(now) + OFFICE_OPENS_MS + wave * WAVE_MS);
    const group = [];
    const { year } = acts[at];
    const belongs = (act) => act?.day === now && act.year === year;
    while (group.length < inFlight && belongs(acts[at])) group.push(acts[at++]);
    if (kill && at > kill.act) arm();
    const told = await Promise.all(group.map(perform));
    const acks = told.flatMap((one) => (one.ack ? [one.ack] : []));
    const faults = told.flatMap((one) => (one.fault ? [one.fault] : []));
    await report({ day: now, acks, refused: told.filter((one) => one.refused).length, faults }, year);
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

/** What was done, with the events of it: of one year, or as the record shows it where several years had their part. */
async function report(message, year) {
  const position = await lastPosition();
  const events = year ? { [year]: position - seen } : await eventsByYear(seen);
  seen = position;
  const rssMb = Math.round(process.memoryUsage.rss() / 1e6);
  tell({ ...message, position, events, rssMb, ...meter.read(), yard: meter.yardstick() });
}

async function lastPosition() {
  const { position } = await database.reader.get('SELECT max(position) AS position FROM event');
  return position ?? 0;
}

async function eventsByYear(since) {
  const sql = `SELECT (SELECT year FROM cycle WHERE plan_id = event.scope) AS year, count(*) AS events
    FROM event WHERE position > ? GROUP BY 1`;
  const rows = await database.reader.all(sql, [since]);
  return Object.fromEntries(rows.map(({ year, events }) => [year, events]));
}

/**
 * After each tenth of a year's acts the log's end is signed, and the other process looks at everything before it goes on. What
 * is held then, all garbage collected, shows whether anything grows with the log.
 */
async function rest(tenths, day) {
  await checkpointIn(folder, database, clock);
  globalThis.gc();
  tell({ rests: tenths, day, heapMb: Math.round(process.memoryUsage().heapUsed / 1e6) });
  await goOn.next();
  meter.read();
}

/** Written at once: what the other process was told is out of this one before anything else happens in it. */
function tell(message) {
  writeSync(1, `${JSON.stringify(message)}\n`);
}
