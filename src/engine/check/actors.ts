import type { Relation } from '../../../workflows/relations.js';

/** One way in which somebody may stand behind an event. */
export interface Sender {
  by: { user: string; unit: string | null };
  relation: Relation;
  onBehalf: boolean;
}

/** The person on whom "who submits does not approve" is watched. */
export const WATCHED_PERSON = '甲';

/** Two persons are enough to tell "the same" from "another"; the second stands for everybody else. */
const PEOPLE = [WATCHED_PERSON, '乙'];

const UNITS: Partial<Record<Relation, (string | null)[]>> = {
  coordinator: ['office'],
  consolidator: ['unit-1', 'unit-2'],
  superior: ['superior'],
  admin: ['office'],
};

/** Everybody who may send an event as one relation: two persons, their units, the office also on behalf (代填). */
export function sendersAs(relation: Relation): Sender[] {
  if (relation === 'system') return [{ by: { user: '系统', unit: null }, relation, onBehalf: false }];
  const units = UNITS[relation] ?? ['unit-1'];
  const onBehalf = relation === 'coordinator' ? [false, true] : [false];
  return PEOPLE.flatMap((user) =>
    units.flatMap((unit) => onBehalf.map((behalf) => ({ by: { user, unit }, relation, onBehalf: behalf }))),
  );
}

/** The office stood behind the event: it acted for itself, or recorded a unit's act. */
export function isOffice(sender: Sender, context: { consolidator?: unknown }): boolean {
  if (sender.onBehalf || sender.relation === 'coordinator') return true;
  return sender.relation === 'consolidator' && context.consolidator === 'office';
}
