import { Decimal } from 'decimal.js';
import { rounded } from './format.js';
import { isShare } from './unit.js';

/** Running totals from an opening value over period figures, in order; a missing period adds nothing and shows null. */
export function cumulate(opening: string, periods: (string | null)[]): (string | null)[] {
  let running = new Decimal(opening);
  return periods.map((value) => {
    if (value === null) return null;
    running = running.plus(value);
    return running.toFixed();
  });
}

/** The period's own figure out of two running totals; `fell` warns that a running total went down. */
export function periodFigure(previous: string, current: string): { value: string; fell: boolean } {
  const value = new Decimal(current).minus(previous);
  return { value: value.toFixed(), fell: value.isNegative() && !value.isZero() };
}

/** A figure beside the same period of last year. */
export interface YearOnYear {
  /** current − previous, in the base unit (百分点 for shares). */
  change: string;
  /** Change in per cent of last year, one decimal; null for shares and when last year was 0. */
  percent: string | null;
  /** As a report says it. */
  phrase: string;
}

/** Change on the same period last year; null when either figure is unknown. */
export function yearOnYear(current: string | null, previous: string | null, unit: string | null): YearOnYear | null {
  if (current === null || previous === null) return null;
  const change = new Decimal(current).minus(previous);
  const percent = isShare(unit) || new Decimal(previous).isZero() ? null : rounded(change.div(previous).times(100), 1);
  return { change: change.toFixed(), percent, phrase: phraseOf(change, percent, unit) };
}

function phraseOf(change: Decimal, percent: string | null, unit: string | null): string {
  if (change.isZero()) return '与上年同期持平';
  const grown = change.isPositive();
  if (isShare(unit)) return `同比${grown ? '提高' : '下降'}${change.abs().toFixed()}个百分点`;
  if (percent === null) return `上年同期为0，同比${grown ? '增加' : '减少'}${change.abs().toFixed()}${unit ?? ''}`;
  return `同比${grown ? '增长' : '下降'}${new Decimal(percent).abs().toFixed()}%`;
}
