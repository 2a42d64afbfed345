/**
 * node scripts/hostile-uploads.mjs [--uploads 10000] [--seed 20240308] [--reads 400] [--rounds 2]: starts the built server on
 * a new data folder, sends it broken and cut uploads and prints what is left of them (memory, handles, files), then
 * measures a page at rest and while bombs are uploaded and read, and prints both. Exit 1 when an upload was answered
 * with a server fault or left a handle or a file. Linux only; needs the built program.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { KIND_NAMES, sendAll } from '../bench/fuzz/broken-uploads.mjs';
import { settled, stateOf } from '../bench/fuzz/process-state.mjs';
import { testModule } from '../bench/support/typescript.mjs';

const SENDER = fileURLToPath(new URL('../bench/fuzz/send-bombs.mjs', import.meta.url));
const text = (value) => ({ type: 'string', default: value });
const { values } = parseArgs({
  options: { uploads: text('10000'), seed: text('20240308'), reads: text('400'), rounds: text('2') },
});
const [uploads, seed, reads, rounds] = [values.uploads, values.seed, values.reads, values.rounds].map(Number);
const [{ startServer }, { Visitor }, { BOMBS }] = await Promise.all(
  ['support/server.ts', 'support/visitor.ts', 'formats/bombs.ts'].map((path) => testModule(path)),
);
const temporary = mkdtempSync(join(tmpdir(), 'qiantou-uploads-'));
const server = await startServer({ env: { TMPDIR: temporary } });
const say = (words) => process.stdout.write(`${words}\n`);
const mib = (bytes) => `${Math.round(bytes / 1024 / 1024)} MiB`;
const load = () => loadavg()[0].toFixed(1);
const listed = (counts) =>
  [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([what, n]) => `${what} ${n}`)
    .join(', ');

async function brokenOnes() {
  const office = await Visitor.signIn(server.origin, 'xietiao1', server.signIns.get('xietiao1'));
  const where = { pid: server.pid, folders: [server.dataDir, temporary] };
  const target = { port: Number(new URL(server.origin).port), path: '/plans/import', cookie: office.cookie };
  await sendAll(target, { seed, atOnce: 16, from: 0, to: 2 * KIND_NAMES.length });
  const before = await settled(where, 0, 3);
  const start = Date.now();
  const [answers, held] = [new Map(), [before.bytes]];
  for (let quarter = 0; quarter < 4; quarter++) {
    const [from, to] = [quarter, quarter + 1].map((n) => Math.round((uploads * n) / 4));
    const some = await sendAll(target, { seed, atOnce: 16, from, to });
    for (const [answer, n] of some) answers.set(answer, (answers.get(answer) ?? 0) + n);
    held.push(stateOf(where).bytes);
  }
  const seconds = Math.round((Date.now() - start) / 1000);
  const after = await settled(where, before.handles);
  say(`broken uploads: seed ${seed}, ${uploads} of ${KIND_NAMES.length} kinds in ${seconds} s, load ${load()}`);
  say(`  answers: ${listed(answers)}`);
  say(
    `  memory before and after each quarter ${held.map(mib).join(', ')}; handles ${before.handles} before, ${after.handles} after; files ${before.files.length} before, ${after.files.length} after`,
  );
  const faults = [...answers.keys()].filter((answer) => /^[25]/.test(answer));
  return faults.length === 0 && after.handles <= before.handles && after.files.length === before.files.length;
}

/** Times of a page, one request after the other, until there are enough and `isOver`. */
async function pageTimes(office, isOver) {
  const times = [];
  while (times.length < reads || !isOver()) {
    const start = performance.now();
    await office.open('/plans');
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return times.sort((a, b) => a - b);
}
const share = (times, part) => times[Math.min(times.length - 1, Math.floor(times.length * part))];
const told = (times) =>
  `p50 ${share(times, 0.5).toFixed(1)} ms, p99 ${share(times, 0.99).toFixed(1)} ms, slowest ${times.at(-1).toFixed(0)} ms of ${times.length}`;

/** The bombs are built and sent by another process, so that the times here are the server's. */
function bombsFromElsewhere() {
  const password = server.signIns.get('xietiao2');
  const child = fork(SENDER, [server.origin, String(rounds)], { env: { ...process.env, PASSWORD: password } });
  return new Promise((resolve, reject) => {
    let answers = [];
    child.on('message', (message) => (answers = message));
    child.once('close', (code) =>
      code === 0 ? resolve(answers) : reject(new Error(`The sender ended with ${code}.`)),
    );
  });
}

async function whileBombsAreRead() {
  const reader = await Visitor.signIn(server.origin, 'xietiao1', server.signIns.get('xietiao1'));
  await pageTimes(reader, () => true);
  const idle = await pageTimes(reader, () => true);
  say(`page /plans at rest, load ${load()}: ${told(idle)}`);
  let over = false;
  const bombs = bombsFromElsewhere().finally(() => (over = true));
  const busy = await pageTimes(reader, () => over);
  const answers = await bombs;
  say(
    `page /plans while ${rounds * BOMBS.length} bombs are uploaded and read, two at once, load ${load()}: ${told(busy)}`,
  );
  say(
    `  answers to the bombs: ${listed(answers)}; p99 ${(share(busy, 0.99) / share(idle, 0.99)).toFixed(2)} times that at rest, p50 ${(share(busy, 0.5) / share(idle, 0.5)).toFixed(2)} times`,
  );
}

let isSound = false;
try {
  isSound = await brokenOnes();
  await whileBombsAreRead();
} finally {
  await server.discard();
  rmSync(temporary, { recursive: true, force: true });
}
process.exit(isSound ? 0 : 1);
