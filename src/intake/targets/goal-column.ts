import type { ConditionReading, Doubt, TargetReading } from '../../domain/plan/reading.js';
import { MEASURE_WORD } from './measure-words.js';
import { isRhythm, isTermUnit, matterOf, namesNothing } from './metric.js';
import { unreadFigures } from './unread.js';
import { spansAsked } from './year-span.js';

/** What was found in a stretch of text. */
export interface Found {
  targets: TargetReading[];
  conditions: ConditionReading[];
  /** A column of a year before the plan's: what was reached then is nothing to be reached. */
  past?: boolean;
}

/** A cell of a column of goals. */
export interface GoalCell {
  /** The day its column names, null where it names none. */
  by: string | null;
  /** The measure word that the task prints for it: 发放创业担保贷款（万元）. */
  unit: string | null;
}

/** A column headed 2024年 in a plan of 2026. */
export const isPast = (cell: GoalCell | undefined, first: number | null): boolean =>
  first !== null && cell?.by != null && Number(cell.by.slice(0, 4)) < first;

interface Stretch {
  from: number;
  to: number;
}

/** The columns of a 任务分解表 that hold what is to be reached, as printed before their cell's words. */
const HEAD =
  '(?:[一-龥]{0,4}(?:目标|指标)值?|(?:年度|工作)?(?:目标任务|任务目标)|完成标[志准]|成果形式|预期成效|工作成效)';
/** 2025年目标, 2025年: the year that the column is for. */
const YEAR = '20\\d{2}年度?';
/** One head or two in one: 目标/完成标志, 年度目标（完成标志）. */
const LABEL = new RegExp(
  `(?<=^|[。；！\\n])(?:(?:${YEAR})?${HEAD}(?:[/／、或及和(（]${HEAD}[)）]?)?|${YEAR})[:：]`,
  'g',
);
const COUNT = /\d|[一二三四五六七八九十百两]+(?:个|家|场|次|人|名|件|批|期|项)/;

/**
 * The figures of a measure: those of its title and text, and those of its 目标 column, which take their name from the
 * task where they have none (开展职业技能培训。目标：2.6万人次以上) and are left out where the text says the same. A figure
 * that was not understood, or whose name is not sure, is a doubt.
 */
export function measureFigures(
  text: string,
  title: Found & { words: string },
  read: (from: number, to: number, cell?: GoalCell) => Found,
): Found & { doubts: Doubt[] } {
  const cells = goalCells(text);
  const body = ofTitle(read(0, cells[0]?.from ?? text.length), title.words);
  const said = { targets: [...title.targets, ...body.targets], conditions: [...title.conditions, ...body.conditions] };
  const task = title.words + text.slice(0, cells[0]?.label ?? text.length);
  const columns = cells.map((cell) =>
    column(
      text.slice(cell.from, cell.to),
      read(cell.from, cell.to, { by: dayOf(text, cell), unit: unitOf(task) }),
      task,
      said.targets,
    ),
  );
  const targets = [...said.targets, ...columns.flatMap((one) => one.targets)];
  const whole = `${title.words}\n${text}`;
  return {
    targets,
    conditions: [...said.conditions, ...columns.flatMap((one) => one.conditions)],
    doubts: [
      ...columns.flatMap((one) => one.doubts),
      ...targets.filter((one) => isUnnamed(one) && !isTermNamed(one)).map(unnamed),
      ...targets.filter(isMixed).map(mixed),
      ...targets.filter(isUnmeasured).map(unmeasured),
      ...unreadFigures(whole, targets),
      ...spansAsked(whole, targets),
    ],
  };
}

/** 规模, 市本级规模: a property that does not say of what. */
const PROPERTY = /^(?:(.{2,8}(?:级|）|[市县区]))?)((?:总|资金)?规模|总量|总额|总数|数量)$/;
const BROUGHT = /^(?:推进|推动|加强|加快|抓好|做好|强化|支持|深化|完善|建立|健全|设立|建设|扩大|落实|用好)+/;
const THING = /^[一-龥“”（）]{2,12}$/;

/** 应急周转金。规模不低于5000万元: the title says whose. */
function ofTitle(found: Found, title: string): Found {
  if (!found.targets.some(({ metric }) => PROPERTY.test(metric))) return found;
  const thing = title.replace(/[。：:]$/, '').replace(BROUGHT, '');
  if (!THING.test(thing)) return found;
  const targets = found.targets.map((target) => {
    const [, whose = '', property] = PROPERTY.exec(target.metric) ?? [];
    return property ? { ...target, metric: whose + thing + property } : target;
  });
  return { ...found, targets };
}

function goalCells(text: string): (Stretch & { label: number })[] {
  if (!/[:：]/.test(text)) return [];
  const labels = [...text.matchAll(LABEL)];
  return labels.map((match, at) => ({
    label: match.index,
    from: match.index + match[0].length,
    to: labels[at + 1]?.index ?? text.length,
  }));
}

/** The end of the year that the column's head names. */
function dayOf(text: string, { label, from }: { label: number; from: number }): string | null {
  const year = /^20\d{2}/.exec(text.slice(label, from))?.[0];
  return year ? `${year}-12-31` : null;
}

const TASK_UNIT = new RegExp(`（(?:单位[:：])?((?:亿|万|千|百)?(?:${MEASURE_WORD}|元))）[。；]?\\s*$`);
const unitOf = (task: string): string | null => TASK_UNIT.exec(task)?.[1] ?? null;

function column(
  words: string,
  found: Found,
  task: string,
  said: readonly TargetReading[],
): Found & { doubts: Doubt[] } {
  const doubts = found.past || isUnderstood(words, found) ? [] : [unread(words)];
  const left = found.targets.filter((target) => !said.some((other) => isSame(target, other)));
  const nameless = left.filter(isUnnamed);
  const clauses = task.split(/[，。；！\n]/).filter(Boolean);
  const name = matterOf(lastOfFirstSentence(task.replace(TASK_UNIT, '')));
  const amounts = nameless.filter(({ metric }) => !CHANGE.test(metric));
  const isSure = amounts.length <= 1 && clauses.length === 1;
  const nameOf = ({ metric }: TargetReading): string =>
    isRhythm(metric) ? metric + name : CHANGE.test(metric) ? name + metric : name;
  const targets = left.map((target) => (isUnnamed(target) ? { ...target, metric: nameOf(target) } : target));
  if (!isSure && !namesNothing(name)) doubts.push(...nameless.map((target) => namedAfter(target, nameOf(target))));
  return { targets, conditions: found.conditions, doubts };
}

/** 增长5%: by how much that grows which the cell counts, or the task names. */
const CHANGE = /^(?:同比)?(?:增长|提高|提升|上升|增加|下降|降低|减少)$/;

const lastOfFirstSentence = (task: string): string =>
  task
    .split(/[。；！\n]/)[0]
    ?.split('，')
    .at(-1) ?? '';
const isUnnamed = ({ metric }: TargetReading): boolean => namesNothing(metric);
/** 受理后20日内办结: of a term, what is done says enough. */
const isTermNamed = ({ metric, unit, targetKind }: TargetReading): boolean =>
  metric !== '' && targetKind === 'parameter' && isTermUnit(unit);

/** The column says again what the text says. */
function isSame(target: TargetReading, other: TargetReading): boolean {
  if (target.value !== other.value || target.unit !== other.unit) return false;
  return isUnnamed(target) || target.metric.includes(other.metric) || other.metric.includes(target.metric);
}

/** Nothing that counts is left of the cell's words but what was read. */
function isUnderstood(words: string, { targets, conditions }: Found): boolean {
  const rest = [...targets, ...conditions].reduce(
    (left, { raw }) => left.replace(raw, ''),
    words.replace(/《[^》]*》/g, ''),
  );
  return !COUNT.test(rest);
}

const unread = (words: string): Doubt => ({
  code: 'goal_unread',
  reason: `目标栏“${words.replace(/。$/, '').slice(0, 40)}”中的数字没有读懂，请补录指标或写明不设指标`,
  field: 'targets',
});

const namedAfter = (target: TargetReading, name: string): Doubt => ({
  code: 'target_named',
  reason: `“${target.raw}”的指标名称按具体举措记为“${name}”，请核对`,
  field: 'targets',
  ...(target.span ? { span: target.span } : {}),
});

const unnamed = (target: TargetReading): Doubt => ({
  code: 'target_unnamed',
  reason: `“${target.raw}”没有写明是哪一项指标，请补写指标名称`,
  field: 'targets',
  ...(target.span ? { span: target.span } : {}),
});

/** 产量达到15万: nobody can tell of what. */
const isUnmeasured = ({ unit, raw }: TargetReading): boolean => unit === null && UNMEASURED.test(raw);
const UNMEASURED = /\d(?:万|亿|万亿)(?:及?以[上下内]|左右|之?内)?$/;

const unmeasured = (target: TargetReading): Doubt => ({
  code: 'target_unmeasured',
  reason: `“${target.metric}${target.raw}”没有写明计量单位，请在这项指标的单位栏补写（人、元、吨等）`,
  field: 'targets',
  ...(target.span ? { span: target.span } : {}),
});

const OTHER_FIGURE = new RegExp(`(?<![\\d.])\\d[\\d.]*(?:万|亿)?(?:${MEASURE_WORD})(?!及?以[上下]|内|级)`);
const RHYTHM = /每(?:个)?(?:季度?|月|周|半年)/;

/** A figure to be reported on whose name holds another figure, the rhythm of another, or several things (分别). */
function isMixed({ metric, targetKind }: TargetReading): boolean {
  if (!/[\d每分]/.test(metric) || ['norm', 'parameter', 'scope'].includes(targetKind)) return false;
  const own = metric.replace(/“[^”]*”|\d{1,2}分钟[一-龥]{0,8}圈/g, '');
  return OTHER_FIGURE.test(own) || RHYTHM.test(own) || own.includes('分别');
}

const mixed = (target: TargetReading): Doubt => ({
  code: 'target_mixed',
  reason: `“${target.raw}”的指标名称“${target.metric}”夹有别的数字、频次或几项事项，请核对指标名称`,
  field: 'targets',
  ...(target.span ? { span: target.span } : {}),
});
