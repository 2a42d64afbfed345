import { createHash } from 'node:crypto';

const TEXT = JSON.stringify(
  Array.from({ length: 40 }, (_, at) => ({ at, name: `第${at}项`, units: ['牵头', '配合'] })),
);
const TIMES = 12;

/** What this process spends, and how fast the machine is while it spends it. */
export class Meter {
  #wall = performance.now();
  #cpu = process.cpuUsage();

  /** Microseconds of the clock and of the processor since the last look. */
  read() {
    const [wall, cpu] = [performance.now(), process.cpuUsage()];
    const spent = { us: (wall - this.#wall) * 1000, cpu: cpu.user + cpu.system - this.#cpu.user - this.#cpu.system };
    [this.#wall, this.#cpu] = [wall, cpu];
    return spent;
  }

  /**
   * Microseconds of the processor for a piece of work that is always the same: texts read, written and hashed. Others who
   * work on the machine make it dearer as they make everything dearer. Not counted in the next look.
   */
  yardstick() {
    this.read();
    for (let n = 0; n < TIMES; n++)
      createHash('sha256')
        .update(JSON.stringify(JSON.parse(TEXT)))
        .digest();
    return this.read().cpu;
  }
}
