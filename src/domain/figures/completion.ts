import { Decimal } from 'decimal.js';
import type { TargetOp } from '../plan/reading.js';
import { formatFigure, rounded } from './format.js';
import { upperEnd } from './range.js';

/** A target in base units; `value` null for trends, which compare with the same period last year. */
export interface Target {
  op: TargetOp;
  value: string | null;
  unit: string | null;
  /** For “约/左右”: how many per cent below still counts as reached; the office sets it. */
  tolerance?: number;
  /** As printed; a range (3~5个) is told whole. */
  raw?: string | null;
}

export interface Completion {
  /** Actual ÷ target in per cent, one decimal; null where a percentage says nothing (ceilings, zero targets, trends). */
  percent: string | null;
  /** null while the actual figure (or last year's) is unknown. */
  met: boolean | null;
  sentence: string;
}

const WORDS: Record<TargetOp, string> = {
  '=': '目标',
  '>=': '目标不低于',
  '>': '目标超过',
  '<=': '目标不超过',
  '<': '目标低于',
  '~': '目标约',
  trend_down: '目标下降',
  trend_up: '目标上升',
};

/**
 * How far a target is reached. 以上/不低于 include the number, 超过 does not (as Civil Code article 1259); “=” is reached
 * by the number or more, except 动态清零 (= 0), which only zero reaches; a trend is reached when the figure is lower or
 * higher than in the same period of last year.
 */
export function completion(target: Target, actual: string | null, lastYear: string | null = null): Completion {
  if (target.op === 'trend_down' || target.op === 'trend_up') return trend(target, actual, lastYear);
  const goal = goalWords(target);
  if (actual === null || target.value === null) return { percent: null, met: null, sentence: `${goal}，尚无数据` };
  const met = reached(target, new Decimal(actual), new Decimal(target.value));
  const percent = percentOf(target, actual);
  const done = `${goal}，实际${formatFigure(actual, target.unit)}`;
  return { percent, met, sentence: `${done}${percent ? `，完成${percent}%` : ''}，${met ? '已达到' : '未达到'}` };
}

function goalWords({ op, value, unit, raw = null }: Target): string {
  return upperEnd({ op, unit, raw }) ? `目标${raw}` : `${WORDS[op]}${formatFigure(value, unit)}`;
}

function reached({ op, tolerance }: Target, actual: Decimal, value: Decimal): boolean {
  if (op === '<=') return actual.lte(value);
  if (op === '<') return actual.lt(value);
  if (op === '>') return actual.gt(value);
  if (op === '~') return actual.gte(value.times(100 - (tolerance ?? 0)).div(100));
  return op === '=' && value.isZero() ? actual.isZero() : actual.gte(value);
}

function percentOf({ op, value }: Target, actual: string): string | null {
  const target = new Decimal(value ?? 0);
  if (op === '<=' || op === '<' || target.isZero()) return null;
  return rounded(new Decimal(actual).div(target).times(100), 1);
}

function trend(target: Target, actual: string | null, lastYear: string | null): Completion {
  const goal = WORDS[target.op];
  if (actual === null || lastYear === null) return { percent: null, met: null, sentence: `${goal}，尚无可比数据` };
  const change = new Decimal(actual).minus(lastYear);
  const met = target.op === 'trend_down' ? change.isNegative() && !change.isZero() : change.gt(0);
  const figures = `实际${formatFigure(actual, target.unit)}，上年同期${formatFigure(lastYear, target.unit)}`;
  return { percent: null, met, sentence: `${goal}，${figures}，${met ? '已达到' : '未达到'}` };
}
