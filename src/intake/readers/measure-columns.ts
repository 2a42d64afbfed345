import { isStage } from '../../domain/plan/stage-columns.js';
import { isGrowthHead } from './growth-columns.js';
import { MEASURE_WORD } from '../targets/measure-words.js';
import { type Grid, type GridCell, withCells } from './grid.js';
import type { Column, TaskHead } from './task-heads.js';

/** 计量单位, or 单位 over cells that hold measure words: no office. */
const HEAD = /^(?:计量|指标|数量|目标|数值)?单位$/;
const WORD = `(?:[百千万亿]?(?:${MEASURE_WORD})|万|亿)`;
const MEASURE = new RegExp(`^[（(]?${WORD}[)）]?$`);
/** Under 计量单位 any short word is one: 对, 班组. */
const SURE_HEAD = /^计量单位$/;
const ANY_MEASURE = new RegExp(`${MEASURE.source}|^[（(]?[一-龥]{1,3}[)）]?$`);
/** 目标值（万元）, or （场） alone: the head holds the measure word of all its figures. */
const WORD_IN_HEAD = new RegExp(`^([^（(]*)[（(](?:单位[:：])?(${WORD}|对)[)）]$`);
const AMOUNT = '(?:≥|≤|>=|<=|＞|＜|>|<|不少于|不低于|不超过|达到|至少|约)?\\s*\\d[\\d,.]*';
const ABOUT = '(以上|以下|以内|左右)?';
const FIGURE = new RegExp(`^(${AMOUNT})${ABOUT}$`);
/** 98, or 98% with its measure word beside it. */
const MEASURED = new RegExp(`^${AMOUNT}(?:${WORD})?${ABOUT}$`);
const YEAR = /^20\d{2}/;
/** The share of a column's cells that tells what it holds. */
const MOST = 0.7;
const READ_AS_GOAL = /^(?:20\d{2}年度?|(?:20\d{2}年度?)?(?:年度|全年|工作)?(?:(?:目标|指标)值?|目标任务))$/;
/** Heads of what is to be reached; those of what was reached, of a quarter, a year or a weight are none. */
const TO_REACH = /目标|指标|任务|计划|数量|数额|数值|金额|^20\d{2}年度?$/;
const OTHER =
  /完成|实绩|上年|去年|同期|季度|[1-9一二三四五六七八九十]月|上半年|下半年|(?<!20\d{2})年度$|权重|分值|占比|基数|资金|经费/;
/** 0.95 beside %: the share itself, or a small one. */
const isShare = (value: string, word: string): boolean =>
  /[%％]/.test(word) && Number(value.replace(/[^\d.]/g, '')) <= 1;

interface Table {
  grid: Grid;
  head: TaskHead;
}

/** A table whose figures have their measure words in a column of their own, or in the head: 500 and 人 as the goal 500人. */
export function withMeasures(grid: Grid, head: TaskHead): Table {
  return head.columns.reduce(withWordOfHead, withColumnOfWords(grid, head));
}

/** The same of one column with its word in its head, where it holds what is to be reached. */
function withWordOfHead({ grid, head }: Table, { index }: Column): Table {
  const column = head.columns.find((one) => one.index === index);
  const [, label = '', word = ''] = WORD_IN_HEAD.exec(column?.label ?? '') ?? [];
  const isGoal = column?.kind === 'goal' || label === '';
  if (
    !column ||
    word === '' ||
    !isGoal ||
    OTHER.test(label) ||
    isGrowthHead(column.label) ||
    !mostly(grid.slice(head.body), index, FIGURE, word)
  )
    return { grid, head };
  const joined = new Map<GridCell, GridCell>();
  for (const row of grid.slice(head.body)) join(joined, row[index], word);
  const goal: Column = { ...column, kind: 'goal', label: READ_AS_GOAL.test(label) ? label : '目标值' };
  return {
    grid: withCells(grid, joined),
    head: { ...head, columns: head.columns.map((one) => (one === column ? goal : one)) },
  };
}

/** Notes a cell's figure together with its measure word. */
function join(joined: Map<GridCell, GridCell>, cell: GridCell | undefined, word: string): void {
  const [, value, behind = ''] = FIGURE.exec(textOf(cell)) ?? [];
  if (cell && value && !isShare(value, word) && !joined.has(cell))
    joined.set(cell, { ...cell, text: value + word + behind });
}

function withColumnOfWords(grid: Grid, head: TaskHead): Table {
  const body = grid.slice(head.body);
  const measure = head.columns.find(
    ({ label, index }) => HEAD.test(label) && mostly(body, index, SURE_HEAD.test(label) ? ANY_MEASURE : MEASURE),
  );
  const figures = measure ? figuresBeside(body, head.columns, measure.index) : [];
  if (!measure || figures.length === 0) return { grid, head };
  const joined = new Map<GridCell, GridCell>();
  for (const row of body) for (const { index } of figures) join(joined, row[index], bare(textOf(row[measure.index])));
  const staged = head.columns.some(({ label }) => isStage(label));
  const columns = head.columns.map((column): Column => {
    if (column === measure) return { ...column, kind: staged ? 'extra' : 'blank' };
    if (!figures.includes(column)) return column;
    return { ...column, kind: 'goal', label: READ_AS_GOAL.test(column.label) ? column.label : '目标值' };
  });
  return { grid: withCells(grid, joined), head: { ...head, columns } };
}

/** The column of figures that are to be reached, or one for each of several years; none where they cannot be told apart. */
function figuresBeside(body: Grid, columns: readonly Column[], at: number): Column[] {
  const held = columns.filter(
    ({ kind, index, label }) =>
      kind !== 'number' && index !== at && TO_REACH.test(label) && !OTHER.test(label) && mostly(body, index, MEASURED),
  );
  const years = new Set(held.map(({ label }) => YEAR.exec(label)?.[0]));
  return held.length === 1 || (years.size === held.length && !years.has(undefined)) ? held : [];
}

/** Whether most cells of a column are of a pattern, some perhaps with a measure word that the head has as well. */
function mostly(body: Grid, column: number, pattern: RegExp, word = ''): boolean {
  const filled = body.map((row) => textOf(row[column]).replace(word, '')).filter(Boolean);
  return filled.length > 0 && filled.filter((text) => pattern.test(text)).length >= filled.length * MOST;
}

const textOf = (cell: GridCell | undefined): string => cell?.text.trim() ?? '';
const bare = (word: string): string => word.replace(/[（()）]/g, '');
