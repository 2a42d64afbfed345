import type { Command, StartCommand } from '../engine/types.js';
import type { StageDates } from '../domain/progress/phases.js';
import { addDays } from '../domain/calendar/day.js';
import type { UnitRef } from '../domain/plan/reading.js';
import type { DraftMeasure, DraftReading, GroupChoice } from './draft.js';

/** Everything a plan's year of work is started from; names are resolved to unit ids. */
export interface CycleOutline {
  planId: string;
  cycleId: string;
  year: number;
  draft: DraftReading;
  phases: StageDates[];
  /** From this day on duties count. */
  dutyFrom: string;
  unitId(name: string): string;
  /** Units behind “成员单位、相关部门”. */
  members: string[];
  /** Units behind “各县（市、区）”. */
  counties: string[];
}

export interface Duty {
  unitId: string;
  role: 'responsible' | 'supporting';
  isLead: boolean;
}

/** The commands that start one year's cycle: the cycle, its stage days, its measures, one assignment per unit and measure. */
export function cycleCommands(outline: CycleOutline): Command[] {
  const { planId, cycleId, year, phases, dutyFrom } = outline;
  const input = { planId, year, phases };
  return [
    { kind: 'start', machine: 'cycle', id: cycleId, scope: planId, input },
    { kind: 'send', instance: cycleId, type: 'setPhases', payload: { phases, fires: stageDays(phases) } },
    ...outline.draft.measures.flatMap((measure, at) => measureCommands(outline, measure, at)),
    ...(mobilisationIsOver(phases, dutyFrom) ? [toImplementation(cycleId)] : []),
  ];
}

/** Entered in mid-year: what lies before the day of 启用 is not waited for. */
function mobilisationIsOver(phases: StageDates[], dutyFrom: string): boolean {
  const end = phases.find((phase) => phase.stage === 'mobilisation')?.end;
  return Boolean(end && end < dutyFrom);
}

const toImplementation = (cycleId: string): Command => ({
  kind: 'send',
  instance: cycleId,
  type: 'beginImplementation',
});

/** Days on which the stages' ends fire: the day after the printed or set end; proposals (推定) do not act. */
export function stageDays(phases: StageDates[]): Record<string, string | null> {
  const acting = (stage: StageDates['stage']) =>
    phases.find((phase) => phase.stage === stage && phase.origin !== 'presumed');
  return {
    mobilisationEnd: dayAfter(acting('mobilisation')?.end),
    implementationEnd: acting('evaluation')?.start ?? null,
    evaluationEnd: dayAfter(acting('evaluation')?.end),
  };
}

function measureCommands(outline: CycleOutline, measure: DraftMeasure, at: number): Command[] {
  const { planId, cycleId } = outline;
  const id = `${cycleId}:${measure.key}`;
  const lead = measure.lead && measure.leadBasis !== 'first_listed' ? outline.unitId(measure.lead.name) : null;
  const input = {
    ...{ planId, cycleId, track: measure.track, consolidator: lead ? measure.consolidator : 'office' },
    ...{ draftKey: measure.key, position: at + 1, no: measure.no, title: measure.title, content: measure.text },
    ...{
      heading: measure.heading,
      note: measure.note,
      mode: measure.mode,
      leadUnit: lead,
      leadBasis: measure.leadBasis,
    },
    ...{ openGroups: measure.openGroups, conditions: measure.conditions, ...dueOf(outline, measure) },
    ...{ spanStart: measure.span[0], spanEnd: measure.span[1] },
  };
  const start: StartCommand = { kind: 'start', machine: 'measure', id, scope: planId, input };
  return [
    start,
    ...dutiesOf(outline, measure).map((duty, order) => assignmentCommand(outline, measure, id, duty, order + 1)),
  ];
}

function assignmentCommand(
  outline: CycleOutline,
  measure: DraftMeasure,
  measureId: string,
  duty: Duty,
  position: number,
): StartCommand {
  const { planId, cycleId, dutyFrom } = outline;
  const hasLead = measure.lead !== null && measure.leadBasis !== 'first_listed';
  const input = {
    ...{ planId, cycleId, measureId, unitId: duty.unitId, role: duty.role, isLead: duty.isLead, position },
    ...{ followsLead: duty.role === 'supporting' && hasLead, dutyFrom },
    ...assignmentDue(outline, measure),
  };
  return { kind: 'start', machine: 'assignment', id: `${measureId}:${duty.unitId}`, scope: planId, input };
}

/** The printed due day of this year; else the year's end, marked 推定. */
function dueOf(outline: CycleOutline, measure: DraftMeasure): { due: string; duePresumed: boolean } {
  const printed = measure.due?.startsWith(String(outline.year)) ? measure.due : null;
  return { due: printed ?? `${outline.year}-12-31`, duePresumed: printed === null };
}

/** Only a printed day fires. */
function assignmentDue(outline: CycleOutline, measure: DraftMeasure): object {
  const { due, duePresumed } = dueOf(outline, measure);
  return { due, duePresumed, fires: duePresumed ? null : addDays(due, 1) };
}

/** One duty per unit and measure, at its highest role; the groups as the office chose. */
export function dutiesOf(
  outline: Pick<CycleOutline, 'unitId' | 'members' | 'counties'>,
  measure: DraftMeasure,
): Duty[] {
  const stated = measure.leadBasis !== 'first_listed' ? measure.lead?.name : undefined;
  const named = (role: Duty['role']) => (unit: UnitRef) => ({
    unitId: outline.unitId(unit.name),
    role,
    isLead: unit.name === stated,
  });
  const all = [
    ...measure.responsible.map(named('responsible')),
    ...groupDuties(outline, measure.groups, 'responsible'),
    ...measure.supporting.map(named('supporting')),
    ...groupDuties(outline, measure.groups, 'supporting'),
  ];
  const first = new Map<string, Duty>();
  for (const duty of all) if (!first.has(duty.unitId)) first.set(duty.unitId, duty);
  return [...first.values()];
}

function groupDuties(
  outline: Pick<CycleOutline, 'members' | 'counties'>,
  groups: GroupChoice[],
  role: Duty['role'],
): Duty[] {
  const units = (choice: GroupChoice['choice']) =>
    choice === 'members' ? outline.members : choice === 'counties' ? outline.counties : [];
  return groups
    .filter((group) => group.role === role)
    .flatMap((group) => units(group.choice).map((unitId) => ({ unitId, role, isLead: false })));
}

/** Names of all units that a draft names, each once, in order of appearance. */
export function namedUnits(draft: DraftReading): string[] {
  const names = draft.measures.flatMap((m) => [...m.responsible, ...m.supporting]).map((unit) => unit.name);
  return [...new Set(names)];
}

function dayAfter(day: string | null | undefined): string | null {
  return day ? addDays(day, 1) : null;
}
