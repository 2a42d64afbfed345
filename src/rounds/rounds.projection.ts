import type { Projection, Recorded } from '../engine/types.js';
import type { Tx } from '../persistence/tx.js';

type Handler = (tx: Tx, event: Recorded) => Promise<unknown>;

const onRound: Record<string, Handler> = {
  start: (tx, e) => {
    const { planId, cycleId, kind, title, asOf, due, basis, parts, indicatorIds } = e.payload;
    const row = { planId, cycleId, kind, title, asOf, due, basis, parts, indicatorIds };
    return tx.insert('round', { id: e.instance, ...row, state: e.state, openedOn: e.at });
  },
  extend: (tx, e) => tx.update('round', { due: e.payload.due }, { id: e.instance }),
  reopen: (tx, e) => tx.update('round', { due: e.payload.due }, { id: e.instance }),
  changeRequest: (tx, e) => {
    const { title, parts, indicatorIds } = e.payload.patch as Record<string, unknown>;
    return tx.update('round', { title, parts, indicatorIds }, { id: e.instance });
  },
  chase: async (tx, e) => {
    const { units, channel, text } = e.payload as { units: string[]; channel: string; text: string };
    const common = { roundId: e.instance, chasedOn: e.at, channel, byName: e.actorName, text };
    for (const unitId of units) await tx.insert('chase', { id: `${e.position}:${unitId}`, unitId, ...common });
  },
};

/** Rounds and their reminders, kept in step with the log. */
export const roundsProjection: Projection = {
  name: 'rounds',
  tables: ['round', 'chase'],
  machines: ['round'],
  async apply(tx, event) {
    await onRound[event.type]?.(tx, event);
    if (event.state !== event.stateBefore) await tx.update('round', { state: event.state }, { id: event.instance });
  },
};
