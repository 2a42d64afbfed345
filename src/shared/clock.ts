/** Where "now" comes from: the system in production, a fixed instant in tests. */
export abstract class Clock {
  /** Milliseconds since the epoch, UTC. */
  abstract now(): number;
}

/** The machine's clock, UTC milliseconds. */
export class SystemClock extends Clock {
  now(): number {
    return Date.now();
  }
}

/** A clock that stands still until it is set. */
export class FixedClock extends Clock {
  constructor(private instant: number) {
    super();
  }

  now(): number {
    return this.instant;
  }

  set(instant: number): void {
    this.instant = instant;
  }
}

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The UTC instant (ms) at which a day begins in Asia/Shanghai. */
export function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) - SHANGHAI_OFFSET_MS;
}
