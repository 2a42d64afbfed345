/**
 * node scripts/fuzz-intake.mjs [--files 10000] [--seed 20240308] [--formats txt,docx,doc,pdf,html,xlsx] [--from 0]
 * [--minutes 12] [--deadline 20]: damages sound files in many ways, reads each as an upload would be read (with the reading process's
 * heap limit), and prints readings, refusals by code, crashes, the slowest file and the memory peak of each format.
 * File n of a format is altered by seed + n alone: `--formats pdf --from 123 --files 1` reads that one again.
 * Exit 0 without a crash, 1 with one. Needs the built program.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Tally } from '../bench/fuzz/tally.mjs';

const WORKER = fileURLToPath(new URL('../bench/fuzz/worker.mjs', import.meta.url));
const AT_ONCE = 2;
const TOOL_FAULT = 70;
/** The product's own heap limit. */
const FLAGS = ['--max-old-space-size=320', '--no-warnings'];

const text = (value) => ({ type: 'string', default: value });
const { values } = parseArgs({
  options: {
    ...{ files: text('10000'), seed: text('20240308'), from: text('0'), minutes: text('12') },
    formats: text('pdf,docx,xlsx,doc,html,txt'),
    deadline: text('20'),
  },
});
const [files, seed, from, minutes] = [values.files, values.seed, values.from, values.minutes].map(Number);
/** Seconds for one file; 20 is the product's own limit. */
const deadline = Number(values.deadline);
const until = Date.now() + minutes * 60_000;

/** Reads the files of a format in processes, the next of which begins after the file that ended the last. */
async function fuzz(format) {
  const tally = new Tally(format, seed);
  const end = from + files;
  for (let next = from; next < end && Date.now() < until;) next = await readOn(tally, next, end);
  process.stdout.write(`${tally.lines().join('\n')}\n`);
  return tally;
}

/** Hands back the number of the file to go on with. */
function readOn(tally, first, end) {
  return new Promise((resolve, reject) => {
    const child = fork(WORKER, [tally.format, tally.seed, first, end].map(String), { execArgv: FLAGS });
    const run = { at: first, open: false, stopped: '', finished: false };
    const stop = (why) => {
      run.stopped = why;
      child.kill('SIGKILL');
    };
    let timer;
    child.on('message', (message) => {
      clearTimeout(timer);
      if (Date.now() > until && !message.start) return stop('time');
      take(tally, run, message);
      if (run.open) timer = setTimeout(stop, deadline * 1000, `over ${deadline} s`);
    });
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      if (run.finished || run.stopped === 'time') return resolve(end);
      if (!run.started || code === TOOL_FAULT)
        return reject(new Error('The files could not be altered or read at all.'));
      tally.crash(run.at, run.stopped || `the process ended (${code ?? signal})`);
      resolve(run.at + 1);
    });
  });
}

function take(tally, run, message) {
  if ('start' in message) Object.assign(run, { at: message.start, open: true, started: true });
  else if (message.done) run.finished = true;
  else if (message.stray) tally.crash(message.n, `stray ${message.stray}`);
  else {
    run.open = false;
    tally.add(message);
  }
}

const queue = values.formats.split(',');
const tallies = [];
const lane = async () => {
  for (let job = queue.shift(); job; job = queue.shift()) tallies.push(await fuzz(job));
};
await Promise.all(Array.from({ length: AT_ONCE }, lane));
const total = (pick) => tallies.reduce((sum, tally) => sum + pick(tally), 0);
const [all, crashes] = [total((tally) => tally.files), total((tally) => tally.crashes.length)];
process.stdout.write(`files=${all} readings=${total((tally) => tally.readings)} crashes=${crashes}\n`);
process.exit(crashes > 0 ? 1 : 0);
