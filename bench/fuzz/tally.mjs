/** What came of the altered files of one format. */
export class Tally {
  files = 0;
  readings = 0;
  otherWords = 0;
  inside = 0;
  refusals = {};
  crashes = [];
  slowest = { ms: 0, n: -1 };
  times = [];
  peak = 0;

  constructor(format, seed) {
    Object.assign(this, { format, seed });
  }

  add({ n, result, otherWords, inside, ms, peak }) {
    this.files++;
    this.otherWords += otherWords ? 1 : 0;
    this.inside += inside ? 1 : 0;
    this.times.push(ms);
    this.peak = Math.max(this.peak, peak);
    if (ms > this.slowest.ms) this.slowest = { ms, n };
    const [kind, code] = result.split(' ', 2);
    if (kind === 'read') this.readings++;
    else if (kind === 'refused') this.refusals[code] = (this.refusals[code] ?? 0) + 1;
    else this.crash(n, result);
  }

  /** A file that brought the reading to an end that is neither a reading nor a refusal. */
  crash(n, why) {
    this.crashes.push({ n, why });
  }

  lines() {
    const sorted = [...this.times].sort((a, b) => a - b);
    const at = (share) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
    const codes = Object.entries(this.refusals).sort((a, b) => b[1] - a[1]);
    const slowest = `slowest ${Math.round(this.slowest.ms)} ms (file ${this.slowest.n})`;
    return [
      `${this.format}: seed ${this.seed}, files ${this.files}, every one altered, crashes ${this.crashes.length}`,
      `  readings ${this.readings}, with other words than the sound file ${this.otherWords}`,
      `  refusals (by an error inside a reader ${this.inside}): ${codes.map(([code, count]) => `${code} ${count}`).join(', ') || 'none'}`,
      `  time: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, ${slowest}; memory peak ${Math.round(this.peak / 1e6)} MB`,
      ...this.crashes.slice(0, 20).map(({ n, why }) => `  CRASH file ${n}: ${why}`),
    ];
  }
}
