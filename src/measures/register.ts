import { addDays } from '../domain/calendar/day.js';
import { dutiesOf, leadOf, type DecidedMeasure, type Duty, type NamedUnits } from '../domain/plan/duties.js';
import { withoutPersons } from '../domain/plan/persons.js';
import type { StartCommand } from '../engine/types.js';

/** The year of a plan in which measures are started. */
export interface MeasureYear {
  planId: string;
  cycleId: string;
  year: number;
  /** From this day on duties count. */
  dutyFrom: string;
  units: NamedUnits;
  /** Ids that were given before; an id is used once. */
  usedIds?: Set<string>;
}

/** The commands that enter a measure under its key in the plan's reading, with one duty for each of its units; no person is named. */
export function measureStarts(
  year: MeasureYear,
  measure: DecidedMeasure,
  key: string,
  position: number,
): StartCommand[] {
  const { planId, cycleId } = year;
  const id = `${cycleId}:${key}`;
  const lead = leadOf(measure);
  const { no, title, heading, note, mode, leadBasis, leadGround, openGroups, conditions, track } = measure;
  const { due, duePresumed } = dueIn(year.year, measure);
  const input = {
    ...{ planId, cycleId, draftKey: key, position, no, title, heading, mode, track },
    ...{ note: withoutPersons(note), content: withoutPersons(measure.text) },
    ...{ leadUnit: lead && year.units.idOf(lead), leadBasis, leadGround: leadBasis === 'chosen' ? leadGround : null },
    ...{ consolidator: lead ? measure.consolidator : 'office', openGroups, conditions, due, duePresumed },
    ...{ spanStart: measure.span[0], spanEnd: measure.span[1] },
  };
  const duties = dutiesOf(measure, year.units);
  return [
    { kind: 'start', machine: 'measure', id, scope: planId, input },
    ...duties.map((duty, at) => dutyStart(year, id, measure, duty, at + 1)),
  ];
}

/** The command that gives one unit its part in a measure. */
export function dutyStart(
  year: MeasureYear,
  measureId: string,
  measure: DecidedMeasure,
  { unitId, role, isLead }: Duty,
  position: number,
): StartCommand {
  const { planId, cycleId, dutyFrom } = year;
  const input = {
    ...{ planId, cycleId, measureId, unitId, role, isLead, position, dutyFrom },
    ...{ followsLead: role === 'supporting' && leadOf(measure) !== null, ...dueIn(year.year, measure) },
  };
  const id = unusedId(year.usedIds ?? new Set(), `${measureId}:${unitId}`);
  return { kind: 'start', machine: 'assignment', id, scope: planId, input };
}

/** When a measure is due, seen from a year: as printed for that year or a later one, else the year's end by 推定, which fires nothing. */
export function dueIn(year: number, { due }: Pick<DecidedMeasure, 'due'>) {
  const printed = due !== null && due >= `${year}-01-01` ? due : null;
  return {
    due: printed ?? `${year}-12-31`,
    duePresumed: printed === null,
    fires: printed ? addDays(printed, 1) : null,
  };
}

/** A unit that comes back to a duty it once left gets a new one: the old one keeps its record. */
function unusedId(used: Set<string>, wanted: string): string {
  let id = wanted;
  for (let again = 2; used.has(id); again++) id = `${wanted}:${again}`;
  return id;
}
