import { TOLD_APART } from '../../domain/figures/range.js';
import type { TargetOp, TargetReading } from '../../domain/plan/reading.js';
import { scaled } from '../../domain/plan/quantity.js';
import { DIGIT, holds } from '../../domain/text/signs.js';
import type { SpanOf } from '../measures/read-measure.js';
import { endsOfStretches } from '../dates/month-stretch.js';
import { daysOfText, type FoundDue } from '../dates/phrases.js';
import { carried } from './carried.js';
import { isBaseFigure } from './changes.js';
import { AT_LEAST, AT_MOST, clauseBefore, earlierClauses, opOf } from './clause.js';
import { eachDay } from './each-day.js';
import { eachRate } from './each-rate.js';
import { behindBasis, byOf, isReachedBasis, isReachedBefore } from './figure-day.js';
import { kindOf } from './kind.js';
import { metricOf } from './metric.js';
import { dueIn, sideBySide } from './side-by-side.js';
import { CLAUSE, UNIT } from './sieves.js';
import { isHard } from './striven.js';
import { TREND_HINT, trendTargets, zeroTargets } from './trends.js';
import { COUNT_HINT } from './counts.js';
import { allFigures, figureOfCell, figuresIn, masked as maskedText, type Printed } from './figures.js';
import { unitMeant } from './unit-meant.js';
import {
  beginsBefore,
  BEGINS_HINT,
  isEachListed,
  ordinalYear,
  SPAN_HINT,
  shareOfYears,
  spanBefore,
} from './year-span.js';
import { yearByYear } from './year-by-year.js';
import { WORDED_HINT, wordedShares, type WordedShare } from './worded.js';

const CONDITION = CLAUSE.of(
  /^的?(?:企业|用人单位|单位|项目|建筑|工程|规模|农民工小微|(?:低压)?(?:小微|中小微?)企业|期限|劳动合同|人员|大型|村|岗位|劳动者)/,
);
/** 引导100家以上企业参与 counts enterprises; 涉及10家以上企业 is how many it takes. */
const COUNTED_THING = UNIT.of(/^[家户个场所座]$/);
/** 覆盖80%以上的村: how far it reaches, not what a village must have. */
const REACHED_SHARE = CLAUSE.of(/(?:覆盖|惠及|带动|确保|实现|推动|引导|组织|使)(?:全[省市区县州])?$/);
/** 确保3个以上项目开工: how many of them are to come so far. */
const TO_COME = CLAUSE.of(/(?:确保|力争|实现|推动|保证)(?:全[省市区县州])?(?:至少)?$/);
const COMES =
  /^[一-龥]{0,4}(?:项目|工程|企业|单位)(?:全部|如期|实现|建成|集中)?(?:开工|建成|投产|竣工|落地|投用|完工|签约|入库|达标|上市)/;
const OF_SOMETHING = CLAUSE.of(/(?:涉及|[有含满]|具备|超过|联合|连续|达到)$/);
const INDEX = CLAUSE.of(
  /(?:率|系数|指数|比)(?:逐步|稳步)?(?:控制在|[保维]持在|稳定在|达到?|(?:提高|提升|增加|上升|下降|降低|减少|缩小)[到至]|[升降][到至]|不得?[高低]于|不得?超过)$/,
);
const TERM = CLAUSE.of(/不得?超过|不多于|限时|不得?[少低]于$|至少$/);
/** 压缩企业开办时间至1个工作日, 公告期由45天压缩为20天: what a term is cut down to. */
const SHORTENED = CLAUSE.of(/(?:缩短|压缩|压减|缩减)[^，。；\d]{0,12}[至到为]$/);
/** 2个工作日办结: the term of the thing named before it. */
const DONE_IN = CLAUSE.of(/^(?:之?内)?(?:办结|办理完|办完|审结|出证|领证|发证|完成(?=[，。；]|$))/);
/** 最长不超过1个月 is a figure; the 6个月 of 经营6个月以上 is a condition. */
const LONGEST = CLAUSE.of(/(?:不得?超过|不多于|不长于|最长|控制在|[缩压][短减缩][至到])$/);
/** 免收3个月租金, 缓缴期限为6个月: for how long something is granted. */
const GRANTED =
  /(?:减免|免收|免征|免缴|免除|减收|减半|缓缴|缓交|延期|延长|延缴|返还|发放|补贴|给予|享受)[一-龥]{0,8}$|期限?(?:为|可达|达到?)$/;
/** 3个月内完成整改; not 毕业6个月内. */
const ENDED = /^(?:全部|基本)?(?:完成|办结|整改|拨付|兑付|清偿|返还|补缴|建成|销号|结案|审结|裁决|执结|答复|反馈)/;
/** 1个月房租免收. */
const GRANTED_AFTER = /^的?(?:房屋)?(?:房租|租金)[一-龥]{0,4}(?:免|减)/;
/** 减免小微企业和个体工商户6个月租金: to whom stands between. */
const RENT = /^的?(?:房屋)?(?:房租|租金)/;
const LET_OFF = /减免|减收|免收|免除|免征/;
/** 储备量满足30天需求: how long what is there lasts. */
const STOCKED = /(?:满足|保障|可供)(?:不少于|至少)?$/;
const NEEDED = /^以?上?的?(?:需求|需要|用量|使用|供应)/;
/** 每天活动时间不少于1小时, 每周开放不低于56小时: how long it goes on. */
const TIME_GIVEN = /(?:时间|时长|每[日天周月年]|开放|锻炼)[一-龥]{0,8}(?:不少于|不低于|达到?|至少)$/;
/** 主次干道保洁时间不低于16小时，街巷路面保洁不低于12小时: the second says no more that it is a time. */
const HOURS_AT_LEAST = CLAUSE.of(/不得?[低少]于$/);
/** 资料保存期不少于90日, 工资台账至少保存3年, 每天至少开展2小时: how long it has to be. */
const LASTS_AT_LEAST =
  /(?:期限?|时间|时长|保存|保留|留存|存[放储档])[一-龥]?(?:不得?[少低]于|至少)$|至少(?:保存|保留|留存|存[放储档]|开展|安排|提供|开放|组织|锻炼|参加|学习|活动)$/;
/** 实现两个100%: how many rates, each of which stands by itself. */
const SEVERAL = CLAUSE.of(/[两双三四五六]个?$/);
/** 铺设管网5000米 is counted, 宽6米 and 500米范围 are not. */
const LAID = /(?:新增|新?建|改造|整治|治理|铺设|修复|疏浚|清淤|长度?|总长)[^，]*(?<![宽高深厚径距])$/;
const LENGTH = UNIT.of(/^(?:年|个月|天|日|周|个?小时)$/);
/** 3日内受理率: the term belongs to the name. */
const RATE_OF_TERM = /^的?[一-龥]{1,6}率/;
/** 元宵节后10个工作日内 is a window. */
const AFTER_FEAST = /(?:春节|元旦|五一|(?:元宵|清明|端午|中秋|国庆)节?)(?:假期)?后(?:的|第)?$/;
/** 3人以上事故, 5人以上集体性欠薪事件: how grave it must be to count. */
const GRAVE = /^[一-龥]{0,10}(?:事故|案件|事件|纠纷|争议|上访|班额|班级)/;
/** 全县8座煤矿负责人培训合格率100%: of how many the rate is told. */
const OF_ALL = CLAUSE.of(/^全[省市县区州旗镇]$/);
const RATE_OF_ALL = /^[一-龥]{2,20}率[^，。；]{0,4}\d/;
/** 10万人生产安全事故死亡率: the people that a rate is reckoned by. */
const RATE_PER = /^[一-龥]{0,12}(?:死亡|发生|发病|发案|事故|伤亡)率/;
/** 对欠薪500万元以上、涉及50人以上的案件: which ones are meant. */
const WHOM = CLAUSE.of(/^(?:对|凡|针对)/);
const OF_CASES = /^[^，。；]{0,20}的[一-龥]{2}/;
/** 年应纳税所得额不到100万元的部分; 30万吨/年以下: whom or what a rule concerns. */
const SHORT_OF = CLAUSE.of(/(?:不到|不足|未满|未达到?|不满)$/);
const SIZED = /^\/[年日天月]$/;

/** 去年新建驿站30个, 已发放补贴300万元: what was reached; 较上年 and 不低于去年 measure what is to be. */
const PAST = CLAUSE.of(
  /(?:(?<![较比与同于过])(?:去年|上年|上一年)(?![度底末])[^，。；的]{0,6}|已(?:经|累计|全部|先后)*)(?:发放|拨付|建成|培训|清欠|追[回讨]|办结|完成|帮助|新建|开展|举办|兑付|争取|落实|投入)[^，。；的]{0,12}$/,
);

/** 已建成小区每百户不低于20平方米: what those that stand already must have. */
const LEAST = CLAUSE.of(/不得?[低少高]于$|不得?超过$|至少$/);

/** What a target's date and year default to. */
export interface TargetContext {
  year: number | null;
  /** The first year that the plan is for, where it is not `year`: figures of a year before it were reached; null: nobody asks. */
  first?: number | null;
  /** The last year that the plan is for, where it is not `year`. */
  last?: number | null;
  /** The text is a cell of a column of goals, whose bare figure counts in the unit that its task prints. */
  cell?: { unit: string | null } | undefined;
  /** Date that governs a whole section of goals, null elsewhere. */
  by: string | null;
}

/** The figures a text sets as targets: Arabic numbers with their measure words, 动态清零 and 三个下降. */
export function readTargets(text: string, context: TargetContext, spanOf: SpanOf): TargetReading[] {
  const found: Placed[] = [];
  const special = TREND_HINT.test(text);
  const worded = WORDED_HINT.test(text);
  const inWords = COUNT_HINT.test(text);
  if (!special && !worded && !inWords && !holds(text, DIGIT)) return [];
  const masked = maskedText(text);
  const dues = endsOfStretches(daysOfText(masked, context.year), masked, context.year);
  for (const printed of inWords ? allFigures(masked) : figuresIn(masked)) {
    const target = quantity(printed, masked, text, dues, context, spanOf);
    for (const one of target ?? []) found.push(carried(listed(one, text, found), text, found));
  }
  if (found.length === 0 && context.cell) {
    for (const printed of figureOfCell(masked, context.cell.unit))
      found.push(...(quantity(printed, masked, text, dues, context, spanOf) ?? []));
  }
  for (const share of worded ? wordedShares(masked) : [])
    found.push(...shareTarget(share, text, dues, context, spanOf).map((one) => carried(one, text, found)));
  const hasSpan = found.length > 0 && SPAN_HINT.test(masked);
  const begins = found.length > 0 && BEGINS_HINT.test(masked);
  const overYears = found.map((one) => {
    const dated = hasSpan ? ofYears(one, masked, dues, context) : one;
    return overPlan(begins ? begunLater(dated, masked, context) : dated, context);
  });
  const settled: Placed[] = [];
  for (const one of sideBySide(yearByYear(overYears, masked, context.year), text, dues, context.year)) {
    for (const rate of eachRate(one, text)) settled.push(...(dues.length > 1 ? eachDay(rate, masked, dues) : [rate]));
  }
  if (special) settled.push(...zeroTargets(text, context.by, spanOf), ...trendTargets(text, context.by, spanOf));
  return settled.sort((a, b) => a.index - b.index).map(unplaced);
}

/** The reading without its place, field by field: to leave fields out of an object is slow. */
function unplaced(placed: Placed): TargetReading {
  const { metric, op, value, unit, raw, by, targetKind, hard, cumulative, span, years } = placed;
  const target: TargetReading = { metric, op, value, unit, raw, by, targetKind, hard };
  if (cumulative) target.cumulative = cumulative;
  if (span) target.span = span;
  if (years) target.years = years;
  return target;
}

/** 九成以上, 四分之一: a share in words; one that is no exact figure is left to the measure's doubts. */
function shareTarget(
  { index, raw, value, after, unit, op: sign, change }: WordedShare,
  text: string,
  dues: readonly FoundDue[],
  context: TargetContext,
  spanOf: SpanOf,
): Placed[] {
  if (value === null) return [];
  const clause = clauseBefore(text, index);
  const earlier = earlierClauses(text, index, clause);
  const end = index + raw.length;
  const by = byOf(text, index, dues) ?? context.by;
  const kind = kindOf({ clause, rest: text.slice(end), earlier, unit: '%', value, by, year: context.year });
  const hard = isHard(clause, earlier, text.charAt(index - clause.length - 1));
  const metric = metricOf(text, index, end) + (change ?? '');
  const op = sign ?? opOf(after, clause);
  return [{ index, end, metric, op, value, unit, raw, by, targetKind: kind, hard, span: spanOf(index, end) }];
}

/** 2025—2027年每年200个 are 200 a year, those of the plan's year first; 三年共600个 are due when the last is over. */
function ofYears(target: Placed, text: string, dues: readonly FoundDue[], context: TargetContext): Placed {
  const { year: planYear, first: begins = planYear } = context;
  const span = spanBefore(text, target.index, begins ?? planYear);
  const isDated = dues.some(({ index }) => span && index >= span.to && index < target.index);
  const nth = span && ordinalYear(text, target.index, span);
  if (nth) return { ...target, ...dueIn(nth, target, planYear) };
  if (!span || isDated || THIS_YEAR.test(text.slice(span.to, target.index))) return target;
  const share = shareOfYears(text, target.index);
  const { first, last } = span;
  const isListed = isEachListed(text, span);
  const isCounted = target.targetKind === 'annual' || target.targetKind === 'multi_year' || isListed;
  if (share === 'each') {
    const year = Math.min(Math.max(planYear ?? first, first), last);
    const kind = isCounted ? 'annual' : target.targetKind;
    return { ...target, by: `${year}-12-31`, targetKind: kind, years: [first, last] };
  }
  const by = `${last}-12-31`;
  const dated: Placed =
    isCounted && planYear !== null && last > planYear ? { ...target, by, targetKind: 'multi_year' } : { ...target, by };
  return share === 'together' ? { ...dated, cumulative: true } : dated;
}

const THIS_YEAR = /[今本当]年/;

/** 2026年起每年4万人 in a plan of 2024 is nothing for the plan's own year: the first that has it is 2026. */
function begunLater(target: Placed, text: string, { year }: TargetContext): Placed {
  const first = target.by === null && year !== null ? beginsBefore(text, target.index) : null;
  if (first === null || first <= year!) return target;
  return { ...target, ...dueIn(String(first), target, year), years: [first, first] };
}

/** 累计投入5亿元 in a plan of 2024—2026: together in all its years, where no day is printed. */
function overPlan(target: Placed, { year, last = null }: TargetContext): Placed {
  const isWhole = target.cumulative === true && target.by === null && target.targetKind === 'annual';
  if (!isWhole || year === null || last === null || last <= year) return target;
  return { ...target, by: `${last}-12-31`, targetKind: 'multi_year' };
}

/** “分别给予100万元、50万元和20万元”: what stands in one list with a norm or a parameter is one too. */
function listed(target: Placed, text: string, before: readonly Placed[]): Placed {
  const previous = before.at(-1);
  const isRule = previous?.targetKind === 'parameter' || previous?.targetKind === 'norm';
  if (!previous?.end || !isRule || previous.unit !== target.unit) return target;
  const between = text.slice(previous.end, target.index);
  return /^[、和及与或]$/.test(between)
    ? { ...target, metric: previous.metric, targetKind: previous.targetKind }
    : target;
}

type Placed = TargetReading & { index: number; end?: number };

function quantity(
  printed: Printed,
  masked: string,
  text: string,
  dues: readonly FoundDue[],
  context: TargetContext,
  spanOf: SpanOf,
): Placed[] | null {
  const { index, raw, figure, upper, scale, unit, each, after } = printed;
  const rest = masked.slice(index + raw.length);
  const clause = clauseBefore(masked, index);
  if (!accepted({ figure, unit, scale, each, after, rest, clause }) || isBaseFigure(masked, index, rest)) return null;
  if ((PAST.test(behindBasis(clause)) && !LEAST.test(clause)) || isReachedBasis(clause, rest, context)) return null;
  if (isReachedBefore(masked, index, dues, context)) return null;
  const op = opOfPrint(raw, opOf(after, clause));
  const by = byOf(masked, index, dues, unit) ?? context.by;
  const counted = unit?.replace(/[·•‧]/, '') ?? unitMeant(scale, clause, rest);
  const earlier = earlierClauses(masked, index, clause);
  const make = (digits: string, sign: TargetOp): Placed => {
    const value = scaled(digits, scale);
    const target: Placed = {
      index,
      end: index + raw.length,
      metric: metricOf(text, index, index + raw.length),
      op: sign,
      value,
      unit: each ? `${counted}${each.replace(/[•‧]/g, '·')}` : counted,
      raw: rawWords(text, index, raw, clause),
      by,
      targetKind: kindOf({ clause, rest, earlier, unit: counted, each, value, by, year: context.year }),
      hard: isHard(clause, earlier, masked.charAt(index - clause.length - 1)),
      span: spanOf(index, index + raw.length),
    };
    if (clause.includes('累计')) target.cumulative = true;
    return target;
  };
  if (!upper) return [make(figure, op)];
  if (!TOLD_APART.test(counted ?? '%')) return [op === '<=' ? make(upper, '<=') : make(figure, '>=')];
  return [make(figure, '>='), make(upper, '<=')];
}

/** 300余家, 10万多人: more than that, where no other word says how many. */
const opOfPrint = (raw: string, op: TargetOp): TargetOp => (op === '=' && /[余多]/.test(raw) ? '>' : op);

/** A number with what stands around it. */
interface Candidate {
  figure: string;
  unit: string | undefined;
  scale: string | undefined;
  each: string | undefined;
  after: string | undefined;
  clause: string;
  rest: string;
}

const FORBIDDEN = CLAUSE.of(/禁止|严禁/);

function accepted(candidate: Candidate): boolean {
  const { figure, unit, scale, each, after, clause, rest } = candidate;
  if (FORBIDDEN.test(clause)) return false;
  if (!unit && !scale) return isIndex(candidate);
  if (!unit) return scale !== undefined && /[万亿]$/.test(scale) && isNamed(clause, (after ?? '') + rest);
  if (
    (each && SIZED.test(each) && (after || /^(?:及以[上下]|[）、])/.test(rest))) ||
    (SHORT_OF.test(clause) && /^的/.test(rest))
  )
    return false;
  const isTerm = (after !== undefined && /内/.test(after)) || SHORTENED.test(clause) || DONE_IN.test(rest);
  if (isTerm && (RATE_OF_TERM.test(rest) || AFTER_FEAST.test(clause))) return false;
  if (OF_ALL.test(clause) && RATE_OF_ALL.test(rest)) return false;
  if (unit === '人' && scale && RATE_PER.test(rest)) return false;
  if (LENGTH.test(unit) && LASTS_AT_LEAST.test(clause)) return !/^(?:以上)?的/.test((after ?? '') + rest);
  if (unit === '%' && SEVERAL.test(clause)) return false;
  if (unit === '岁') return clause.includes('寿命');
  if (unit === '米' || unit === 'm') return LAID.test(clause);
  if (unit === '年') return LONGEST.test(clause) || /期限?(?:为|可达|达到?)$/.test(clause);
  if (unit === '天')
    return isTerm || LONGEST.test(clause) || clause.includes('天数') || (STOCKED.test(clause) && NEEDED.test(rest));
  if (unit === '小时' && (TIME_GIVEN.test(clause) || (HOURS_AT_LEAST.test(clause) && !rest.startsWith('的'))))
    return true;
  if (unit === '日' || unit === '小时' || unit === '周' || /星期$/.test(unit)) return isTerm || LONGEST.test(clause);
  if (unit === '工作日' || unit === '个工作日') return isTerm || TERM.test(clause);
  if (unit === '个月')
    return (
      LONGEST.test(clause) ||
      GRANTED.test(clause) ||
      GRANTED_AFTER.test(rest) ||
      (RENT.test(rest) && LET_OFF.test(clause)) ||
      (isTerm && ENDED.test(rest))
    );
  const isCounted = COUNTED_THING.test(unit) && Number(figure) >= 10 && !OF_SOMETHING.test(clause);
  if (after && OF_CASES.test(rest) && unit !== '%' && WHOM.test(clause)) return false;
  const isReached =
    (unit === '%' && REACHED_SHARE.test(clause)) || (TO_COME.test(clause) && COMES.test(rest) && unit !== '%');
  const isCondition = (CONDITION.test(rest) && !isCounted) || (unit === '人' && GRAVE.test(rest));
  return isReached || !(after && /以上|以下|以内/.test(after) && isCondition);
}

/** 税收10亿, 参保15万以上: what is counted stands before the figure, or behind it. */
const isNamed = (clause: string, rest: string): boolean =>
  /[一-龥]{2}/.test(clause) ? !/^[年月\d]/.test(rest) : /^[一-龥]/.test(rest) && !/^[年月]/.test(rest);

/** 死亡率控制在0.015以内, 有效利用系数提高到0.56: a figure that has no measure word. */
const isIndex = ({ figure, after, clause, rest }: Candidate): boolean =>
  (figure.includes('.') || after !== undefined) && INDEX.test(clause) && /^(?:[，。；、）\n]|$)/.test(rest);

/** 比2020年下降10%: what the figure is measured against goes with it. */
const BASE_YEAR = CLAUSE.of(/[比较]20\d{2}年[^\d]*$/);

/** The shortest run of print with figure, measure word and qualifier. */
function rawWords(text: string, index: number, raw: string, clause: string): string {
  const before = BASE_YEAR.exec(clause) ?? AT_LEAST.exec(clause) ?? AT_MOST.exec(clause);
  const from = before ? index - clause.length + before.index : index;
  return text.slice(from, index + raw.length);
}
