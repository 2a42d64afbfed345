import { Decimal } from 'decimal.js';
import { formatFigure } from '../figures/format.js';
import { upperEnd } from '../figures/range.js';
import { baseUnit, isShare, usualUnit } from '../figures/unit.js';
import type { ConditionReading, PlanLevel, TargetReading } from '../plan/reading.js';
import { eachPlace, withoutPlaces } from './each-place.js';
import { timesAYear, withoutRhythm } from './rhythm.js';
import { bigrams, likeness } from './terms.js';

/** How two demands stand to each other; unlike: they cannot be compared. */
export type Stance = 'equal' | 'weaker' | 'stronger' | 'unlike';

/** Measures of the same thing with their size in the first of them; a month counts 30 days, a year 365. */
const FAMILIES: Record<string, number>[] = [
  { 分钟: 1, 小时: 60, 日: 1440, 天: 1440, 周: 10_080, 个月: 43_200, 月: 43_200, 年: 525_600 },
  { 平方米: 1, 亩: 2000 / 3, 公顷: 10_000, 平方千米: 1_000_000 },
  { 米: 1, 千米: 1000 },
  { 斤: 1, 千克: 2, 吨: 2000 },
  { 千瓦: 1, 兆瓦: 1000, 吉瓦: 1_000_000 },
  { 千瓦时: 1, 兆瓦时: 1000, 吉瓦时: 1_000_000 },
  { 千伏安: 1, 兆伏安: 1000 },
  { '‰': 1, '%': 10 },
];

const WHOLE = /(?:全覆盖|全员覆盖|应覆盖尽覆盖)$/;
/** What is to be covered whole, as a share that can be laid beside 覆盖率达到90%; 全覆盖 alone names nothing. */
export const coverages = (conditions: readonly ConditionReading[]): TargetReading[] =>
  conditions.flatMap(({ kind, raw }) => {
    const thing = raw.replace(WHOLE, '');
    if (kind !== 'coverage' || thing === raw || thing === '') return [];
    const share = { op: '=', value: 100, unit: '%', by: null, targetKind: 'norm', hard: true } as const;
    return [{ metric: `${thing}覆盖率`, raw, ...share }];
  });
const isCoverage = ({ raw, value, targetKind }: TargetReading): boolean =>
  value === 100 && targetKind === 'norm' && WHOLE.test(raw);

/** How alike two metrics must be called to be one: inside paired clauses, and anywhere else in a plan. */
export const SAME_IN_CLAUSE = 0.5;
export const SAME_ELSEWHERE = 0.75;
/** 新建, 提升 and the like say too little to be looked for in other clauses; 就业率, short as it is, says enough. */
const VAGUE =
  /^(?:累计|全年|每年|共|全面|力争|总)?(?:新?建成?|新增|建设|提升|提高|培育|完成|达到|实现|改造|扩建|举办|开展|发放|组织|打造|创建|增长|下降|推广|培训|服务|投入|认定|扶持|办理)?$/;

/** The target among `candidates` that counts what `wanted` counts, in a unit that converts; the most alike one. */
export function sameMetric(
  wanted: TargetReading,
  candidates: readonly TargetReading[],
  least: number,
): TargetReading | null {
  if (least >= SAME_ELSEWHERE && VAGUE.test(wanted.metric)) return null;
  const rated = candidates
    .filter((target) => inUnitOf(wanted, target) !== null || target.value === null || wanted.value === null)
    .map((target) => ({ target, alike: alikeNamed(wanted, target), apart: daysApart(wanted, target) }))
    .filter(({ alike }) => alike >= least);
  return (
    rated.sort(
      (a, b) => b.alike - a.alike || placesApart(wanted, a.target) - placesApart(wanted, b.target) || a.apart - b.apart,
    )[0]?.target ?? null
  );
}

/** Of figures of one name the one of the same places goes first, then the one of all together. */
export function placesApart(one: TargetReading, other: TargetReading): number {
  const [wanted, has] = [eachPlace(one.metric).join(), eachPlace(other.metric).join()];
  if (wanted === has) return 0;
  return wanted === '' || has === '' ? 1 : 2;
}

/** 每周巡查 and 每月巡查 are of one work, 各市建设驿站 and 建设驿站 too; 就读（含购买学位）比例 is 就读比例. */
export const alikeNamed = (one: TargetReading, other: TargetReading): number =>
  likeness(nameAlone(one.metric), nameAlone(other.metric));
const nameAlone = (metric: string): string => withoutPlaces(withoutRhythm(metric.replace(BESIDE, '')));
const BESIDE = /（[^（）]*）|\([^()]*\)/g;

/** The target of a clause that has the name of `wanted` and counts in a unit that nobody can convert: 4小时 and 1个工作日. */
export function inOtherUnit(wanted: TargetReading, candidates: readonly TargetReading[]): TargetReading | null {
  const rated = candidates
    .filter((target) => wanted.value !== null && target.value !== null && inUnitOf(wanted, target) === null)
    .map((target) => ({ target, alike: alikeNamed(wanted, target) }))
    .filter(({ alike }) => alike >= SAME_IN_CLAUSE);
  return rated.sort((a, b) => b.alike - a.alike)[0]?.target ?? null;
}

/** 上半年60%、全年100%: of two figures of one name the one that is due about the same time; none printed is the year's end. */
export function daysApart({ by: one }: TargetReading, { by: other }: TargetReading): number {
  const year = (one ?? other ?? '').slice(0, 4);
  const at = (by: string | null) => Date.parse(by ?? `${year}-12-31`);
  return year ? Math.abs(at(one) - at(other)) : 0;
}

/**
 * The one target that asks for the very figure of `wanted` under a name that is longer or shorter by some words only:
 * 新建充电桩 and 新建; null where several do.
 */
export function sameFigure(wanted: TargetReading, candidates: readonly TargetReading[]): TargetReading | null {
  const found = candidates.filter(
    (target) =>
      wanted.value !== null &&
      wanted.op === target.op &&
      inUnitOf(wanted, target)?.equals(wanted.value) === true &&
      isPartOf(wanted.metric, target.metric),
  );
  return found.length === 1 ? found[0]! : null;
}

const isPartOf = (one: string, other: string): boolean => one.includes(other) || other.includes(one);

/** Words that stand in the names of targets of any kind. */
const GENERAL =
  /农民工|务工人员|进城|比例|占比|比率|人数|数量|总数|达到|不低于|不少于|完成|实现|新增|累计|全年|每年|力争|以上/g;

/**
 * The target that may count what `wanted` counts under another name: in the same unit, with a word in common that says
 * what is counted; the most alike one. Only to be asked about.
 */
export function mayMean(wanted: TargetReading, candidates: readonly TargetReading[]): TargetReading | null {
  const telling = ({ metric }: TargetReading) =>
    metric.split(GENERAL).flatMap((part) => [...bigrams(part).keys()].filter((word) => word.length > 1));
  const words = new Set(telling(wanted));
  const rated = candidates
    .filter((target) => wanted.value !== null && mayCountAlike(wanted, target))
    .filter((target) => telling(target).some((word) => words.has(word)))
    .map((target) => ({ target, alike: likeness(wanted.metric, target.metric) }));
  return rated.sort((a, b) => b.alike - a.alike)[0]?.target ?? null;
}

/** In a unit that converts, or people here and 人次 there. */
const mayCountAlike = (wanted: TargetReading, target: TargetReading): boolean =>
  inUnitOf(wanted, target) !== null ||
  (target.value !== null && [wanted, target].every(({ unit }) => PEOPLE.test(baseUnit(unit).unit ?? '')));
const PEOPLE = /^(?:人|名|人次)$/;

/** The value of `target` in the base unit of `wanted`; null when the units count different things or there is none. */
export function inUnitOf(wanted: TargetReading, target: TargetReading): Decimal | null {
  if (target.value === null) return null;
  const [to, from] = [baseUnit(wanted.unit), baseUnit(target.unit)];
  const value = new Decimal(target.value).times(from.scale).div(to.scale);
  const [wants, has] = [usualUnit(to.unit ?? ''), usualUnit(from.unit ?? '')];
  if (wants === has) return value;
  const family = FAMILIES.find((one) => wants in one && has in one);
  return family ? value.times(family[has]!).div(family[wants]!) : null;
}

/** How much the second target asks, compared with the first: value, then hard or soft, then 左右 or not; `level` is the second plan's. */
export function stanceOf(superior: TargetReading, own: TargetReading, level: PlanLevel | null = null): Stance {
  const byValue = stanceOfValues(superior, own, level);
  if (byValue !== 'equal') return byValue;
  const strictness = strict(own) - strict(superior);
  return strictness === 0 ? 'equal' : strictness < 0 ? 'weaker' : 'stronger';
}

function stanceOfValues(superior: TargetReading, own: TargetReading, level: PlanLevel | null): Stance {
  if (superior.value === null) return own.value === null && superior.op !== own.op ? 'unlike' : 'equal';
  if (own.value === null) return 'weaker';
  if (isOfEach(superior, own, level)) return 'unlike';
  const value = inRhythmOf(superior, own, inUnitOf(superior, own));
  const up = asksForMore(superior.op === '~' ? own : superior);
  const isEither = [superior.op, own.op].some((op) => op === '=' || op === '~');
  if (value === null || (up !== asksForMore(own) && !isEither)) return 'unlike';
  const difference = value.comparedTo(superior.value);
  if (difference === 0) return 'equal';
  return difference > 0 === up ? 'stronger' : 'weaker';
}

/** The value in the superior's rhythm, 每月4场 beside 每周1场; within a month's length of each other the two are alike. */
function inRhythmOf(superior: TargetReading, own: TargetReading, value: Decimal | null): Decimal | null {
  const [theirs, ours] = [timesAYear(superior.metric), timesAYear(own.metric)];
  if (value === null || superior.value === null || !theirs || !ours || theirs === ours) return value;
  const laid = value.times(ours).div(theirs);
  return laid.minus(superior.value).abs().lte(new Decimal(superior.value).times(MONTH_LENGTHS))
    ? new Decimal(superior.value)
    : laid;
}
/** Four weeks are about a month: twelve months of them lack four weeks of the year. */
const MONTH_LENGTHS = 0.09;

/** Whether a figure may be told of each place or person at all; a share and a term are the same for all. */
const isCount = (target: TargetReading): boolean =>
  target.value !== null && !isShare(baseUnit(target.unit).unit) && !isTerm(target);

/** 每个县区2家 is what each has, of which there may be any number; 10家 are all together. 各市 are we, where ours is a city's plan. */
function ofWhom(target: TargetReading, level: PlanLevel | null): string {
  const places = eachPlace(target.metric);
  if (places.length === 0) return target.targetKind === 'norm' ? 'each' : '';
  return isOfPlace(target, level) ? '' : places.join();
}

/** A figure that each place of this level has. */
export const isOfPlace = ({ metric }: TargetReading, level: PlanLevel | null): boolean => {
  const places = eachPlace(metric);
  return level !== null && (places.includes(level) || places.includes('any'));
};

/** Two figures told of each, but not of the same: one of each place and one of all together, or of other places. */
export const isOfEach = (one: TargetReading, other: TargetReading, level: PlanLevel | null = null): boolean =>
  isCount(one) && isCount(other) && ofWhom(one, level) !== ofWhom(other, level);

/** Summed over years: 累计60个, 到2027年建成60个. */
export const isSummed = (target: TargetReading): boolean =>
  isCount(target) && (target.cumulative === true || target.targetKind === 'multi_year');

/** At most, below, 清零 and a term that is cut down (压缩至60小时) ask for less of something; everything else for more. */
function asksForMore(target: TargetReading): boolean {
  const { op, value } = target;
  const isLess = op === '=' && (value === 0 || (isTerm(target) && !GIVEN.test(target.metric)));
  return !(isLess || op === '<=' || op === '<' || op === 'trend_down');
}

const TERM_UNIT = /^(?:分钟|个?小时|个?工作日|日|天|周|个?星期|个?月|年)$/;
const isTerm = ({ unit }: TargetReading): boolean => TERM_UNIT.test(unit ?? '');
/** 免收租金6个月, 缓缴期限, 保存3年, 每天开放8小时: the longer, the more is done. */
const GIVEN =
  /[免缓延]|补[贴助]|返还|奖|租金|保[存留障]|留存|开放|公[示告]|有效|活动|锻炼|培训|学习|在岗|值[班守]|天数|寿命/;

const strict = (target: TargetReading): number => (target.hard ? 2 : 0) + (target.op === '~' ? 0 : 1);

/** Whether a figure is a total that a superior may divide among the places below, unlike a share, a norm or what each place has. */
export function isTotal(target: TargetReading): boolean {
  const { unit } = baseUnit(target.unit);
  const isWhole = ['annual', 'multi_year'].includes(target.targetKind) && !isShare(unit) && target.value !== 0;
  return isWhole && eachPlace(target.metric).length === 0;
}

const SIGNS: Record<string, [before: string, after: string]> = {
  '=': ['', ''],
  '>=': ['不低于', ''],
  '>': ['高于', ''],
  '<=': ['不超过', ''],
  '<': ['低于', ''],
  '~': ['', '左右'],
};

/** “培训农民工不低于1.2万人次”, or as printed for a trend and for a range (打造示范县3~5个). */
export function demandWords(target: TargetReading): string {
  const { metric, op, value, unit, raw, hard } = target;
  if (isCoverage(target)) return raw;
  if (value === null) return `${metric}“${raw.replace(/[“”]/g, '')}”`;
  if (upperEnd(target)) return `${metric}${raw}${hard ? '' : '（力争）'}`;
  const { unit: base, scale } = baseUnit(unit);
  const [before, after] = SIGNS[op] ?? ['', ''];
  const figure = formatFigure(new Decimal(value).times(scale).toFixed(), base);
  return `${metric}${before}${figure}${after}${hard ? '' : '（力争）'}`;
}
