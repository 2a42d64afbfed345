import type { TargetReading } from '../plan/reading.js';

const SAID = /力争|争取|努力/;

/** （力争） behind the words of a target that is only striven for and whose own words do not say so; else nothing. */
export function strivenMark({ hard, raw }: Pick<TargetReading, 'hard' | 'raw'>): string {
  return hard || SAID.test(raw) ? '' : '（力争）';
}

/** （2025—2027年每年） behind the words of a figure that each of several years has; else nothing. */
export function yearsMark({ years }: Pick<TargetReading, 'years'>): string {
  return years ? `（${yearsWords(years)}）` : '';
}

/** The years of a figure that each of them has: 2025—2027年每年. */
export function yearsWords([first, last]: readonly [number, number]): string {
  return first === last ? `${first}年` : `${first}—${last}年每年`;
}

/** A target as the plan prints it, its metric before its figure: 转移就业4.2万人以上（力争）. */
export function printedTarget(target: Pick<TargetReading, 'metric' | 'raw' | 'hard'>): string {
  const { metric, raw } = target;
  return `${raw.includes(metric) ? raw : `${metric}${raw}`}${strivenMark(target)}`;
}
