import { bigrams, likeness } from '../comparison/terms.js';
import type { TargetKind, TargetReading } from '../plan/reading.js';
import { isShare, sameUnit } from './unit.js';

/** Only these kinds of target are asked for in rounds; norms, parameters and scopes are no progress. */
const ASKED = new Set<TargetKind>(['annual', 'ratio', 'standing', 'multi_year']);

/** Whether a target becomes an indicator (design.md section 3, Target). */
export const isAsked = ({ targetKind }: Pick<TargetReading, 'targetKind'>): boolean => ASKED.has(targetKind);

/** A measure's targets under its key. */
export interface MatterPlace {
  key: string;
  targets: readonly TargetReading[];
}

/** A goal of the plan (by its place among the goals) and a measure's target that count one thing. */
export interface SameMatter {
  goal: number;
  key: string;
  target: number;
  /** Words, unit and value agree; else a person decides. */
  sure: boolean;
}

const ACTS =
  /^(?:(?:组织|继续|大力|深入|全面|积极|努力|力争|确保|推动|推进|促进|抓好|做好|加强|强化|开展|完成|实现|保持|提供|进行|新增|支持|发展)+)/;
const ENDS = /(?:实现|达到|完成|保持|控制|力争|工作|问题|案件|情况|任务|活动|次数|人数|人次|数量|数)+$/;
const WHERE = /[全我][省市县区]|各类|进城/g;
const PEOPLE = /农民工/g;

/** What a figure is about: its name without verbs, people and general words, as long as something is left. */
export function matterWords(metric: string): string {
  const strip = (text: string, part: RegExp): string => text.replace(part, '') || text;
  return [WHERE, ACTS, ENDS, PEOPLE, ACTS, ENDS].reduce(strip, metric.replace(/的/g, ''));
}

const SURE = 0.75;
const PERHAPS = 0.3;
const TELLING = 100;

type Pair = Omit<SameMatter, 'sure'>;

/**
 * Pairs of goals and targets that may be one matter, each in one pair only, the most alike first; in the goals' order.
 * `judged` gives what a person said of a pair: one matter, two, or (null) nothing yet.
 */
export function sameMatters(
  goals: readonly TargetReading[],
  places: readonly MatterPlace[],
  judged: (pair: Pair) => boolean | null = () => null,
): SameMatter[] {
  const pairs = goals.flatMap((goal, at) =>
    places.flatMap(({ key, targets }) =>
      targets.map((target, index) => ({ goal: at, key, target: index, alike: alikeness(goal, target) })),
    ),
  );
  const rated = pairs
    .filter(({ alike }) => alike >= PERHAPS)
    .map((pair) => ({ ...pair, alike: { true: 2, false: 0, null: pair.alike }[`${judged(pair)}`] }));
  return eachOnce(rated.filter(({ alike }) => alike > 0).sort((a, b) => b.alike - a.alike))
    .sort((a, b) => a.goal - b.goal)
    .map(({ alike, ...pair }) => ({ ...pair, sure: alike >= SURE }));
}

function eachOnce<P extends Pair>(pairs: P[]): P[] {
  const taken = new Set<string>();
  return pairs.filter(({ goal, key, target }) => {
    const [one, other] = [`${goal}`, `${key}.${target}`];
    if (taken.has(one) || taken.has(other)) return false;
    taken.add(one).add(other);
    return true;
  });
}

/** 0 where demand, value or unit differ, whatever the words. */
function alikeness(goal: TargetReading, target: TargetReading): number {
  if (!isAsked(goal) || !isAsked(target) || goal.op !== target.op || goal.value !== target.value) return 0;
  if (!sameUnit(goal.unit ?? '', target.unit ?? '')) return 0;
  const [one, other] = [matterWords(goal.metric), matterWords(target.metric)];
  if (one === other) return 1;
  return Math.max(likeness(one, other), containment(one, other), sameCount(goal, one, other));
}

/** A large count that agrees to the last digit, and one word in common: a person should look. */
function sameCount({ value, unit }: TargetReading, one: string, other: string): number {
  const isTelling = value !== null && value >= TELLING && !isShare(unit);
  return isTelling && likeness(one, other) > 0 ? PERHAPS : 0;
}

/** One name inside the other is likely the same matter, said shorter; never sure by that alone. */
function containment(one: string, other: string): number {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 2) return 0;
  const have = bigrams(long);
  return [...bigrams(short).keys()].every((pair) => have.has(pair)) ? PERHAPS : 0;
}
