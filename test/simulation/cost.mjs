const PARTS = 10;

/**
 * What the writing process spent, by tenths of the events: microseconds of the clock and of the processor per event, and
 * the memory it held. A day begun again after a kill costs time and makes no events; it is counted where it fell.
 */
export function costOf(samples) {
  const events = Math.max(...samples.map(({ position }) => position));
  const tenths = Array.from({ length: PARTS }, () => ({ events: 0, us: 0, cpu: 0, rssMb: 0 }));
  let before = 0;
  for (const { position, us, cpu, rssMb } of samples) {
    const tenth = tenths[Math.min(PARTS - 1, Math.floor((PARTS * (before + position)) / 2 / events))];
    tenth.events += Math.max(0, position - before);
    tenth.us += us;
    tenth.cpu += cpu;
    tenth.rssMb = rssMb;
    before = Math.max(before, position);
  }
  const sum = (name) => tenths.reduce((total, tenth) => total + tenth[name], 0);
  return {
    eventsPerSecond: Math.round((events / sum('us')) * 1e6),
    writingSeconds: Number((sum('us') / 1e6).toFixed(1)),
    writingCpuSeconds: Number((sum('cpu') / 1e6).toFixed(1)),
    tenths: tenths.map(({ events: n, us, cpu, rssMb }) => {
      return { events: n, usPerEvent: Math.round(us / n), cpuUsPerEvent: Math.round(cpu / n), rssMb };
    }),
  };
}
