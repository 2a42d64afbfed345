import { addDays } from '../domain/calendar/day.js';
import type { Command, StartCommand } from '../engine/types.js';
import type { DraftMeasure } from './access.js';
import type { AmendmentGround } from './amendment.ground.js';
import { dutiesFrom, type Duty } from './duties.js';

/** When a measure is due in the running year: as printed, else the year's end by 推定, which fires nothing. */
export function dueIn(year: number, measure: Pick<DraftMeasure, 'due'>) {
  const printed = measure.due?.startsWith(String(year)) ? measure.due : null;
  const due = printed ?? `${year}-12-31`;
  return { due, duePresumed: printed === null, fires: printed ? addDays(printed, 1) : null };
}

/** The stated lead's unit; a lead that is only first in the list has no lead's duty. */
export function leadUnitOf(ground: AmendmentGround, measure: DraftMeasure): string | null {
  return measure.lead && measure.leadBasis !== 'first_listed' ? ground.units.idOf(measure.lead.name) : null;
}

/** Starts a measure of the new text in the running cycle, at the cycle's stage, with a duty for each of its units. */
export function startMeasure(ground: AmendmentGround, measure: DraftMeasure, key: string, position: number): Command[] {
  const { cycle, old } = ground;
  const id = `${cycle.id}:${key}`;
  const lead = leadUnitOf(ground, measure);
  const { due, duePresumed } = dueIn(cycle.year, measure);
  const { no, title, heading, note, mode, leadBasis, openGroups, conditions, track } = measure;
  const input = {
    ...{ planId: old.plan.id, cycleId: cycle.id, draftKey: key, position, no, title, heading, note, mode, track },
    ...{ content: measure.text, leadUnit: lead, leadBasis, consolidator: lead ? measure.consolidator : 'office' },
    ...{ openGroups, conditions, due, duePresumed, spanStart: 0, spanEnd: 0 },
  };
  const start: StartCommand = { kind: 'start', machine: 'measure', id, scope: old.plan.id, input };
  const duties = dutiesFrom(measure, ground.units);
  return [start, ...duties.map((duty, at) => startDuty(ground, id, measure, duty, at + 1)), ...toStage(ground, id)];
}

/** One unit's duty from the day of the amendment on. */
export function startDuty(
  ground: AmendmentGround,
  measureId: string,
  measure: DraftMeasure,
  { unitId, role, isLead }: Duty,
  position: number,
): Command {
  const { cycle, old } = ground;
  const input = {
    ...{ planId: old.plan.id, cycleId: cycle.id, measureId, unitId, role, isLead, position, dutyFrom: ground.day },
    ...{ followsLead: role === 'supporting' && leadUnitOf(ground, measure) !== null, ...dueIn(cycle.year, measure) },
  };
  const id = unusedId(ground.usedIds, `${measureId}:${unitId}`);
  return { kind: 'start', machine: 'assignment', id, scope: old.plan.id, input };
}

/** A unit that comes back to a duty it once left gets a new one: the old one keeps its record. */
function unusedId(used: Set<string>, wanted: string): string {
  let id = wanted;
  for (let again = 2; used.has(id); again++) id = `${wanted}:${again}`;
  return id;
}

const STAGES: Record<string, string> = { implementation: 'beginImplementation', evaluation: 'beginEvaluation' };

function toStage({ cycle }: AmendmentGround, instance: string): Command[] {
  const type = STAGES[cycle.state];
  return type ? [{ kind: 'send', instance, type, payload: {} }] : [];
}
