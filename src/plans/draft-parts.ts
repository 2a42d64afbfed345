import type { UnitRef } from '../domain/plan/reading.js';
import { readRoles, type Member } from '../intake/notes/roles.js';
import type { Division, DraftMeasure } from './draft.js';

/** One unit of a measure's card: name as it stands in the field, the printed surface, the part it plays. */
export interface UnitRow {
  name: string;
  surface: string;
  role: 'lead' | 'responsible' | 'supporting' | 'out';
}

/** The parts as the page prints them. */
export const PART_WORDS = { lead: '牵头', responsible: '责任', supporting: '配合', out: '移出' } as const;

/**
 * Rows of the units of a measure, in the order of the note: the leads first, who answers beside them, who helps. Of several
 * that are only listed none is shown as the lead.
 */
export function unitRows({ mode, lead, leadBasis, responsible, supporting }: Division): UnitRow[] {
  const isListed = leadBasis === 'first_listed' && responsible.length > 1;
  const leads = ({ name }: UnitRef) =>
    (mode === 'lead_support' && !isListed) || (leadBasis === 'chosen' && lead?.name === name);
  return [
    ...responsible.map((unit) => rowOf(unit, leads(unit) ? 'lead' : 'responsible')),
    ...supporting.map((unit) => rowOf(unit, unit.own ? 'responsible' : 'supporting')),
  ];
}

const rowOf = ({ name, surface }: UnitRef, role: UnitRow['role']): UnitRow => ({ name, surface, role });

/** A unit as one that answers for a part of its own beside the lead, or as one that does not. */
export function withPart(unit: UnitRef, own: boolean): UnitRef {
  const { own: _before, ...plain } = unit;
  return own ? { ...plain, own } : plain;
}

/** Those that answer for a part of their own first, then the helpers; each once. */
export const ownFirst = (units: readonly UnitRef[]): UnitRef[] => [
  ...units.filter(({ own }) => own),
  ...units.filter(({ own }) => !own),
];

/** Each unit once, by its name. */
export function distinct(units: UnitRef[]): UnitRef[] {
  const seen = new Set<string>();
  return units.filter(({ name }) => !seen.has(name) && seen.add(name));
}

/**
 * A measure under a lead whose note prints three parts (牵头单位、责任单位、配合单位): what is called 责任 there answers for a
 * part of its own. Where only two of the words stand, who is no lead supports (design.md section 3, conventions.md section 2).
 */
export function withOwnParts(measure: DraftMeasure): DraftMeasure {
  if (measure.mode !== 'lead_support' || !measure.lead) return measure;
  const { members } = readRoles(measure.note);
  if (!members.some(({ role }) => role === 'support')) return measure;
  const own = (surface: string) => isCalledOwn(members, surface);
  return {
    ...measure,
    supporting: ownFirst(measure.supporting.map((unit) => (own(unit.surface) ? withPart(unit, true) : unit))),
    groups: measure.groups.map((group) => (own(group.surface) ? { ...group, role: 'responsible' } : group)),
  };
}

/** Whether a note says of a name that it answers for its part, and nowhere that it helps. */
function isCalledOwn(members: readonly Member[], surface: string): boolean {
  const isSaid = (role: Member['role']) =>
    members.some((one) => one.role === role && (one.text === surface || one.text.endsWith(surface)));
  return isSaid('own') && !isSaid('support');
}

/** The units that a note calls responsible and that support all the same, there being a lead beside them. */
export function calledResponsible({ mode, lead, note, supporting }: DraftMeasure): string[] {
  const plain = mode === 'lead_support' && lead && note !== '' ? supporting.filter(({ own }) => !own) : [];
  if (plain.length === 0) return [];
  const { members } = readRoles(note);
  return plain.filter(({ surface }) => isCalledOwn(members, surface)).map(({ name }) => name);
}
