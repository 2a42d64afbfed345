/**
 * A province's years on the real engine, in a process that is killed again and again: this one watches it from outside,
 * remembers what was acknowledged, and proves the record after each tenth and at the end.
 */
import BetterSqlite3 from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { POINTS } from './kill.mjs';
import { Database, LogSum, logRows, registrations, schema, verifyLog, witnessesIn } from './product.mjs';
import { redSupporters } from './supporters.mjs';
import { costOf } from './cost.mjs';

const { drawsOf } = await import('./draws-of.ts');
const { provinceYears } = await import('./year.ts');
const { heldAfterYears, seasonsOf } = await import('./seasons.ts');
const { TENTHS } = await import('./tenths.ts');
const { LogWatch } = await import('./log-watch.ts');
const { breaches } = await import('./standing.ts');

const WRITER = fileURLToPath(new URL('./writer.mjs', import.meta.url));
const IN_FLIGHT = 100;
/** How often a point may be passed before the process dies there; elsewhere it dies at once. */
const MOST_PASSED = { 'mid-group': 200, 'in-timer': 3 };

/** Where the writing process dies: drawn over all acts, in a timer while there are still deadlines to come. */
function killsOf({ seed, years, kills }, acts) {
  const draws = drawsOf(seed, 'kills');
  const drawn = Array.from({ length: kills }, (_, n) => {
    const point = POINTS[(seed + n) % POINTS.length];
    const last = Math.floor(acts * (point === 'in-timer' ? 1 - 0.4 / years : 0.95));
    return { act: draws.between(0, last), point, nth: draws.between(1, MOST_PASSED[point] ?? 1) };
  });
  return drawn.sort((a, b) => a.act - b.act);
}

class Run {
  acknowledged = new Map();
  faults = [];
  samples = [];
  refused = 0;
  fired = 0;
  killed = {};
  checks = [];

  constructor(settings, say) {
    this.settings = settings;
    this.say = say;
    this.folder = mkdtempSync(join(tmpdir(), 'qiantou-province-'));
  }

  /** One life of the writing process; true when the years are over. */
  async life(kill) {
    const { seed, years, cities, counties, measures } = this.settings;
    const size = { seed, years, cities, counties, measures };
    const order = JSON.stringify({ folder: this.folder, inFlight: IN_FLIGHT, ...size, kill });
    const child = spawn(process.execPath, ['--expose-gc', WRITER, order], { stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdin.on('error', () => {});
    const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve(signal ?? code)));
    let isDone = false;
    for await (const line of createInterface({ input: child.stdout })) {
      const message = JSON.parse(line);
      if (message.done) isDone = true;
      else if (message.rests) this.rest(message, child);
      else if (message.position !== undefined) this.told(message);
    }
    const how = await ended;
    if (how === 'SIGKILL' && kill) this.killed[kill.point] = (this.killed[kill.point] ?? 0) + 1;
    else if (how !== 0) throw new Error(`the writing process ended by itself: ${how}`);
    return isDone;
  }

  told({ day, acks, refused, faults = [], fired = 0, ...sample }) {
    this.day = day;
    this.refused += refused;
    this.fired += fired;
    this.faults.push(...faults);
    this.samples.push({ day, ...sample });
    for (const [key, position, receipts] of acks) this.acknowledge(key, { position, receipts });
  }

  acknowledge(key, answer) {
    const first = this.acknowledged.get(key);
    if (first && first.position !== answer.position) this.faults.push(`${key} was answered anew`);
    this.acknowledged.set(key, answer);
  }

  rest({ rests, day, heapMb }, child) {
    this.look(day, false, heapMb);
    const tenths = TENTHS * this.settings.years;
    this.say(`${rests}/${tenths} ${day}: ${this.watch.events} events, ${this.faults.length} faults`);
    child.stdin.write('go on\n');
  }

  /** Everything that can be seen from outside without replaying. */
  look(day, isOver, heapMb) {
    this.handle ??= new BetterSqlite3(join(this.folder, 'qiantou.db'), { readonly: true });
    this.watch ??= new LogWatch(this.handle);
    const began = performance.now();
    this.watch.look(this.acknowledged);
    this.faults.push(
      ...this.watch.faults.splice(0),
      ...breaches(this.handle, day, isOver),
      ...redSupporters(this.handle, day),
    );
    const { fired } = this.handle.prepare(`SELECT count(*) AS fired FROM deadline WHERE status = 'fired'`).get();
    if (fired !== this.watch.deadlines) this.faults.push(`${fired} deadlines fired, ${this.watch.deadlines} recorded`);
    this.checks.push({ day, events: this.watch.events, ms: Math.round(performance.now() - began), heapMb });
  }

  /** The whole log replayed, every table rebuilt and compared, every checkpoint held against it. */
  async prove() {
    const database = await Database.open({ file: join(this.folder, 'qiantou.db'), ...schema, readOnly: true });
    const scratch = await Database.open({ file: ':memory:', ...schema });
    const verdict = await verifyLog(database.reader, scratch, registrations.projections, witnessesIn(this.folder));
    const { n: checkpoints } = await database.reader.get('SELECT count(*) AS n FROM checkpoint');
    const sum = new LogSum();
    for await (const row of logRows(database.reader)) sum.add(row);
    await scratch.close();
    await database.close();
    this.faults.push(...verdict.faults.map(({ code, place, message }) => `${code} ${place} ${message}`));
    return { ...verdict, checkpoints, ...sum.sum() };
  }

  get kills() {
    return Object.values(this.killed).reduce((sum, n) => sum + n, 0);
  }

  close() {
    this.handle?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Lives through the years of `settings` { seed, years, cities, counties, measures, kills } and tells what was found. */
export async function provinceRun(settings, say = () => {}) {
  const began = performance.now();
  const seconds = (since) => Number(((performance.now() - since) / 1000).toFixed(1));
  const acts = provinceYears(settings);
  const kills = killsOf(settings, acts.length);
  const run = new Run(settings, say);
  try {
    let isOver = false;
    for (const kill of [...kills, null]) if (!isOver) isOver = await run.life(kill);
    const lived = seconds(began);
    run.look(run.day, true);
    const proving = performance.now();
    const proof = await run.prove();
    const unanswered = acts.filter((act) => !act.refused && !run.acknowledged.has(act.key));
    run.faults.push(...unanswered.map(({ key }) => `${key} was never answered`));
    if (run.kills !== kills.length) run.faults.push(`killed ${run.kills} times instead of ${kills.length}`);
    return { ...settings, ...summary(run, acts, proof), lived, proved: seconds(proving), seconds: seconds(began) };
  } finally {
    run.close();
  }
}

function summary(run, acts, proof) {
  const { refused, fired, killed, checks, samples, faults } = run;
  const idle = [...run.acknowledged.values()].filter(({ receipts }) => receipts === 0).length;
  const { events, instances, log, root, checkpoints } = proof;
  return {
    ...{ acts: acts.length, acknowledged: run.acknowledged.size, idle, refused, killed, deadlinesFired: fired },
    ...{ events, instances, checkpoints, log, root, ...costOf(samples) },
    ...{ seasons: seasonsOf(samples), held: heldAfterYears(acts, checks), checks, faults: faults.slice(0, 50) },
  };
}
