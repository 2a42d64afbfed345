/**
 * `npm run mutate [-- room …]`: plants faults in the core, one at a time, and counts those that no spec notices
 * (StrykerJS; rooms in mutation/rooms.mjs, all without names). `MUTATE_CONCURRENCY` sets the workers (default 1). Runs go
 * on from the last one's results; delete data/mutation to begin anew. Exit 1 when a room scores below 85 %.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { ROOMS } from '../mutation/rooms.mjs';

const LEAST = 85;
const COUNTED = ['Killed', 'Timeout', 'Survived', 'NoCoverage', 'RuntimeError', 'Ignored'];

function run(room) {
  const env = { ...process.env, MUTATE_ROOM: room };
  const args = ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', 'mutation/stryker.config.mjs'];
  return spawnSync(process.execPath, args, { stdio: 'inherit', env }).status === 0;
}

/** Mutants of a room by status, and the share found in per cent; those that stop a spec from loading do not count. */
function countOf(room) {
  const { files } = JSON.parse(readFileSync(`data/mutation/${room}.json`, 'utf8'));
  const all = Object.values(files).flatMap(({ mutants }) => mutants);
  const counts = COUNTED.map((status) => all.filter((one) => one.status === status).length);
  const [killed, timeout, survived, uncovered] = counts;
  const score = (100 * (killed + timeout)) / (killed + timeout + survived + uncovered);
  return {
    room,
    score: Number(score.toFixed(1)),
    ...Object.fromEntries(COUNTED.map((status, at) => [status, counts[at]])),
  };
}

const rooms = process.argv.slice(2).length > 0 ? process.argv.slice(2) : Object.keys(ROOMS);
const strange = rooms.filter((room) => !(room in ROOMS));
if (strange.length > 0) {
  console.error(`没有这个部分：${strange.join('、')}。可选：${Object.keys(ROOMS).join('、')}`);
  process.exit(2);
}
const failed = rooms.filter((room) => !run(room));
const counts = rooms.filter((room) => !failed.includes(room)).map(countOf);
console.table(counts);
process.exit(failed.length > 0 || counts.some(({ score }) => score < LEAST) ? 1 : 0);
