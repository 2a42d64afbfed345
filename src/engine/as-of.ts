import type { Database } from '../persistence/database.js';
import type { Reader } from '../persistence/tx.js';
import { Replay } from './replay.js';
import { statePath } from './step.js';
import type { Projection } from './types.js';

/** A moment of the past: the last event that counts, or an instant (UTC ms, server time). */
export type Moment = { position: number } | { instant: number };

/** An instance as it stood at a moment. */
export interface PastState {
  definition: string;
  revision: number;
  state: string;
  context: Record<string, unknown>;
}

/**
 * Position of the last event of a moment; 0 before the first. Order is the log's own: where the server's clock was set
 * back, an instant counts up to the last event that bears it or an earlier one.
 */
export async function positionAt(read: Reader, moment: Moment): Promise<number> {
  if ('position' in moment) return moment.position;
  const sql = 'SELECT max(position) AS position FROM event WHERE recorded_at <= ?';
  const row = await read.get<{ position: number | null }>(sql, [moment.instant]);
  return row?.position ?? 0;
}

/** Every instance as it stood at a moment, by replaying the log up to it. */
export async function stateAsOf(read: Reader, moment: Moment): Promise<Map<string, PastState>> {
  const replay = await new Replay(read).run(undefined, await positionAt(read, moment));
  const entries = [...replay.instances].map(([id, { definition, seq, snapshot }]): [string, PastState] => {
    const context = snapshot.context as Record<string, unknown>;
    return [id, { definition, revision: seq, state: statePath(snapshot.value), context }];
  });
  return new Map(entries);
}

/**
 * Fills the empty database `past` with every table as it stood at a moment, so that the ledger and reports can be asked
 * of it as of the present one. Returns the replay, whose faults tell whether the log could be trusted.
 */
export async function rebuildAsOf(
  read: Reader,
  past: Database,
  projections: Projection[],
  moment: Moment = { position: Number.MAX_SAFE_INTEGER },
): Promise<Replay> {
  const until = await positionAt(read, moment);
  const replay = new Replay(read);
  await past.write(async (tx) => {
    await replay.run(async (event) => {
      for (const projection of projections) await projection.apply(tx, event);
    }, until);
  });
  return replay;
}
