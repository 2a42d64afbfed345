import { stageDays, type StageDates } from '../domain/progress/phases.js';
import type { NamedUnits } from '../domain/plan/duties.js';
import { namedInRole } from '../domain/plan/named-in-role.js';
import type { Command } from '../engine/types.js';
import { measureStarts, type MeasureYear } from '../measures/register.js';
import type { DraftReading } from './draft.js';

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

/** The commands that start one year's cycle: the cycle, its stage days, its measures, one assignment per unit and measure. */
export function cycleCommands(outline: CycleOutline): Command[] {
  const { planId, cycleId, year, phases, dutyFrom } = outline;
  const input = { planId, year, phases };
  const measureYear: MeasureYear = { planId, cycleId, year, dutyFrom, units: unitsOf(outline) };
  return [
    { kind: 'start', machine: 'cycle', id: cycleId, scope: planId, input },
    { kind: 'send', instance: cycleId, type: 'setPhases', payload: { phases, fires: stageDays(phases) } },
    ...outline.draft.measures.flatMap((measure, at) => measureStarts(measureYear, measure, measure.key, at + 1)),
    ...(mobilisationIsOver(phases, dutyFrom) ? [toImplementation(cycleId)] : []),
  ];
}

/** Where the outline's names lead. */
export const unitsOf = ({ draft, unitId, members, counties }: CycleOutline): NamedUnits => ({
  ...{ idOf: unitId, members, counties },
  named: (surface) => namedInRole(draft.measures, surface).map(unitId),
});

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

/** Names of all units that a draft names, each once, in order of appearance. */
export function namedUnits(draft: DraftReading): string[] {
  const names = draft.measures.flatMap((m) => [...m.responsible, ...m.supporting]).map((unit) => unit.name);
  return [...new Set(names)];
}
