import type { TargetOp, TargetReading } from '../../domain/plan/reading.js';
import { scaled } from '../../domain/plan/quantity.js';
import type { SpanOf } from '../measures/read-measure.js';
import { dueDays, type FoundDue } from '../dates/phrases.js';
import { carried } from './carried.js';
import { kindOf } from './kind.js';
import { metricOf } from './metric.js';
import { trendTargets, zeroTargets } from './trends.js';

const UNIT =
  '个百分点|百分点|%|‰|平方公里|平方米|立方米|公里(?:以内)?|元(?!旦)|人次|人(?!制|大|均|才|民|员|社|力|事)|名(?!单|录|称|额|义)|场次|场(?!所|景|地)|次(?!性|数|日|月)|家次|家(?!庭|政|长|校)|户次|户(?!籍|外|口)|套（间）|套|间(?!接)|' +
  '个工作日|个(?!月|年|性|体|人所得|季度|小时)|所(?!有|在)|座|处(?!理|置|罚)|件|条(?!例|件)|项|宗|例(?!如|会)|期(?!间)|支(?!持|部|付)|批|种(?!植|子)|门(?!槛)|类(?!似)|台(?!账|湾)|辆|份(?!额)|亩|吨|分钟|小时|工作日|天|日|学时|课时|张|册|岗';
const NUMBER = String.raw`\d{1,3}(?:，\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const QUANTITY = new RegExp(
  `(?<![\\d.+—\\-~A-Za-z第前〔〇:：/])(${NUMBER})(?:(?:%|‰|万|亿|元|万元|亿元)?[-—~至到]+(${NUMBER}))?(万亿|百万|千万|万|亿|千|百)?[余多]?(${UNIT})?(以上|左右|以内|以下|之内|内|及以上)?`,
  'g',
);
const CONDITION = /^的?(?:企业|用人单位|单位|项目|建筑|工程|规模|农民工小微|期限|劳动合同|人员|大型|村|岗位|劳动者)/;
const AT_LEAST = /不低于|不少于|不小于|至少|不得低于|不得少于/;
const AT_MOST = /不超过|不高于|不多于|控制在|最多|不大于/;
const SOFT = /力争|努力|争取|积极|鼓励|推动|探索/;

/** What a target's date and year default to. */
export interface TargetContext {
  year: number | null;
  /** Date that governs a whole section of goals, null elsewhere. */
  by: string | null;
}

/** The figures a text sets as targets: Arabic numbers with their measure words, 动态清零 and 三个下降. */
export function readTargets(text: string, context: TargetContext, spanOf: SpanOf): TargetReading[] {
  const found: Placed[] = [];
  const special = /清零|下降/.test(text);
  if (!special && !/\d/.test(text)) return [];
  const masked = mask(text);
  const dues = dueDays(masked, context.year);
  for (const match of masked.matchAll(QUANTITY)) {
    const target = quantity(match, masked, text, dues, context, spanOf);
    if (target) found.push(...target.map((one) => carried(listed(one, text, found), text, found)));
  }
  if (special) found.push(...zeroTargets(text, context.by, spanOf), ...trendTargets(text, context.by, spanOf));
  return found.sort((a, b) => a.index - b.index).map(({ index: _index, end: _end, ...target }) => target);
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

/** Titles and quoted names hold numbers that are no targets: 《…（2021—2025年）》, “2+N”. */
function mask(text: string): string {
  if (!/[《“]/.test(text)) return text;
  return text.replace(/《[^》]*》|“[^”]{0,24}”/g, (quoted) =>
    /\d/.test(quoted) ? '＊'.repeat(quoted.length) : quoted,
  );
}

function quantity(
  match: RegExpMatchArray,
  masked: string,
  text: string,
  dues: readonly FoundDue[],
  context: TargetContext,
  spanOf: SpanOf,
): Placed[] | null {
  const [raw, figure, upper, scale, unit, after] = match;
  const index = match.index ?? 0;
  if (!figure || !accepted(unit, scale, after, masked.slice(index + raw.length))) return null;
  const clause = clauseBefore(masked, index);
  const op = opOf(after, clause);
  const by = byOf(masked, index, dues) ?? context.by;
  const counted = unit ?? unitMeant(scale, clause);
  const around = { clause, rest: masked.slice(index + raw.length), earlier: earlierClauses(masked, index, clause) };
  const make = (printed: string, sign: TargetOp): Placed => {
    const value = scaled(printed, scale);
    return {
      index,
      end: index + raw.length,
      metric: metricOf(text, index, index + raw.length),
      op: sign,
      value,
      unit: counted,
      raw: rawWords(text, index, raw, clause),
      by,
      targetKind: kindOf({ ...around, unit: counted, value, by, year: context.year }),
      hard: !SOFT.test(clause),
      ...(/累计/.test(clause) ? { cumulative: true } : {}),
      span: spanOf(index, index + raw.length),
    };
  };
  return upper ? [make(figure, '>='), make(upper, '<=')] : [make(figure, op)];
}

function accepted(
  unit: string | undefined,
  scale: string | undefined,
  after: string | undefined,
  rest: string,
): boolean {
  if (!unit)
    return (
      scale !== undefined && /^(万|亿)/.test(scale) && /^[一-龥]/.test((after ?? '') + rest) && !/^[年月]/.test(rest)
    );
  if (/^(日|天|小时)$/.test(unit) && !(after && /内/.test(after))) return false;
  if (unit === '工作日' || unit === '个工作日') return after !== undefined && /内/.test(after);
  return !(after && /以上|以下|以内/.test(after) && CONDITION.test(rest));
}

/** The words of the same clause before a figure. */
function clauseBefore(text: string, index: number): string {
  let start = index;
  while (start > 0 && index - start < 40 && !/[，。；：、！？\n]/.test(text[start - 1] ?? '')) start -= 1;
  return text.slice(start, index);
}

/** A figure without a measure word counts people, in talk of money yuan. */
function unitMeant(scale: string | undefined, clause: string): string | null {
  if (!scale) return null;
  return /额度|金额|标的|贷款|资金|补贴|奖金|投资/.test(clause) ? '元' : '人';
}

/** The words of the same sentence before the clause; a semicolon ends what they govern. */
function earlierClauses(text: string, index: number, clause: string): string {
  const end = index - clause.length;
  let start = end;
  while (start > 0 && end - start < 80 && !/[。；！？\n]/.test(text[start - 1] ?? '')) start -= 1;
  return text.slice(start, end).replace(/，$/, '');
}

function opOf(after: string | undefined, clause: string): TargetOp {
  if (AT_MOST.test(clause) || (after && /^(以内|之内|内|以下)$/.test(after))) return '<=';
  if (AT_LEAST.test(clause) || (after && /以上/.test(after))) return '>=';
  if (after === '左右' || /约$|近$|大约$/.test(clause)) return '~';
  if (/超过$|突破$|高于$|大于$|超$/.test(clause)) return '>';
  return /低于$|少于$|小于$/.test(clause) ? '<' : '=';
}

/** The last date of the same sentence before the figure. */
function byOf(text: string, index: number, dues: readonly FoundDue[]): string | null {
  const sentence = Math.max(text.lastIndexOf('。', index), text.lastIndexOf('\n', index));
  let found: string | null = null;
  for (const due of dues) if (due.index > sentence && due.index < index) found = due.day;
  return found;
}

/** The shortest run of print with figure, measure word and qualifier. */
function rawWords(text: string, index: number, raw: string, clause: string): string {
  const before = AT_LEAST.exec(clause) ?? AT_MOST.exec(clause);
  const from = before ? index - clause.length + before.index : index;
  return text.slice(from, index + raw.length);
}
