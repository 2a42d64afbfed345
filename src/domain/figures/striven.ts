import type { TargetReading } from '../plan/reading.js';

const SAID = /力争|争取|努力/;

/** （力争） behind the words of a target that is only striven for and whose own words do not say so; else nothing. */
export function strivenMark({ hard, raw }: Pick<TargetReading, 'hard' | 'raw'>): string {
  return hard || SAID.test(raw) ? '' : '（力争）';
}

/** A target as the plan prints it, its metric before its figure: 转移就业4.2万人以上（力争）. */
export function printedTarget(target: Pick<TargetReading, 'metric' | 'raw' | 'hard'>): string {
  const { metric, raw } = target;
  return `${raw.includes(metric) ? raw : `${metric}${raw}`}${strivenMark(target)}`;
}
