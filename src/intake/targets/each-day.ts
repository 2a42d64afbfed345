import type { TargetReading } from '../../domain/plan/reading.js';
import type { FoundDue } from '../dates/phrases.js';

type Placed = TargetReading & { index: number };

const REACH = 24;
/** What may stand between the days of a list. */
const AND = /^[、和与及]$/;
const EACH = /^各(?:自|再)?[^，。；：、\d]*$/;

/** 上半年、下半年各开展1次, 4月底前、8月底前各检查1次: as much by each of the days that stand in the list. */
export function eachDay(target: Placed, text: string, dues: readonly FoundDue[]): Placed[] {
  if (target.by === null || target.years) return [target];
  const at = text.lastIndexOf('各', target.index);
  const last = at < 0 || target.index - at > REACH ? -1 : dues.findLastIndex((one) => endOf(one) === at);
  if (last < 0 || dues[last]!.day !== target.by || !EACH.test(text.slice(at, target.index))) return [target];
  let first = last;
  while (first > 0 && AND.test(text.slice(endOf(dues[first - 1]!), dues[first]!.index))) first -= 1;
  if (first === last) return [target];
  const metric = target.metric.replace(/^各自?/, '');
  const targetKind = target.targetKind === 'norm' ? 'annual' : target.targetKind;
  return dues.slice(first, last + 1).map(({ day }) => ({ ...target, metric, targetKind, by: day }));
}

const endOf = ({ index, raw }: FoundDue): number => index + raw.length;
