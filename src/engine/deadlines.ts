import type { Reader, Tx } from '../persistence/tx.js';
import type { Effect } from './types.js';

export interface DueDeadline {
  id: number;
  instance: string;
  scope: string;
  name: string;
  onDay: string;
}

/** Whether an effect sets or clears a deadline. */
export const setsDeadline = ({ type }: Effect): boolean => type === 'setDeadline';

/**
 * Writes the deadlines that an event set or cleared. One whose day lies before the event's own business day is kept as
 * 'lapsed' and never fires: entering an old plan does not fire its past.
 */
export async function keepDeadlines(
  tx: Tx,
  instance: string,
  scope: string,
  today: string,
  effects: Effect[],
): Promise<void> {
  for (const { params } of effects.filter(setsDeadline)) {
    const { name, on } = params as { name: string; on: string | null };
    await tx.update('deadline', { status: 'cleared' }, { instanceId: instance, name, status: 'pending' });
    if (!on) continue;
    await tx.insert('deadline', {
      instanceId: instance,
      scope,
      name,
      onDay: on,
      status: on < today ? 'lapsed' : 'pending',
    });
  }
}

/** Takes a pending deadline out of the waiting ones; false when it is not pending any more. */
export async function claimDeadline(tx: Tx, id: number, status: string): Promise<boolean> {
  if (!(await tx.get(`SELECT id FROM deadline WHERE id = ? AND status = 'pending'`, [id]))) return false;
  await tx.update('deadline', { status }, { id });
  return true;
}

/** Pending deadlines whose day has come by their plan's clock, in order of day, then of setting. */
export async function dueDeadlines(
  read: Reader,
  today: (scope: string) => Promise<string>,
  only?: string,
): Promise<DueDeadline[]> {
  const scopes = only === undefined ? await waitingScopes(read) : [only];
  const due: DueDeadline[] = [];
  for (const scope of scopes) due.push(...(await dueIn(read, scope, await today(scope))));
  return due.sort((a, b) => (a.onDay < b.onDay ? -1 : a.onDay > b.onDay ? 1 : a.id - b.id));
}

/** From one scope to the next by the index, not through all that wait in each. */
const WAITING = `WITH RECURSIVE waiting(scope) AS (
  SELECT min(scope) FROM deadline WHERE status = 'pending'
  UNION ALL
  SELECT (SELECT min(scope) FROM deadline WHERE status = 'pending' AND scope > waiting.scope)
  FROM waiting WHERE waiting.scope IS NOT NULL
) SELECT scope FROM waiting WHERE scope IS NOT NULL`;

async function waitingScopes(read: Reader): Promise<string[]> {
  return (await read.all<{ scope: string }>(WAITING)).map(({ scope }) => scope);
}

function dueIn(read: Reader, scope: string, day: string): Promise<DueDeadline[]> {
  return read.all<DueDeadline>(
    `SELECT id, instance_id AS instance, scope, name, on_day FROM deadline
     WHERE status = 'pending' AND scope = ? AND on_day <= ? ORDER BY on_day, id LIMIT 500`,
    [scope, day],
  );
}
