/** How often a piece of work is done in a second, and how long the slowest hundredth of it took. */
import { performance } from 'node:perf_hooks';

/** Runs `work(n)` for `seconds` with `inFlight` of them at once; returns { perSecond, p50, p99 } (milliseconds). */
export async function rate(work, { seconds = 1, inFlight = 1, warmUp = 0.1 } = {}) {
  let n = 0;
  await lane(performance.now() + warmUp * 1000);
  const times = [];
  const started = performance.now();
  await Promise.all(Array.from({ length: inFlight }, () => lane(started + seconds * 1000, times)));
  const elapsed = performance.now() - started;
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return { perSecond: (times.length * 1000) / elapsed, p50: at(0.5), p99: at(0.99) };

  async function lane(until, kept = []) {
    for (let before = performance.now(); before < until;) {
      await work(n++);
      const after = performance.now();
      kept.push(after - before);
      before = after;
    }
  }
}

/**
 * Two things measured in short turns, so that every moment of the machine strikes both alike; the rate of each is that
 * of all its turns together, its p50 and p99 the middle ones of the turns.
 */
export async function turnByTurn(turns, first, second) {
  const runs = { first: [], second: [] };
  for (let turn = 0; turn < turns; turn++) {
    runs.first.push(await first());
    runs.second.push(await second());
  }
  return { first: together(runs.first), second: together(runs.second) };
}

function together(runs) {
  const middle = (pick) => runs.map(pick).sort((a, b) => a - b)[runs.length >> 1];
  const perSecond = runs.reduce((sum, run) => sum + run.perSecond, 0) / runs.length;
  return { perSecond, p50: middle((run) => run.p50), p99: middle((run) => run.p99) };
}
