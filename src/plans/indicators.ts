import { askedTargets, demandOf, type AskedTarget, type Demand } from '../domain/figures/asked.js';
import type { DraftReading } from './draft.js';

export interface IndicatorInput extends Demand {
  id: string;
  measureId: string | null;
  /** A goal of the whole plan, beside the measure's target or alone. */
  forPlan: boolean;
  presetId: string | null;
  definition: string | null;
  reporters: string[];
  position: number;
  endedOn: null;
  extra: null;
}

/**
 * The indicators that a plan's own goals and targets ask for; what a goal and a measure both print is one. `reporters`
 * gives the units asked; ids follow from the plan and the place, so that the same plan gives the same ids.
 */
export function indicatorsOf(
  planId: string,
  draft: DraftReading,
  reporters: (key: string | null, asked: AskedTarget) => string[],
): IndicatorInput[] {
  return askedTargets(draft).map((asked, at) => ({
    ...{ id: `${planId}:i${at + 1}`, measureId: asked.key, forPlan: asked.forPlan, presetId: null, definition: null },
    ...demandOf(asked.target),
    ...{ reporters: reporters(asked.key, asked), position: at + 1, endedOn: null, extra: null },
  }));
}
