import { Replay } from '../engine/replay.js';
import type { Reader } from '../persistence/tx.js';

/** Where a matter stood before its last move, and the day of that move. */
export interface Standing {
  state: string;
  on: string;
}

/** By the record: the state that an instance left last, and when; null where it never left one. */
export async function lastStanding(read: Reader, instance: string): Promise<Standing | null> {
  const left: Standing[] = [];
  await new Replay(read).run(
    async ({ stateBefore, state, at }) => {
      if (stateBefore && stateBefore !== state) left.push({ state: stateBefore, on: at });
    },
    { instance },
  );
  return left.at(-1) ?? null;
}
