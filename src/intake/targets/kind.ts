import type { TargetKind } from '../../domain/plan/reading.js';
import { EACH, EACH_PLACE } from './metric.js';
import { CLAUSE, SENTENCE, UNIT } from './sieves.js';

/** A figure with what stands around it; all texts normalised. */
export interface FigureInText {
  unit: string | null;
  /** 1万元/户: what it is for each of. */
  each?: string | undefined;
  value: number;
  /** The words of the same clause before the figure, and all words after it. */
  clause: string;
  rest: string;
  /** The earlier clauses of the same sentence. */
  earlier: string;
  by: string | null;
  /** Year of the plan. */
  year: number | null;
}

const HOW = UNIT.of(/^(?:年|日|天|个?小时|分钟|个?工作日|个月|周|个?星期|公里|千米|㎞|km$|学时|课时|个基点)/);
/** Lengths and days that are made or counted themselves: 新增管网50公里, 优良天数290天. */
const COUNTED = CLAUSE.of(/天数|(?:新增|新?建|改造|整治|治理|铺设|完成|里程|长度)[^，]*$/);
/** One of them is in all words that tell of each: looked for first, for speed. */
const SAYS_EACH = CLAUSE.of(/[每各均]/);
const SAYS_EACH_BEFORE = SENTENCE.of(/[每均]/);
const EACH_TIME = /每(?:个)?(?:半年|季度?|月|周|日|天|期|次|届|轮)/;
const EACH_ONE =
  /每(?:\d+|[一二三四五两百千万]+)?(?:个|位|名|人|户|家|所|项|场|批|县|市|区|乡|镇|村|社区|街道|岗|队|支|班|组|校|园|亩|辆|车|台|间)|(?:人|户|村|县)均|平均每/;
const FOR_EACH = SENTENCE.of(
  /(?:^|[，；])(?:对|向|为|给)[^，；]*(?:农民工|劳动者|人员|学生|儿童|家庭|求职者|群众|企业|单位)(?:，|$)/,
);
/** 在6个城区各建成1个: what each of them gets, and before it of how many. */
const OF_SOME = new RegExp(`${EACH}[^，；]*$`);
const EACH_BEHIND = /^[一-龥]{1,8}?各(?:自|至少)?[一-龥]+\d/;
/** 各县（市、区）各10场. */
const OF_EACH = CLAUSE.of(/各[自约]?$/);
const OWN_EACH = new RegExp(`${EACH_PLACE}[^，；]{0,6}各(?:自|约)?$`);
/** 各区（市、县）不低于300万元: the least that each of them has. */
const OF_PLACES = CLAUSE.of(new RegExp(`(?:^|[，；：])${EACH_PLACE}(?:均|分别|财政|至少|安排|不得?[低少]于)+$`));
const PER_TIME = CLAUSE.of(/^(?:\/|每)(?:月|季|周|年|人|户|县|村)/);
const IN_ALL = CLAUSE.of(/全[年省市县区]|累计|合计|总共|共|总(?:额|量|数|计)|年(?:内|底前)|新增/);
/** 500吨/日, 3亿元/年: an amount in a time, not of a thing; 2次/月 is what each month has. */
const OF_TIME = /^\/[年月日天]$/;
const AMOUNT = /[元吨米亩斤克时]$/;
/** 人均收入3万元/人, 亩均增收200元/亩: what is reached, though told of each. */
const EARNED = /收入|增收|产值|产出|税收|成本|增加值|生产率|[电气水]价|浓度|能耗|单产/;
/** What everybody gets is counted on a few hands; more is a total that stands beside. */
const MOST_FOR_EACH = 12;

const MONEY_RULE = CLAUSE.of(
  /额度|标准|上限|最高|起付|限额|标的|一次性|给予|按照?[^，]*(?:补|奖)|每(?:人|名|户|家|月|天)|分别[^，]*(?:奖|补|支持)|奖[励补]$/,
);
const MONEY_IN_ALL = CLAUSE.of(/发放|投入|筹集|安排|拨付|追(?:讨|回)|放贷|落实资金/);
const RATE_RULE = CLAUSE.of(
  /利率|费率|税率|(?:缴费|缴存|缴纳)(?!率)|提取|预留|预储|下浮|上浮|减免|给予|按照?[^，]{0,20}(?:比例|标准|总额|造价|工资|工程款|合同价款?)/,
);
const RATE_RULE_AFTER = CLAUSE.of(
  /^的?(?:比例|标准)?(?:给予|缴存|缴纳|提取|预留|预储|存储|存入|储存|计提|发放|补贴|奖励|下浮|上浮)/,
);

const PLACES = CLAUSE.of(
  /^(?:（[^）]*）)?(?:省(?!级)|市(?!场|级)|州|地市|设区市|县(?!级|域)|区(?!域|级)|旗|乡镇?|镇|街道|成员单位|部门|单位|行业|领域)/,
);
const MADE = CLAUSE.of(
  /新?建(?!筑|档)|打造|创建|培育|认定|评选|遴选|创办|扶持|增设|设立|达到|完成|实现|发展|提升|改造|命名|选树|推广/,
);

const STANDING = CLAUSE.of(/保持|稳定在|始终/);
const YEARLY = CLAUSE.of(/每年|逐年|年均/);
const CONCERNED = CLAUSE.of(/所属|涉及/);
const AT_PLACES = CLAUSE.of(/[在于对]$/);
const SHARE = UNIT.of(/%|‰|百分点/);
/** Money, shares and ages are no norm. */
const NO_NORM = UNIT.of(/元$|%|‰|百分点|岁/);

/**
 * What kind of figure a text sets (design.md section 3, Target): annual, ratio, standing and multi_year are progress and asked for;
 * a norm is what each place, person or period gets, a parameter how something is done, a scope how far it reaches.
 */
export function kindOf(figure: FigureInText): TargetKind {
  const { unit, clause, by, year } = figure;
  if (figure.each && isOfEach(figure, figure.each)) return /元$/.test(unit ?? '') ? 'parameter' : 'norm';
  if (isNorm(figure)) return 'norm';
  if (isParameter(figure)) return 'parameter';
  if (STANDING.test(clause)) return 'standing';
  if (unit && SHARE.test(unit)) return 'ratio';
  if (isScope(figure)) return 'scope';
  const isYearly = YEARLY.test(clause);
  return by && year !== null && Number(by.slice(0, 4)) > year && !isYearly ? 'multi_year' : 'annual';
}

const isOfEach = ({ unit, clause }: FigureInText, each: string): boolean =>
  !EARNED.test(clause) && !(OF_TIME.test(each) && AMOUNT.test(unit ?? ''));

function isNorm({ unit, value, clause, rest, earlier }: FigureInText): boolean {
  const words = earlier.endsWith('、') ? earlier + clause : clause;
  if (unit?.endsWith('元') && OF_PLACES.test(words)) return true;
  if (unit && NO_NORM.test(unit)) return false;
  if (
    (SAYS_EACH.test(clause) &&
      (EACH_TIME.test(clause) ||
        EACH_ONE.test(clause) ||
        OF_SOME.test(clause) ||
        (OF_EACH.test(clause) && OWN_EACH.test(words)))) ||
    PER_TIME.test(rest)
  )
    return true;
  const carried = (SAYS_EACH_BEFORE.test(earlier) && EACH_ONE.test(earlier)) || FOR_EACH.test(earlier);
  return carried && value <= MOST_FOR_EACH && !IN_ALL.test(clause);
}

function isParameter({ unit, clause, rest }: FigureInText): boolean {
  if (unit === null) return false;
  if (HOW.test(unit)) return !(/^[公千㎞k天]/.test(unit) && COUNTED.test(clause));
  if (unit.endsWith('元')) return MONEY_RULE.test(clause) && !MONEY_IN_ALL.test(clause) && !IN_ALL.test(clause);
  return unit === '%' && (RATE_RULE.test(clause) || RATE_RULE_AFTER.test(rest));
}

function isScope({ unit, clause, rest }: FigureInText): boolean {
  if (CONCERNED.test(clause)) return true;
  if (AT_PLACES.test(clause) && EACH_BEHIND.test(rest)) return true;
  return unit === '个' && PLACES.test(rest) && !MADE.test(clause);
}
