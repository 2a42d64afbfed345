import type { NoticeKey } from '../../workflows/notices.js';
import type { Relation } from '../../workflows/relations.js';
import type { Projection, Recorded } from '../engine/types.js';
import type { Tx } from '../persistence/tx.js';
import { addresseesOf, type Addressee } from './addressees.js';

const PLAN_ISSUED: NoticeKey = 'plan.issued';
const LONGEST_NOTE = 500;
const NOTES = ['opinion', 'reason', 'text', 'outcome'];

/** Writes down, in the event's own transaction, whom its effects want to tell. */
export const notificationsProjection: Projection = {
  name: 'notifications',
  tables: ['notice'],
  async apply(tx, event) {
    const wanted = event.effects.filter((effect) => effect.type === 'notify');
    for (const [at, { params }] of wanted.entries()) {
      const { to, text } = params as { to: readonly Relation[]; text: NoticeKey };
      for (const addressee of await addresseesOf(tx, event, to)) await write(tx, event, at, text, addressee);
    }
    if (event.machine === 'assignment' && event.type === 'start') await firstTask(tx, event);
  },
};

/** A plan is issued before its tasks begin, so each unit learns of it with its first one. */
async function firstTask(tx: Tx, event: Recorded): Promise<void> {
  const unitId = String(event.context.unitId);
  const sql = 'SELECT id FROM notice WHERE unit_id = ? AND plan_id = ? AND text_key = ? LIMIT 1';
  if (await tx.get(sql, [unitId, event.scope, PLAN_ISSUED])) return;
  const ofPlan = { ...event, machine: 'plan', instance: event.scope };
  await write(tx, ofPlan, 0, PLAN_ISSUED, { unitId, role: null });
}

function write(tx: Tx, event: Recorded, at: number, textKey: NoticeKey, { unitId, role }: Addressee): Promise<void> {
  const { position, scope: planId, actor, actorName } = event;
  return tx.insert('notice', {
    ...{ id: `${position}:${at}:${unitId ?? role}`, position, planId, ...subjectOf(event), textKey },
    ...{ note: noteOf(event.payload), unitId, role, actor, actorName, noticedOn: event.at },
  });
}

/** An assignment is shown on its measure's page. */
function subjectOf({ machine, instance, context }: Recorded): { subjectKind: string; subject: string } {
  if (machine !== 'assignment') return { subjectKind: machine, subject: instance };
  return { subjectKind: 'measure', subject: String(context.measureId) };
}

function noteOf(payload: Record<string, unknown>): string | null {
  const words = NOTES.map((name) => payload[name]).find((word) => typeof word === 'string' && word !== '');
  return typeof words === 'string' ? words.slice(0, LONGEST_NOTE) : null;
}
