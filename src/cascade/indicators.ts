import { sameMetric, SAME_IN_CLAUSE } from '../domain/comparison/demand.js';
import type { TargetReading } from '../domain/plan/reading.js';
import type { AmendmentGround } from './amendment.ground.js';

/** What the new text asks to be counted beside what is counted already. */
export interface NewCount {
  /** Key of the measure; null for the whole plan. */
  key: string | null;
  target: TargetReading;
  reporters: string[];
}

/** Only these kinds of target are asked for; norms, parameters and scopes are not progress. */
const ASKED = new Set(['annual', 'ratio', 'standing', 'multi_year']);

/** Targets of the new text whose metric the old text does not have. */
export function newTargets(old: readonly TargetReading[], now: readonly TargetReading[]): TargetReading[] {
  return now.filter((target) => ASKED.has(target.targetKind) && sameMetric(target, old, SAME_IN_CLAUSE) === null);
}

/** The indicators for new counts, as a plan's `adjust` takes them; their ids follow from plan, revision and place. */
export function indicatorsFor(ground: AmendmentGround, counts: readonly NewCount[]): object[] {
  const position = Math.max(0, ...ground.indicators.map((one) => one.position));
  return counts.map(({ key, target, reporters }, at) => ({
    ...{ id: `${ground.old.plan.id}:r${ground.revision}i${at + 1}`, measureId: key, presetId: null },
    ...{ name: target.metric, definition: null, unit: target.unit, op: target.op, raw: target.raw, hard: target.hard },
    aggregation: target.unit === '%' || target.targetKind === 'ratio' ? 'ratio' : 'sum',
    target: target.value === null ? null : String(target.value),
    ...{ targetKind: target.targetKind, by: target.by, reporters, position: position + at + 1, extra: null },
  }));
}
