import type { TargetReading } from '../../domain/plan/reading.js';
import type { FoundDue } from '../dates/phrases.js';
import { matterOf } from './metric.js';

type Placed = TargetReading & { index: number; end?: number };

const YEARS = /((?:20\d{2}(?:年(?:底|末|度)?)?(?:[、和及与]|以及))+20\d{2}年(?:底|末|度)?)前?，?([^，]*)分别([^，]*)$/;
/** Of one 分别 the figures may count in several units: 分别控制在10/10万、5‰以下. */
const GOVERNED = /分别[^，。；：\n]*$/;
const BETWEEN = /^(?:[、和与及]|以及)$/;

/**
 * Figures that one 分别 governs (2024年、2025年分别新增公租房2000套、3000套) measure the same thing; where as many years
 * stand before it, each figure is due at the end of its own.
 */
export function sideBySide(
  targets: readonly Placed[],
  text: string,
  dues: readonly FoundDue[],
  planYear: number | null,
): Placed[] {
  if (targets.length < 2) return [...targets];
  return rows(targets, text).flatMap((row) => settled(row, text, dues, planYear));
}

/** Neighbours of one unit, or of one 分别, that stand in one list. */
function rows(targets: readonly Placed[], text: string): Placed[][] {
  const found: Placed[][] = [];
  for (const target of targets) {
    const previous = found.at(-1)?.at(-1);
    const isListed =
      previous?.end !== undefined &&
      BETWEEN.test(text.slice(previous.end, target.index)) &&
      (previous.unit === target.unit || GOVERNED.test(text.slice(0, previous.index)));
    if (isListed) found.at(-1)!.push(target);
    else found.push([target]);
  }
  return found;
}

function settled(row: Placed[], text: string, dues: readonly FoundDue[], planYear: number | null): Placed[] {
  const [first] = row;
  if (!first || row.length < 2) return row;
  const sentence = lastPart(text.slice(0, first.index), /[。；：\n]/);
  const clause = lastPart(sentence, /，/);
  if (!clause.includes('分别')) return row;
  const match = YEARS.exec(sentence);
  const [, listed = '', things = '', verb = ''] = match ?? [];
  const matter = matterOf(things + verb) || matterOf(lastPart(sentence.slice(0, match?.index), /，/));
  const years = listed.match(/20\d{2}/g) ?? [];
  if (years.length !== row.length || things.split('、').length === row.length) {
    const days = daysIn(dues, first.index - clause.length, first.index);
    const isEach = days.length === row.length;
    return signed(row).map((target, at) => ({
      ...{ ...target, metric: named(row, at) },
      ...(isEach ? { by: days[at]! } : {}),
    }));
  }
  return signed(row).map((target, at) => ({
    ...target,
    metric: matter || named(row, at),
    ...dueIn(years[at]!, target, planYear),
  }));
}

/** 分别于6月底、12月底达到85%、90%: as many days as figures. */
const daysIn = (dues: readonly FoundDue[], from: number, to: number): string[] =>
  dues.filter(({ index }) => index >= from && index < to).map(({ day }) => day);

const lastPart = (text: string, stop: RegExp): string => text.split(stop).at(-1) ?? '';

/** 分别达到60%、65%和70%, 分别下降15%、20%以上: the sign of the first, else of the last, is that of all. */
function signed(row: readonly Placed[]): Placed[] {
  const op = [row[0], row.at(-1)].find((one) => one && one.op !== '=')?.op ?? '=';
  return row.map((target) => (target.op === '=' ? { ...target, op } : target));
}

const SORT = /(?:率|比例|比重|占比|[数量额值度]|收入|面积|标准)$/;

const AGAINST = /[较比](?:上年|去年|20\d{2}年)(?:同期|[底末])?(?:均|都)?$/;

/** 参保率、签约率分别…: as many names as figures, each its own; one name, or names that share their end, stays whole. */
function named(row: readonly Placed[], at: number): string {
  const whole = row[0]?.metric ?? '';
  const [things = '', verb = ''] = whole.split(/(?:均|都)?分别/);
  const names = things
    .replace(AGAINST, '')
    .split(/[、和与]|(?<![涉以普])及|以及/)
    .filter(Boolean);
  const isOwn = names.every((name) => SORT.test(name)) || !names.some((name) => SORT.test(name));
  return names.length === row.length && isOwn ? `${names[at] ?? ''}${verb}` : whole;
}

function dueIn(year: string, { targetKind }: Placed, planYear: number | null): Pick<Placed, 'by' | 'targetKind'> {
  const isLater = planYear !== null && Number(year) > planYear;
  const isCounted = targetKind === 'annual' || targetKind === 'multi_year';
  return { by: `${year}-12-31`, targetKind: isCounted ? (isLater ? 'multi_year' : 'annual') : targetKind };
}
