import type { MeasureReading, TargetReading } from '../plan/reading.js';
import { demandWords, isTotal, sameMetric, SAME_ELSEWHERE, SAME_IN_CLAUSE, stanceOf } from './demand.js';

/** One way in which our clause asks for less, or for more, than the superior's. */
export interface Difference {
  weaker: boolean;
  /** false where the trade must look: a total may have been divided among the places below. */
  certain: boolean;
  /** We have no such target at all. */
  absent?: boolean;
  /** What differs, in figures; Chinese, without a full stop. */
  words: string;
}

/** Where else in our plan a target may stand. */
export interface Elsewhere {
  targets: readonly TargetReading[];
  /** The two plans are of different levels, so totals need not be equal. */
  otherLevel: boolean;
}

const PROGRESS = new Set(['annual', 'ratio', 'standing', 'multi_year']);

/** Lower targets, softer words, later dates of our clause against the superior's, and where ours goes further. */
export function differences(superior: MeasureReading, own: MeasureReading, elsewhere: Elsewhere): Difference[] {
  const targets = superior.targets.flatMap((target) => targetDifference(target, own.targets, own.due, elsewhere));
  return [...targets, ...dueDifference(superior.due, own.due)];
}

/** One target of the superior's against the clause's own targets, else against all of the plan's. */
export function targetDifference(
  target: TargetReading,
  own: readonly TargetReading[],
  due: string | null,
  { targets, otherLevel }: Elsewhere,
): Difference[] {
  const found = sameMetric(target, own, SAME_IN_CLAUSE) ?? sameMetric(target, targets, SAME_ELSEWHERE);
  if (!found) return PROGRESS.has(target.targetKind) ? [absent(target, otherLevel)] : [];
  const stance = stanceOf(target, found);
  const uncertain = stance === 'weaker' && otherLevel && isTotal(target);
  const note = uncertain ? '（总量指标，可能是分解到本地的数，请核对）' : '';
  const words = `上级为${demandWords(target)}，我方为${demandWords(found)}${note}`;
  const byValue =
    stance === 'weaker' || stance === 'stronger' ? [{ weaker: stance === 'weaker', certain: !uncertain, words }] : [];
  return [...byValue, ...laterTarget(target, found, due)];
}

function absent(target: TargetReading, otherLevel: boolean): Difference {
  const words = `上级有目标：${demandWords(target)}，我方没有写相应目标`;
  return { weaker: true, absent: true, certain: !(otherLevel && isTotal(target)), words };
}

function laterTarget(target: TargetReading, found: TargetReading, due: string | null): Difference[] {
  const ownDay = found.by ?? due;
  if (!target.by || !ownDay || ownDay <= target.by) return [];
  return [{ weaker: true, certain: true, words: `${target.metric}上级要求 ${target.by} 前完成，我方为 ${ownDay}` }];
}

function dueDifference(superior: string | null, own: string | null): Difference[] {
  if (!superior || superior === own) return [];
  if (!own) return [{ weaker: true, certain: true, words: `上级完成时限为 ${superior}，我方没有写时限` }];
  const weaker = own > superior;
  return [
    {
      weaker,
      certain: true,
      words: `上级完成时限为 ${superior}，我方为 ${own}${weaker ? '，晚于上级' : '，早于上级'}`,
    },
  ];
}
