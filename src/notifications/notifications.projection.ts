import type { NoticeKey } from '../../workflows/notices.js';
import type { Relation } from '../../workflows/relations.js';
import type { Projection, Recorded } from '../engine/types.js';
import type { Tx } from '../persistence/tx.js';
import { addresseesOf } from './addressees.js';

const PLAN_ISSUED: NoticeKey = 'plan.issued';
const MEASURE_AMENDED: NoticeKey = 'measure.amended';
const MEASURE_ADDED: NoticeKey = 'measure.added';
const MEASURE_MERGED: NoticeKey = 'assignment.merged';
const LONGEST_NOTE = 500;
const NOTES = ['opinion', 'reason', 'text', 'outcome'];

/** Writes down, in the event's own transaction, whom its effects want to tell. */
export const notificationsProjection: Projection = {
  name: 'notifications',
  tables: ['notice'],
  async apply(tx, event) {
    let at = 0;
    for (const { type, params } of event.effects) {
      if (type !== 'notify') continue;
      const { to, text } = params as { to: readonly Relation[]; text: NoticeKey };
      const [about, key] = goesOn(event) ?? [event, text];
      for (const addressee of await addresseesOf(tx, event, to)) await write(tx, about, at, key, addressee);
      at++;
    }
    if (event.machine === 'assignment' && event.type === 'start') await firstTask(tx, event);
    if (event.machine === 'plan' && event.type === 'amend') await amended(tx, event);
  },
};

/** Taken off a measure that was merged, a unit that goes on in the other one is led there. */
function goesOn(event: Recorded): [Recorded, NoticeKey] | null {
  const { goesOnIn } = event.payload;
  if (event.machine !== 'assignment' || event.type !== 'remove' || typeof goesOnIn !== 'string') return null;
  return [{ ...event, machine: 'measure', instance: goesOnIn }, MEASURE_MERGED];
}

const BEGUN = ['started', 'restarted', 'resumed'];

interface AmendedMeasure {
  measureId: string | null;
  act: string;
  sentence: string;
}

/** Tells the units of each measure that an amendment of the plan names as changed or new, what changed. */
async function amended(tx: Tx, event: Recorded): Promise<void> {
  const { tells = [], measures = [] } = event.payload as { tells?: string[]; measures?: AmendedMeasure[] };
  for (const [at, instance] of tells.entries()) {
    const own = measures.find(({ measureId }) => measureId === instance);
    const key = BEGUN.includes(own?.act ?? '') ? MEASURE_ADDED : MEASURE_AMENDED;
    const text = own?.sentence ?? '';
    const ofMeasure = { ...event, machine: 'measure', instance, payload: { text } };
    const sql = `SELECT DISTINCT unit_id FROM assignment WHERE measure_id = ? AND state LIKE 'duty%' ORDER BY unit_id`;
    for (const { unitId } of await tx.all<{ unitId: string }>(sql, [instance]))
      await write(tx, ofMeasure, at, key, unitId);
  }
}

/** A plan is issued before its tasks begin, so each unit learns of it with its first one. */
async function firstTask(tx: Tx, event: Recorded): Promise<void> {
  const unitId = String(event.context.unitId);
  const sql = 'SELECT id FROM assignment WHERE plan_id = ? AND unit_id = ? AND id <> ? LIMIT 1';
  if (await tx.get(sql, [event.scope, unitId, event.instance])) return;
  const ofPlan = { ...event, machine: 'plan', instance: event.scope };
  await write(tx, ofPlan, 0, PLAN_ISSUED, unitId);
}

function write(tx: Tx, event: Recorded, place: number, textKey: NoticeKey, addressee: string): Promise<void> {
  const { position, scope: planId, machine, instance, context, actor, actorName, at: noticedOn } = event;
  // An assignment is shown on its measure's page.
  const ofAssignment = machine === 'assignment';
  const subject = ofAssignment ? String(context.measureId) : instance;
  return tx.insert('notice', {
    addressee,
    position,
    place,
    planId,
    subjectKind: ofAssignment ? 'measure' : machine,
    subject,
    textKey,
    note: noteOf(event.payload),
    actor,
    actorName,
    noticedOn,
  });
}

function noteOf(payload: Record<string, unknown>): string | null {
  for (const name of NOTES) {
    const words = payload[name];
    if (typeof words === 'string' && words !== '') return words.slice(0, LONGEST_NOTE);
  }
  return null;
}
