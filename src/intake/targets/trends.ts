import type { TargetReading } from '../../domain/plan/reading.js';
import type { SpanOf } from '../measures/read-measure.js';
import { metricOf } from './metric.js';

type Placed = TargetReading & { index: number };

const ZERO = /动态清零/g;
const TREND = /“?([两双三四五])个?(下降|上升|提升|增长)”?/g;
const COUNT: Record<string, number> = { 两: 2, 双: 2, 三: 3, 四: 4, 五: 5 };

/** 动态清零: nothing may be left open in any period. */
export function zeroTargets(text: string, by: string | null, spanOf: SpanOf): Placed[] {
  return [...text.matchAll(ZERO)].map((match) => ({
    index: match.index,
    metric: metricOf(text, match.index, match.index + match[0].length),
    op: '=',
    value: 0,
    unit: '件',
    raw: match[0],
    by,
    targetKind: 'standing',
    hard: true,
    span: spanOf(match.index, match.index + match[0].length),
  }));
}

/** “三个下降” of 案件、涉及金额、涉及人数: each of the things listed before it falls against the year before. */
export function trendTargets(text: string, by: string | null, spanOf: SpanOf): Placed[] {
  return [...text.matchAll(TREND)].flatMap((match) => {
    const names = listedBefore(text, match.index);
    const op = match[2] === '下降' ? 'trend_down' : 'trend_up';
    if (names.length !== COUNT[match[1] ?? '']) return [];
    return names.map((metric): Placed => trend(metric, op, match, by, spanOf));
  });
}

const trend = (
  metric: string,
  op: 'trend_down' | 'trend_up',
  match: RegExpMatchArray,
  by: string | null,
  spanOf: SpanOf,
): Placed => ({
  index: match.index ?? 0,
  metric,
  op,
  value: null,
  unit: null,
  raw: match[0],
  by,
  targetKind: 'annual',
  hard: true,
  span: spanOf(match.index ?? 0, (match.index ?? 0) + match[0].length),
});

function listedBefore(text: string, index: number): string[] {
  let start = index;
  while (start > 0 && !/[，。；：\n]/.test(text[start - 1] ?? '')) start -= 1;
  return text
    .slice(start, index)
    .replace(/(?:实现|保持)$/, '')
    .split(/[、和与]/)
    .filter(Boolean);
}
