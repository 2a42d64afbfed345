/** How often a piece of work is done in a second, and how long the slowest hundredth of it took. */
import { performance } from 'node:perf_hooks';

/** Runs `work(n)` for `seconds` with `inFlight` of them at once; returns { perSecond, p50, p99 } (milliseconds). */
export async function rate(work, { seconds = 3, inFlight = 1, warmUp = 0.5 } = {}) {
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

/** The better of several runs of two things taken turn by turn, so that a busy moment of the machine strikes both. */
export async function turnByTurn(rounds, first, second) {
  const results = { first: [], second: [] };
  for (let round = 0; round < rounds; round++) {
    results.first.push(await first());
    results.second.push(await second());
  }
  const best = (runs) => runs.reduce((a, b) => (b.perSecond > a.perSecond ? b : a));
  return { first: best(results.first), second: best(results.second) };
}
