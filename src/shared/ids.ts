import { v7 } from 'uuid';

/** Where ids come from: time-ordered UUIDv7 in production, a seeded sequence in simulations and tests. */
export abstract class IdSource {
  abstract next(): string;
}

/** UUIDv7 by the system's time and randomness. */
export class RandomIds extends IdSource {
  next(): string {
    return v7();
  }
}

/** Repeatable ids: the same seed gives the same sequence of UUIDv7-shaped ids. */
export class SeededIds extends IdSource {
  private count = 0;

  constructor(
    private readonly random: () => number,
    private readonly startMs: number,
  ) {
    super();
  }

  next(): string {
    const bytes = Uint8Array.from({ length: 16 }, () => Math.floor(this.random() * 256));
    return v7({ msecs: this.startMs + this.count++, seq: 0, random: bytes });
  }
}
