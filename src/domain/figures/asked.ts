import type { TargetReading } from '../plan/reading.js';
import { goalReporter, type NamedMeasure } from './goal-reporters.js';
import { isAsked, sameMatters } from './matter.js';

/** What a person said of a goal and a measure's target: one matter or two. */
export interface MatterChoice {
  id: string;
  same: boolean;
  /** For the record. */
  words: string;
}

/** A goal of the plan and a measure's target that are, or may be, one matter. */
export interface Matter {
  /** Follows from key and figures: a corrected figure is another matter. */
  id: string;
  /** Places among the goals and the measure's targets. */
  goal: number;
  key: string;
  target: number;
  /** Counted as one indicator. */
  isOne: boolean;
  /** A person has to decide. */
  open: boolean;
  words: string;
}

/** What of a plan is counted. */
export interface CountedPlan<M = NamedMeasure> {
  goals: readonly TargetReading[];
  measures: readonly (M & { key: string; no: string; targets: readonly TargetReading[] })[];
  matters?: readonly MatterChoice[];
}

/** The matters of a plan in the order of its goals. */
export function mattersOf(plan: CountedPlan<object>): Matter[] {
  if (plan.goals.length === 0) return [];
  const measures = new Map(plan.measures.map((measure) => [measure.key, measure]));
  const said = new Map((plan.matters ?? []).map(({ id, same }) => [id, same]));
  type Pair = Pick<Matter, 'goal' | 'key' | 'target'>;
  const idOf = ({ goal, key, target }: Pair) =>
    [key, figureWords(plan.goals[goal]!), figureWords(measures.get(key)!.targets[target]!)].join('|');
  const answer = (pair: Pair) => said.get(idOf(pair)) ?? null;
  const parted = sameMatters(plan.goals, plan.measures).filter((pair) => answer(pair) === false);
  const pairs = [...sameMatters(plan.goals, plan.measures, answer), ...parted].sort((a, b) => a.goal - b.goal);
  return pairs.map(({ sure, ...pair }) => {
    const { no, targets } = measures.get(pair.key)!;
    const words = `总体目标“${plan.goals[pair.goal]!.metric}”与 ${no}“${targets[pair.target]!.metric}”`;
    const isOne = answer(pair) ?? sure;
    return { ...pair, id: idOf(pair), words, isOne, open: !sure && answer(pair) === null };
  });
}

const figureWords = ({ metric, op, value, unit }: TargetReading): string =>
  `${metric} ${op}${value ?? ''}${unit ?? ''}`;

/** A target with the measure whose it is (null: the plan's alone), and whether it is a goal of the plan. */
export interface AskedTarget {
  target: TargetReading;
  key: string | null;
  forPlan: boolean;
}

/** All that a plan asks to be counted: goals first, then the measures' targets that are no goals. */
export function askedTargets(plan: CountedPlan<object>): AskedTarget[] {
  const matters = mattersOf(plan).filter((matter) => matter.isOne);
  const goals = plan.goals.map((goal, at): AskedTarget => {
    const matter = matters.find((one) => one.goal === at);
    if (!matter) return { target: goal, key: null, forPlan: true };
    const { targets } = plan.measures.find((one) => one.key === matter.key)!;
    return { target: joined(goal, targets[matter.target]!), key: matter.key, forPlan: true };
  });
  const isGoal = (key: string, at: number) => matters.some((one) => one.key === key && one.target === at);
  const targets = plan.measures.flatMap(({ key, targets: own }) =>
    own.filter((_, at) => !isGoal(key, at)).map((target): AskedTarget => ({ target, key, forPlan: false })),
  );
  return [...goals, ...targets].filter(({ target }) => isAsked(target));
}

/** The goal's words; asked as strictly, and by the day, that either of the two says. */
function joined(goal: TargetReading, target: TargetReading): TargetReading {
  return { ...goal, hard: goal.hard || target.hard, by: goal.by ?? target.by };
}

/** Names of the units asked for a target: the measure's responsible ones by id, for a goal alone the one unit nearest to it. */
export function reportersOf(
  plan: CountedPlan,
  { key, target }: AskedTarget,
  units: { idOf(name: string): string; responsible(key: string): string[] },
): string[] {
  if (key !== null) return units.responsible(key);
  const name = goalReporter(plan, target.metric);
  return name ? [units.idOf(name)] : [];
}

/** What of an indicator its target says. */
export function demandOf(target: TargetReading) {
  const isRatio = target.unit === '%' || target.targetKind === 'ratio';
  return {
    ...{ name: target.metric, unit: target.unit, aggregation: isRatio ? 'ratio' : 'sum', op: target.op },
    ...{ raw: target.raw, hard: target.hard, targetKind: target.targetKind, by: target.by },
    target: target.value === null ? null : String(target.value),
  };
}

export type Demand = ReturnType<typeof demandOf>;
