import type { TargetReading } from '../../domain/plan/reading.js';
import { sharedEnd } from './side-by-side.js';

const RATE = /.(?:率|比例|比重|占比)$/;
const EACH = /[均都][^，。；\d]*$/;
const REACH = 24;

/**
 * 签订率、参保率均达到95%: one target for each of the rates that stand in the list, with its own name. Other figures of two
 * things (培训、就业5000人) are of both together and stay one.
 */
export function eachRate<T extends TargetReading & { index: number }>(target: T, text: string): T[] {
  const { metric, unit, index } = target;
  if (unit !== '%' || !/[、和与及]/.test(metric)) return [target];
  const names = metric.split(/、|以及|[和与]|(?<![涉以普])及/).filter(Boolean);
  if (names.length < 2) return [target];
  if (names.every((name) => RATE.test(name))) return names.map((name) => ({ ...target, metric: name }));
  const isOfEach = EACH.test(text.slice(Math.max(0, index - REACH), index));
  const end = isOfEach ? sharedEnd(names) : null;
  if (end === null) return [target];
  return names.map((name, at) => ({ ...target, metric: at < names.length - 1 ? name + end : name }));
}
