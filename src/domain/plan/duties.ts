import type { MeasureReading, UnitRef } from './reading.js';

/** undecided: nobody has chosen yet; unclear: 暂不明确; members, counties: filled from the lists when issued; named: from the plan itself (各责任单位). */
export interface GroupChoice {
  surface: string;
  role: 'responsible' | 'supporting';
  choice: 'undecided' | 'unclear' | 'members' | 'counties' | 'named';
}

/** Why a lead was designated that the document does not name: a document (文号), a meeting, an instruction (批示). */
export interface LeadGround {
  kind: 'document' | 'meeting' | 'instruction' | 'other';
  words: string;
}

export const GROUNDS: Record<LeadGround['kind'], string> = {
  document: '文件（文号）',
  meeting: '会议',
  instruction: '批示',
  other: '其他',
};

/** 会议：市政府第12次常务会议. */
export const groundWords = (ground: LeadGround | null): string =>
  ground ? `${GROUNDS[ground.kind]}：${ground.words}` : '未写依据';

/** A measure with what the office chose for it. */
export interface DecidedMeasure extends MeasureReading {
  /** deliverable 办结型 | standing 常态型. */
  track: 'deliverable' | 'standing';
  /** Who puts it together: the stated lead, or the coordinator's office (我办汇总). */
  consolidator: 'office' | 'lead';
  /** The office's choice for each open group: all of a list, or 暂不明确. */
  groups: GroupChoice[];
  /** On what a chosen lead rests; null while none was chosen. */
  leadGround: LeadGround | null;
}

/** One unit's part in a measure, at its highest role. */
export interface Duty {
  unitId: string;
  role: 'responsible' | 'supporting';
  isLead: boolean;
}

/** Where names lead: units by name, and the lists behind the open groups. */
export interface NamedUnits {
  idOf(name: string): string;
  /** Units behind “成员单位、相关部门”. */
  members: string[];
  /** Units behind “各县（市、区）”. */
  counties: string[];
  /** Units behind “各责任单位”: those that the plan names in the part that the words say. */
  named(surface: string): string[];
}

type Led = Pick<MeasureReading, 'lead' | 'leadBasis'>;
type Division = Led & Pick<DecidedMeasure, 'mode' | 'responsible' | 'supporting' | 'groups'>;

/** The lead's name, stated or designated; a lead that is only first in the list has no lead's duty (null). */
export function leadOf({ lead, leadBasis }: Led): string | null {
  return lead && leadBasis !== 'first_listed' ? lead.name : null;
}

/** All that lead: where leads and supporters are told apart, every responsible unit; else the designated one alone. */
function leadsOf(measure: Division): Set<string> {
  const lead = leadOf(measure);
  if (lead === null) return new Set();
  return new Set(measure.mode === 'lead_support' ? measure.responsible.map(({ name }) => name) : [lead]);
}

/** One duty per unit and measure, at its highest role; the groups as the office chose. */
export function dutiesOf(measure: Division, units: NamedUnits): Duty[] {
  const leads = leadsOf(measure);
  const partsIn = (role: Duty['role']): Duty[] => [
    ...namedIn(measure, role).map(({ name }) => ({
      unitId: units.idOf(name),
      role,
      isLead: role === 'responsible' && leads.has(name),
    })),
    ...groupUnits(measure, role, units).map((unitId) => ({ unitId, role, isLead: false })),
  ];
  const first = new Map<string, Duty>();
  for (const duty of [...partsIn('responsible'), ...partsIn('supporting')])
    if (!first.has(duty.unitId)) first.set(duty.unitId, duty);
  return [...first.values()];
}

/** Who answers for a part of its own beside the lead is responsible for it, and does not follow the lead. */
function namedIn({ responsible, supporting }: Division, role: Duty['role']): UnitRef[] {
  if (role === 'supporting') return supporting.filter(({ own }) => !own);
  return [...responsible, ...supporting.filter(({ own }) => own)];
}

/** The units that a measure's figures are asked of: its leads; all that are responsible where it has none. */
export function figureUnits(measure: Division, units: NamedUnits): string[] {
  const responsible = dutiesOf(measure, units).filter(({ role }) => role === 'responsible');
  const leads = measure.mode === 'lead_support' ? responsible.filter(({ isLead }) => isLead) : [];
  return (leads.length > 0 ? leads : responsible).map(({ unitId }) => unitId);
}

function groupUnits({ groups, ...measure }: Division, role: Duty['role'], units: NamedUnits): string[] {
  return groups.filter((group) => group.role === role).flatMap((group) => unitsBehind(group, measure, units));
}

/** Whom a measure names in another part keeps that part beside 各责任单位. */
function unitsBehind(
  { choice, surface }: GroupChoice,
  { responsible, supporting }: Pick<Division, 'responsible' | 'supporting'>,
  { idOf, members, counties, named }: NamedUnits,
): string[] {
  if (choice === 'members') return members;
  if (choice === 'counties') return counties;
  if (choice !== 'named') return [];
  const own = new Set([...responsible, ...supporting].map(({ name }) => idOf(name)));
  return named(surface).filter((id) => !own.has(id));
}
