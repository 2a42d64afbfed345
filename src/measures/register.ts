import { addDays } from '../domain/calendar/day.js';
import { dutiesOf, leadOf, type DecidedMeasure, type Duty, type NamedUnits } from '../domain/plan/duties.js';
import { personsIn, withoutPersons } from '../domain/plan/persons.js';
import type { StartCommand } from '../engine/types.js';

export { concernedWith } from './access.js';
export { openDisputes } from './disputes.js';
export { endedMeasures, type EndedMeasures } from './ended.js';

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
  const { no, mode, leadBasis, leadGround, openGroups, conditions, track } = measure;
  const { due, duePresumed } = dueIn(year.year, measure, year.dutyFrom);
  const input = {
    ...{ planId, cycleId, draftKey: key, position, no, mode, track },
    ...wordsOf(measure),
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

/** The measure's words without persons' names. */
function wordsOf({ title, heading, note, text }: DecidedMeasure) {
  const known = personsIn([title, note, text].join('\n'));
  const hide = (words: string): string => withoutPersons(words, known);
  return { title: hide(title), heading: heading.map(hide), note: hide(note), content: hide(text) };
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
    ...{ followsLead: role === 'supporting' && leadOf(measure) !== null, ...dueIn(year.year, measure, dutyFrom) },
  };
  const id = unusedId(year.usedIds ?? new Set(), `${measureId}:${unitId}`);
  return { kind: 'start', machine: 'assignment', id, scope: planId, input };
}

/**
 * When a measure is due, seen from a year: as printed for that year or a later one (or for the weeks before it, where
 * work began `from` then), else the year's end by 推定, which fires nothing.
 */
export function dueIn(year: number, { due }: Pick<DecidedMeasure, 'due'>, from = `${year}-01-01`) {
  const printed = due !== null && (due >= `${year}-01-01` || due >= from) ? due : null;
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
