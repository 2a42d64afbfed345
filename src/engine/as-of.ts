import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from '../persistence/database.js';
import type { Reader } from '../persistence/tx.js';
import type { Definitions } from './definitions.js';
import { ByMachine } from './feature.js';
import { Replay } from './replay.js';
import { statePath } from './step.js';
import type { Projection, Recorded } from './types.js';

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
export async function stateAsOf(
  read: Reader,
  moment: Moment,
  definitions?: Definitions,
): Promise<Map<string, PastState>> {
  const replay = await new Replay(read, definitions).run(undefined, {
    until: await positionAt(read, moment),
  });
  const entries = [...replay.instances].map(([id, { definition, seq, snapshot }]): [string, PastState] => {
    const context = snapshot.context as Record<string, unknown>;
    return [id, { definition, revision: seq, state: statePath(snapshot.value), context }];
  });
  return new Map(entries);
}

/** What of the log is rebuilt. */
export interface Extent {
  /** Up to this moment; to the end where not given. */
  moment?: Moment;
  /** Of these scopes only ('' is the office's own register); of all where not given. */
  scopes?: readonly string[];
  /** The definitions of the log, where they are not the product's own. */
  definitions?: Definitions;
}

/** Events between two turns for others. */
const TURN = 200;

/**
 * Fills the empty database `past` with every table as it stood at a moment, so that the ledger and reports can be asked
 * of it as of the present one. Returns the replay, whose faults tell whether the log could be trusted.
 */
export async function rebuildAsOf(
  read: Reader,
  past: Database,
  projections: Projection[],
  { moment, scopes, definitions }: Extent = {},
): Promise<Replay> {
  const until = moment ? await positionAt(read, moment) : undefined;
  const replay = new Replay(read, definitions);
  const concerned = new ByMachine(projections);
  const waiting: Recorded[] = [];
  const project = (): Promise<void> =>
    past.write(async (tx) => {
      for (const event of waiting.splice(0)) for (const one of concerned.of(event.machine)) await one.apply(tx, event);
    });
  const each = async (event: Recorded): Promise<void> => {
    if (waiting.push(event) < TURN) return;
    await project();
    await nextTurn();
  };
  await replay.run(each, { until, scopes });
  await project();
  return replay;
}
