/** Two pieces of work of some milliseconds each, done by turns, so that every moment of the machine strikes both alike. */
import { performance } from 'node:perf_hooks';

/** The middle time in milliseconds of each, after a few turns to warm up. */
export async function middleTimes(first, second, { turns = 25, warmUp = 5 } = {}) {
  const times = { first: [], second: [] };
  for (let turn = -warmUp; turn < turns; turn++) {
    const pair = [await milliseconds(first), await milliseconds(second)];
    if (turn < 0) continue;
    times.first.push(pair[0]);
    times.second.push(pair[1]);
  }
  return { first: middle(times.first), second: middle(times.second) };
}

async function milliseconds(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function middle(values) {
  return values.sort((a, b) => a - b)[values.length >> 1];
}
