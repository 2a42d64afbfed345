import type { Tx } from '../persistence/tx.js';
import type { Effect, InstanceRow } from './types.js';

/**
 * Writes the notices that an event asked for, in the event's own transaction: whoever delivers them reads this table, so
 * that no notice is lost with a crash and none is sent for a command that was undone.
 */
export async function keepNotices(
  tx: Tx,
  { id, scope }: Pick<InstanceRow, 'id' | 'scope'>,
  position: number,
  effects: Effect[],
): Promise<void> {
  for (const { type, params } of effects) {
    if (type !== 'notify') continue;
    const { to, text } = params as { to: string[]; text: string };
    await tx.insert('outbox', { position, instanceId: id, scope, recipients: to.join(), text, status: 'pending' });
  }
}
