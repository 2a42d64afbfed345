import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { TimedPeriodic, type PeriodicWork } from './periodic.js';

const WORK = { name: 'deadlines', everySeconds: 30, leaseSeconds: 60 };

function work(run: () => Promise<unknown>): PeriodicWork & { faults: unknown[] } {
  const faults: unknown[] = [];
  return { ...WORK, run, faults, failed: (error) => void faults.push(error) };
}

describe('work that comes round on a server of its own', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is done at once, and then every half minute until the server stops', async () => {
    jest.useFakeTimers();
    const periodic = new TimedPeriodic();
    let times = 0;
    await periodic.keep(work(async () => (times += 1)));
    expect(times).toBe(1);
    await jest.advanceTimersByTimeAsync(90_000);
    expect(times).toBe(4);
    await periodic.stop();
    await jest.advanceTimersByTimeAsync(90_000);
    expect(times).toBe(4);
  });

  it('tells a failure and comes round again', async () => {
    jest.useFakeTimers();
    const periodic = new TimedPeriodic();
    const failing = work(() => Promise.reject(new Error('数据库暂时连接不上')));
    await periodic.keep(failing);
    await jest.advanceTimersByTimeAsync(30_000);
    expect(failing.faults).toHaveLength(2);
    await periodic.stop();
  });

  it('is not begun a second time while it still runs, and is waited for at the stop', async () => {
    jest.useFakeTimers();
    const periodic = new TimedPeriodic();
    let begun = 0;
    let finish = () => {};
    const slow = work(() => {
      begun += 1;
      return new Promise<void>((resolve) => (finish = resolve));
    });
    await periodic.keep(slow);
    await jest.advanceTimersByTimeAsync(120_000);
    expect(begun).toBe(1);
    let stopped = false;
    const stop = periodic.stop().then(() => (stopped = true));
    await jest.advanceTimersByTimeAsync(1);
    expect(stopped).toBe(false);
    finish();
    await stop;
    expect(stopped).toBe(true);
  });
});
