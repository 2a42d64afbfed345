import { definition } from '../../workflows/catalogue.js';
import { stateWords } from '../engine/step.js';
import type { Assignment, Measure } from '../measures/measures.entities.js';
import type { Unit } from '../organization/organization.entities.js';
import type { Cycle, Indicator, Plan } from '../plans/plans.entities.js';

type Units = Map<string, Unit>;

/** A unit as programs see it. */
export interface UnitView {
  id: string;
  name: string;
}

/** State for programs and in words. */
export function stateView(machine: string, state: string): { state: string; stateName: string } {
  return { state, stateName: stateWords(definition(`${machine}@1`), state) };
}

/** A unit by id and full name; the name is empty for a unit that is not among `units`. */
export function unitView(id: string, units: Units): UnitView {
  return { id, name: units.get(id)?.fullName ?? '' };
}

/** A plan's head for programs, with its state as code and words; days in Asia/Shanghai. */
export function planView(plan: Plan): object {
  const { id, title, docNumber, issuers, issuedOn, enabledOn, region, level, kind, recipient, yearFrom, yearTo } = plan;
  const about = { id, title, docNumber, issuers, issuedOn, enabledOn, region, level, kind, recipient };
  return { ...about, ...stateView('plan', plan.state), yearFrom, yearTo };
}

/** A plan's year with its stages; `origin` says whether their days are printed, set or presumed. */
export function cycleView({ id, year, state, phases }: Cycle): object {
  const stages = phases.map(({ stage, name, start, end, origin }) => ({ stage, name, start, end, origin }));
  return { id, year, ...stateView('cycle', state), phases: stages };
}

/** What is counted: meaning, unit, aggregation and target (a decimal string), with the words as printed. */
export function indicatorView(indicator: Indicator): object {
  const { id, measureId: measureKey, name, definition: meaning, unit, aggregation, op, target, raw, by } = indicator;
  return { id, measureKey, name, definition: meaning, unit, aggregation, op, target, raw, by };
}

/** A measure with its assignments. */
export function measureView(measure: Measure, assignments: Assignment[], units: Units): object {
  const { id, planId, cycleId, draftKey: key, no, title, content, heading, note, mode, leadUnit, leadBasis } = measure;
  const { consolidator, track, state, due, duePresumed, result, closedOn, summary } = measure;
  const own = assignments.filter((one) => one.measureId === id);
  return {
    ...{ id, planId, cycleId, key, no, title, content, heading, note, mode, leadBasis, consolidator, track },
    ...{ leadUnit: leadUnit === null ? null : unitView(leadUnit, units), ...stateView('measure', state) },
    ...{ due, duePresumed, result, closedOn, summary },
    assignments: own.map((one) => assignmentView(one, units)),
  };
}

function assignmentView(assignment: Assignment, units: Units): object {
  const { id, unitId, role, isLead, followsLead, state, ackKind, ackOn, due, firstDue, duePresumed } = assignment;
  const { status, progress, lastText, issues, nextStep, lastReportOn, lastPacketId, overdue } = assignment;
  return {
    ...{ id, unit: unitView(unitId, units), role, isLead, followsLead, ...stateView('assignment', state) },
    ...{ ackKind, ackOn, due, firstDue, duePresumed, status, progress, text: lastText, issues, nextStep },
    ...{ reportedOn: lastReportOn, packetId: lastPacketId, overdue },
  };
}
