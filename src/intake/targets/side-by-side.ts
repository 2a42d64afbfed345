import type { TargetReading } from '../../domain/plan/reading.js';
import type { FoundDue } from '../dates/phrases.js';
import { matterOf } from './metric.js';

type Placed = TargetReading & { index: number; end?: number };

const YEARS = /((?:20\d{2}(?:年(?:底|末|度)?)?(?:[、和及与]|以及))+20\d{2}年(?:底|末|度)?)前?，?([^，]*)分别([^，]*)$/;
/** Of one 分别 the figures may count in several units: 分别控制在10/10万、5‰以下. */
const GOVERNED = /分别[^，。；：\n]*$/;
/** 2024—2026年分别新建10个、15个、20个: every year of the stretch has its own. */
const STRETCH = /(20\d{2})年?(?:[-—–~～－]+|至|到)(20\d{2})年，?([^，]*)分别([^，]*)$/;
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
  if (targets.length < 2 || !text.includes('分别')) return [...targets];
  return rows(targets, text).flatMap((row) => settled(row, text, dues, planYear, targets));
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

function settled(
  row: Placed[],
  text: string,
  dues: readonly FoundDue[],
  planYear: number | null,
  targets: readonly Placed[],
): Placed[] {
  const [first] = row;
  if (!first || row.length < 2) return row;
  const sentence = lastPart(text.slice(0, first.index), /[。；：\n]/);
  const clause = lastPart(sentence, /，/);
  if (!clause.includes('分别')) return row;
  const { match, years, things, verb } = yearsSaid(sentence, first);
  const matter = match ? matterOf(things + verb) || matterOf(lastPart(sentence.slice(0, match.index), /，/)) : '';
  if (years.length !== row.length || things.split('、').length === row.length) {
    const days = daysIn(text, dues, first.index - clause.length, first.index, planYear);
    if (days.length === row.length)
      return signed(row).map((target, at) => ({ ...target, metric: named(row, at, true), by: days[at]! }));
    const names = namesBefore(row, targets, first.index - sentence.length);
    return signed(row).map((target, at) => ({ ...target, metric: names?.[at] ?? named(row, at) }));
  }
  return signed(row).map(({ years: _years, ...target }, at) => ({
    ...target,
    metric: matter || named(row, at, true),
    ...dueIn(years[at]!, target, planYear),
  }));
}

interface YearsSaid {
  match: RegExpExecArray | null;
  years: string[];
  things: string;
  verb: string;
}

/** The years before 分别, as listed or from first to last, with the words between. */
function yearsSaid(sentence: string, target: Placed): YearsSaid {
  const listed = YEARS.exec(sentence);
  if (listed) {
    const [, years = '', things = '', verb = ''] = listed;
    return { match: listed, years: years.match(/20\d{2}/g) ?? [], things, verb };
  }
  const match = STRETCH.exec(sentence);
  if (!match) return { match, years: yearsOf(target), things: '', verb: '' };
  const [, from = '', to = '', things = '', verb = ''] = match;
  return { match, years: yearsFrom(Number(from), Number(to)), things, verb };
}

const yearsFrom = (first: number, last: number): string[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => String(first + at));

/** 2024—2026年每年分别: every year of the stretch. */
const yearsOf = ({ years }: Placed): string[] => (years ? yearsFrom(...years) : []);

/** 收入300亿元、游客2000万人次，分别增长12%和10%: as many things before, each with a figure of its own, grow. */
function namesBefore(row: readonly Placed[], targets: readonly Placed[], from: number): string[] | null {
  const [first] = row;
  const verb = /^分别(.+)$/.exec(first?.metric ?? '')?.[1];
  if (!first || !verb) return null;
  const before = targets.filter(({ index }) => index >= from && index < first.index);
  return before.length === row.length ? before.map(({ metric }) => metric + verb) : null;
}

/** 分别于6月底、12月底达到85%、90%; 一季度、全年分别: as many days as figures. */
function daysIn(text: string, dues: readonly FoundDue[], from: number, to: number, planYear: number | null): string[] {
  const days = dues.filter(({ index }) => index >= from && index < to).map(({ index, day }) => ({ index, day }));
  const whole = text.indexOf('全年', from);
  if (whole >= 0 && whole < to && planYear !== null) days.push({ index: whole, day: `${planYear}-12-31` });
  return days.sort((a, b) => a.index - b.index).map(({ day }) => day);
}

const lastPart = (text: string, stop: RegExp): string => text.split(stop).at(-1) ?? '';

/**
 * 分别达到60%、65%和70%, 分别下降15%、20%以上: the sign of the first, else of the last, is that of all; 左右 behind the last
 * (分别达到95%、85%左右) is said of those that have no qualifier of their own.
 */
function signed(row: readonly Placed[]): Placed[] {
  if (row.at(-1)?.op === '~')
    return row.map((target) => (QUALIFIED.test(target.raw) ? target : { ...target, op: '~' }));
  const op = [row[0], row.at(-1)].find((one) => one && one.op !== '=')?.op ?? '=';
  return row.map((target) => (target.op === '=' ? { ...target, op } : target));
}

const QUALIFIED = /[上下内]$|^不/;

const SORT = /(?:率|比例|比重|占比|[数量额值度]|收入|支出|投资|面积|标准)$/;
/** What is reckoned as a whole without a word of sort behind it. */
const WHOLE = /(?:[A-Z]|消费|税收|贷款|存款|[进出]口|就业)$/;

const AGAINST = /[较比](?:上年|去年|20\d{2}年)(?:同期|[底末])?(?:均|都)?$/;

/**
 * 参保率、签约率分别…: as many names as figures, each its own, also where they share their end (粮食、蔬菜产量). Of one thing
 * (`isOne`), or where it cannot be told, the name is the whole.
 */
function named(row: readonly Placed[], at: number, isOne = false): string {
  const whole = row[0]?.metric ?? '';
  const [things = '', verb = ''] = whole.split(/(?:均|都)?分别/);
  if (isOne) return things + verb;
  const names = things
    .replace(AGAINST, '')
    .split(/[、和与]|(?<![涉以普])及|以及/)
    .filter(Boolean);
  if (row.length === 2 && names.length === 1 && things.startsWith('城乡'))
    return `${at === 0 ? '城市' : '农村'}${things.slice(2)}${verb}`;
  if (names.length !== row.length) return whole;
  const isOwn = names.slice(0, -1).some((name) => SORT.test(name) || WHOLE.test(name)) || !SORT.test(names.at(-1)!);
  const end = isOwn ? '' : sharedEnd(names);
  if (end === null) return whole;
  return `${names[at] ?? ''}${at < names.length - 1 ? end : ''}${verb}`;
}

/** 产量, 入学率, 居民人均收入; longer ones may hold a part of the last name (木本|油料产量). */
const SHARED = /^(?:.{2,3}|(?:居民|职工|低保|人均|户均).+)$/;

/** 粮食、蔬菜、肉类产量: names of one length, behind the last of which stands what all of them are. */
export function sharedEnd(names: readonly string[]): string | null {
  const length = names[0]!.length;
  const end = names.at(-1)!.slice(length);
  return names.slice(0, -1).every((name) => name.length === length) && SHARED.test(end) && SORT.test(end) ? end : null;
}

/** The day and the kind of a figure that a year by itself has. */
export function dueIn(
  year: string,
  { targetKind }: Placed,
  planYear: number | null,
): Pick<Placed, 'by' | 'targetKind'> {
  const isLater = planYear !== null && Number(year) > planYear;
  const isCounted = targetKind === 'annual' || targetKind === 'multi_year';
  return { by: `${year}-12-31`, targetKind: isCounted ? (isLater ? 'multi_year' : 'annual') : targetKind };
}
