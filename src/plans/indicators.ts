import type { TargetReading } from '../domain/plan/reading.js';
import type { DraftReading } from './draft.js';

export interface IndicatorInput {
  id: string;
  measureId: string | null;
  presetId: string | null;
  name: string;
  definition: string | null;
  unit: string | null;
  aggregation: string;
  op: string | null;
  target: string | null;
  raw: string | null;
  targetKind: string | null;
  hard: boolean;
  by: string | null;
  reporters: string[];
  position: number;
  extra: null;
}

/** Only these kinds of target are asked for; norms, parameters and scopes are not progress (design.md section 3). */
const ASKED = new Set(['annual', 'ratio', 'standing', 'multi_year']);

/**
 * The indicators that a plan's own goals and targets ask for. `reporters` gives the units asked for a measure's target (key null: a
 * goal of the whole plan); ids follow from the plan and the place, so that the same plan gives the same ids.
 */
export function indicatorsOf(
  planId: string,
  draft: DraftReading,
  reporters: (key: string | null, metric: string) => string[],
): IndicatorInput[] {
  const goals = draft.goals.map((target) => ({ target, key: null as string | null }));
  const targets = draft.measures.flatMap((m) => m.targets.map((target) => ({ target, key: m.key as string | null })));
  return [...goals, ...targets]
    .filter(({ target }) => ASKED.has(target.targetKind))
    .map(({ target, key }, at) => indicator(planId, target, key, reporters(key, target.metric), at + 1));
}

function indicator(
  planId: string,
  target: TargetReading,
  key: string | null,
  reporters: string[],
  position: number,
): IndicatorInput {
  const ratio = target.unit === '%' || target.targetKind === 'ratio';
  return {
    ...{ id: `${planId}:i${position}`, measureId: key, presetId: null, name: target.metric, definition: null },
    ...{ unit: target.unit, aggregation: ratio ? 'ratio' : 'sum', op: target.op, raw: target.raw, hard: target.hard },
    target: target.value === null ? null : String(target.value),
    ...{ targetKind: target.targetKind, by: target.by, reporters, position, extra: null },
  };
}
