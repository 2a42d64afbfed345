import { isStage, isStagedTask } from '../../domain/plan/stage-columns.js';
import { columnOf, workColumns, type Column as WordsColumn } from '../lines/column-words.js';
import { distinct, type Grid, type GridCell } from './grid.js';
import { isYearHead, yearGoal } from './year-heads.js';

/** What a column of a 任务分解表 holds (conventions.md section 3). */
export type ColumnKind = 'number' | 'text' | 'goal' | 'unit' | 'due' | 'person' | 'extra' | 'blank';

export interface Column {
  index: number;
  kind: ColumnKind;
  /** The head as printed, without white space; two-level heads give the lower one. */
  label: string;
}

export interface TaskHead {
  /** First row of the head. */
  from: number;
  /** First row of the body. */
  body: number;
  columns: Column[];
}

/** The head of the column of numbers. */
export const NUMBER_HEAD = /^(序号|编号|项目编号|No\.?)$/i;

/** The head of a column that names persons or their numbers. */
export const PERSON_HEAD =
  /(领导|责任人|负责人|联系人|联络员|电话|手机|联系方式|姓名|微信号?|(?:填[表报写]|审[核批]|经办|承办|主办|牵头|制表|复核|录入|报送|签[收发]|对接|办理)人)/;

const KINDS: [RegExp, ColumnKind][] = [
  [NUMBER_HEAD, 'number'],
  [/(单位|部门).*(责任人|负责人|联系人)/, 'unit'],
  [PERSON_HEAD, 'person'],
  [/^(计量|填报|报送|数据)单位/, 'extra'],
  [/^(启动|开始|起始|开工)(时间|日期|时限)$/, 'extra'],
  [/^(承担|涉及|工作)?(任务|事项|项目|举措|措施)(总|个|件)?数$|^其中/, 'extra'],
  [/(进展|完成率|完成情况|落实情况|存在问题|下一步|备注|是否完成|佐证|审核|销号|督办|黄牌|得分|分值|批示)/, 'extra'],
  [/(^时间$|时限|期限|完成时间|办结时间|时间节点|时间要求|时间安排|进度安排|完成日期)/, 'due'],
  [/(牵头|主办|责任|配合|协办|参与|参加|协同|会同|承办)(责任|实施)?(单位|部门|处室|科室|机构)?$/, 'unit'],
  [/(单位|部门|实施主体)(名称)?$/, 'unit'],
  [/目标任务|任务目标/, 'text'],
  [/(完成标志|完成标准|目标|指标值|成果形式|预期成效|工作成效)/, 'goal'],
  [/(任务|举措|措施|内容|事项|工作|要求|类别|分类|方面|项目|板块|领域|专项|指标)/, 'text'],
];

/** Below 2025年目标, beside its growth. */
const AMOUNT = /^(?:绝对值|总量|总额|数值|数额)$/;
/** Over a year they leave what is to be reached by its end. */
const GOALS: readonly (ColumnKind | null)[] = ['text', 'goal', null];

const SEARCHED_ROWS = 20;

/** Finds the head of a task table: a row with a column of tasks and a column of units. Null when there is none. */
export function findTaskHead(grid: Grid): TaskHead | null {
  const last = Math.min(grid.length - 1, SEARCHED_ROWS);
  for (let row = 0; row < last; row++) {
    for (const depth of [1, 2]) {
      const head = readHead(grid, row, depth);
      if (head) return goalsAsTasks(grid, head);
    }
  }
  return null;
}

function readHead(grid: Grid, from: number, depth: number): TaskHead | null {
  if (from + depth >= grid.length || splitsBelow(grid, from + depth - 1)) return null;
  if (depth > 1 && isTitle(grid[from])) return null;
  const columns = stagesAsTasks(workingUnits(grid[from].map((_, index) => readColumn(grid, from, depth, index))));
  const has = (kind: ColumnKind) => columns.some((column) => column.kind === kind);
  return has('text') && has('unit') && !isFigureTable(columns) ? { from, body: from + depth, columns } : null;
}

/**
 * 项目名称 merged over rows that each have a goal and units of their own: there the goal is the task, and the project is
 * what stands over it.
 */
export function goalsAsTasks(grid: Grid, head: TaskHead): TaskHead {
  const main = head.columns.findLast(({ kind }) => kind === 'text')?.index ?? -1;
  const goal = head.columns.find(({ kind, index }) => kind === 'goal' && index > main);
  const units = head.columns.find(({ kind }) => kind === 'unit')?.index ?? -1;
  if (!goal || main < 0) return head;
  const words = head.columns.filter(({ kind }) => kind === 'text').map(({ index }) => index);
  const apart = grid.slice(head.body).some((row, index, body) => {
    const above = body[index - 1];
    const over = above !== undefined && (row[main] === above[main] || words.every((at) => row[at].text.trim() === ''));
    return over && [goal.index, units].every((at) => row[at] !== above[at] && row[at].text.trim() !== '');
  });
  const columns = head.columns.map((column): Column => (column === goal ? { ...column, kind: 'text' } : column));
  return apart ? { ...head, columns } : head;
}

/** Columns of units that only watch, and rooms of the office beside columns of units, are the office's own. */
function workingUnits(columns: Column[]): Column[] {
  const units = columns.filter(({ kind }) => kind === 'unit').map(({ label }) => label);
  const { watched } = workColumns(units);
  const extra = (column: Column): boolean => column.kind === 'unit' && watched.includes(column.label);
  return columns.map((column) => (extra(column) ? { ...column, kind: 'extra' } : column));
}

/** What is to be done by when, one column beside the other, is the office's own; without any other column of tasks it is the task. */
function stagesAsTasks(columns: Column[]): Column[] {
  if (columns.some(({ kind }) => kind === 'text')) return columns;
  const isTask = ({ kind, label }: Column): boolean => kind === 'extra' && isStagedTask(label);
  return columns.map((column) => (isTask(column) ? { ...column, kind: 'text' } : column));
}

/** A row of one text over the head is the table's title. */
const isTitle = (row: GridCell[]): boolean => distinct(row).filter(({ text }) => text.trim() !== '').length === 1;

/** 指标、单位、数量: there 单位 is a unit of measure, not an office. */
function isFigureTable(columns: Column[]): boolean {
  const offices = columns.filter((column) => column.kind === 'unit' && column.label !== '单位');
  return offices.length === 0 && columns.some((column) => /指标|数量|金额/.test(column.label));
}

/** True when a head cell of this row covers several columns that the next row names one by one, or reaches into it. */
function splitsBelow(grid: Grid, row: number): boolean {
  const next = grid[row + 1];
  const named = distinct(next).filter((cell) => !grid[row].includes(cell) && cell.text.trim() !== '');
  if (named.length > 1 && named.every(({ text }) => isStage(text))) return true;
  return grid[row].some((cell, index) => {
    if (cell === next[index]) return squeeze(cell.text) !== '';
    const wide = cell.text !== '' && grid[row][index + 1] === cell && !next.every((other) => other === next[0]);
    const below = squeeze(next[index].text);
    return wide && next[index] !== next[index + 1] && (isYearHead(below) || classify(below) !== null);
  });
}

function readColumn(grid: Grid, from: number, depth: number, index: number): Column {
  const labels = Array.from({ length: depth }, (_, level) => squeeze(grid[from + level][index].text)).filter(Boolean);
  const label = labels.at(-1) ?? '';
  if (label === '') return { index, kind: 'blank', label };
  const spanning = depth === 1 && grid[from].every((cell) => cell === grid[from][0]);
  const over = classify(labels[0]);
  const goal = GOALS.includes(over) ? yearGoal(grid, from + depth, index, label) : null;
  if (goal !== null && !spanning) return { index, kind: 'goal', label: goal };
  const kind = classify(label) ?? over;
  const named = over === 'goal' && AMOUNT.test(label) ? (labels[0] ?? label) : label;
  return { index, kind: spanning ? 'extra' : (kind ?? 'extra'), label: named };
}

/** Kind of a column by its head; null when the words are not known. Heads are short: a sentence is no head. */
function classify(label: string): ColumnKind | null {
  const bare = label.replace(/[（(].*?[）)]/g, '');
  if (bare === '' || bare.length > 14) return null;
  const pasted = columnOf(bare);
  if (isStage(label)) return 'extra';
  return KINDS.find(([pattern]) => pattern.test(bare))?.[1] ?? (pasted && PASTED[pasted.kind]);
}

/** What the words of a pasted table's head are here. */
const PASTED: Record<WordsColumn['kind'], ColumnKind> = {
  number: 'number',
  words: 'text',
  units: 'unit',
  date: 'due',
  leader: 'person',
  other: 'extra',
};

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
