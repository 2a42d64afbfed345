import { isPersonName, PERSON_NAME } from '../../domain/plan/persons.js';
import type { TableRow } from './extracted.js';
import { formRows } from './form-tables.js';
import { goalTasks, namedGoals } from './goal-tasks.js';
import { type Grid, type GridCell, gridLines } from './grid.js';
import { withGrowth } from './growth-columns.js';
import type { OwnColumn } from '../../domain/plan/own-columns.js';
import { columnOf, roleLabel } from '../lines/column-words.js';
import { ROW_UNSURE, rowNumber, unitsAbove } from '../lines/row-remark.js';
import { withoutContinued } from './continued-rows.js';
import { withMeasures } from './measure-columns.js';
import { chineseNumber } from './numerals.js';
import { withDays } from './due-columns.js';
import { type Column, type ColumnKind, findTaskHead, type TaskHead } from './task-heads.js';
import { collectItems, type TaskEntry, type TaskHeading, type TaskItem } from './task-items.js';
import { FORM_LINE } from './form-lines.js';
import { SeenRows } from './repeated-rows.js';
import { joinUnits, officesOnly, saysRoles, uniteUnits, wholeGroups } from './unit-cells.js';
import { withoutTotals } from './total-rows.js';
import { withoutUnitPersons } from './unit-persons.js';

const OWN_NUMBER =
  /^\s*(\d{1,3}\s*(?:[.．](?!\d)|、)|[（(]\s*[一二三四五六七八九十\d]{1,4}\s*[）)]|[一二三四五六七八九十]{1,4}、|第[一二三四五六七八九十]{1,3}(?:章|节|编|篇|部分)|[①-⑳])/;
/** 2.1, which is no figure (1.5万人). */
const DECIMAL = /^\s*\d{1,2}(?:\.\d{1,2}){1,2}(?:[.、]|\s*)(?=[一-龥“《])(?![万亿倍百个元人户米吨亩公平年%])/;
/** A cell with a list of its own: （1）…（2）, 1.…2., ①…②. Its first number is none of the table's. */
const LIST_CELL = /^\s*(?:[（(]1[）)].*[（(]2[）)]|①.*②)/s;
const LIST_MARKS = /[（(]\d{1,2}[）)]|[①-⑳]/g;
const FIGURE_LIST = /^\s*1[.．、](?!\d).*[；。\n]\s*2[.．、](?!\d)/s;
const FIGURE_MARKS = /(?<=^\s*|[；。\n]\s*)(\d{1,2})[.．、](?!\d)/g;
const END_MARK = /[。；！？：…]$/;
const NUMBER = '(?:1\\d{10}|0\\d{2,3}[-—\\s]?\\d{7,8})';
const PHONE = new RegExp(NUMBER, 'g');
const NAMED_PHONE = new RegExp(`(${PERSON_NAME})[\\s，,：:（(]{0,3}(?:电话|手机)?[：:]?${NUMBER}[）)]?`, 'g');

/**
 * A task table as lines of a plan; `above` are those of them printed over its head, its title first; `flat` without headings
 * of its own. With remarks on what of it was not read, and the lines that have own columns beside them.
 */
export interface TaskTable {
  above: string[];
  flat: boolean;
  lines: string[];
  notes: string[];
  rows: TableRow[];
}

/**
 * A 任务分解表 as clauses: headings from the merged 重点任务 column, one numbered line per measure with its units in
 * brackets under the heads as printed. Null when the table has no head with tasks and units.
 * @param seen the rows of the document's tables before this one, which are not read twice
 */
export function taskTableLines(table: Grid, seen = new SeenRows()): TaskTable | null {
  const forms = formRows(table);
  const printed = forms ?? table;
  const found = findTaskHead(printed);
  if (!found) return null;
  const { grid: told, head } = withGoals(printed, found);
  const { grid: tasks, notes: totals } = withoutTotals(told, head);
  const { grid: dated, notes: days } = withDays(tasks, head);
  const { grid: named, persons } = withoutUnitPersons(dated, head);
  const { grid, unsure } = withoutContinued(named, head);
  const before = gridLines(grid.slice(0, head.from)).filter((line) => !FORM_LINE.test(line));
  const collected = collectItems(grid, head, unsure);
  const { entries, repeated } = seen.withoutSeen(collected);
  const note = `${before[0] ? `表“${before[0]}”` : '任务分解表'}有${repeated}行与前面的表相同，没有重复读入。`;
  if (repeated > 0 && entries.length === 0) return { above: [], flat: true, lines: [], notes: [note], rows: [] };
  const writer = new ClauseWriter(head, forms ? seen.formsBefore(entries) : 0);
  for (const entry of entries) {
    if (entry.kind === 'line') writer.line(entry.text);
    else if (entry.kind === 'heading') writer.heading(entry);
    else writer.item(entry.item);
  }
  const notes = [
    ...(repeated > 0 ? [note] : []),
    ...totals,
    ...days,
    ...personNotes(head, persons),
    ...columnNotes(grid, head, collected),
  ];
  const flat = entries.every(({ kind }) => kind !== 'heading');
  return { above: before, flat, lines: [...before, ...writer.lines], notes, rows: writer.rows };
}

/** A table whose goals have their measure words, their names and their growth. */
function withGoals(printed: Grid, found: TaskHead): { grid: Grid; head: TaskHead } {
  const measured = withMeasures(printed, goalTasks(printed, found));
  const named = namedGoals(measured.grid, measured.head);
  return withGrowth(named.grid, named.head);
}

class ClauseWriter {
  readonly lines: string[] = [];
  readonly rows: TableRow[] = [];
  private readonly counters: number[] = [];
  /** The decimal number of the row before. */
  private before = '';

  /** @param count how many measures stand before the first one under the same heading */
  constructor(
    private readonly head: TaskHead,
    private count = 0,
  ) {}

  line(text: string): void {
    if (!FORM_LINE.test(text)) this.lines.push(flat(text));
  }

  heading({ level, text, number: printed = 0 }: TaskHeading): void {
    const next = Math.max(printed, (this.counters[level] ?? 0) + 1);
    this.counters.length = level;
    this.counters[level] = next;
    this.count = 0;
    const number = level === 0 ? `${chineseNumber(next)}、` : `（${chineseNumber(next)}）`;
    this.lines.push(OWN_NUMBER.test(text) ? flat(text) : number + flat(text));
  }

  item(item: TaskItem): void {
    this.count += 1;
    const printed = /^\d{1,4}$/.test(item.number) ? item.number : String(this.count);
    const title = item.titles.map(flat).filter(Boolean).map(closed).join('');
    const text = title + closed(flat(bracketed(item.text))) + this.goal(item);
    const note = this.note(item);
    const own = !LIST_CELL.test(text) && (OWN_NUMBER.test(text) || DECIMAL.test(text));
    const remarks = (own ? '' : this.decimal(item)) + this.above(item) + (item.unsure ? ROW_UNSURE : '');
    const line = (own ? '' : `${printed}. `) + text + note + remarks;
    this.lines.push(line);
    const kept = this.own(item);
    if (kept.length > 0) this.rows.push({ line, own: kept });
  }

  /** 1.1 under 序号. A sheet that holds figures shows 1.10 behind 1.9 as 1.1. */
  private decimal({ number }: TaskItem): string {
    if (!DECIMAL_NUMBER.test(number)) return '';
    const lost = `${number}0` === following(this.before);
    this.before = lost ? `${number}0` : number;
    return rowNumber(this.before);
  }

  private own(item: TaskItem): OwnColumn[] {
    return this.of('extra').flatMap(({ index, label }) => {
      const cells = item.own.filter((cell) => cell.column === index && !NOTHING.test(cell.text));
      const text = cells.map(ownText).join('；');
      return text === '' ? [] : [{ column: label, text }];
    });
  }

  /** What stands above the row's empty cells of units. */
  private above(item: TaskItem): string {
    const units = this.of('unit').map((column) => unitPart(column, [item.above?.get(column.index) ?? '']));
    const named = units.filter(Boolean);
    return named.length > 0 ? unitsAbove(named.join('，')) : '';
  }

  private goal(item: TaskItem): string {
    return this.of('goal')
      .map((column) => [column.label, flat(item.values.get(column.index)?.join('\n') ?? '')])
      .filter(([, value]) => value !== '' && !NOTHING.test(value))
      .map(([label, value]) => closed(`${label}：${value}`))
      .join('');
  }

  private note(item: TaskItem): string {
    const units = this.of('unit').map((column) => unitPart(column, item.values.get(column.index) ?? []));
    const due = this.of('due').map((column) => flat(withoutMarks(item.values.get(column.index)?.join('\n') ?? '')));
    const parts = units.filter(Boolean);
    const dates = due.filter(Boolean).map((value) => `完成时限：${value.replace(/。$/, '')}`);
    if (parts.length === 0) return dates.map(closed).join('');
    return `（${[...parts, ...dates].join('，')}）`;
  }

  private of(kind: ColumnKind): Column[] {
    return this.head.columns.filter((column) => column.kind === kind);
  }
}

const DECIMAL_NUMBER = /^\d{1,2}(?:\.\d{1,3}){1,2}$/;

/** The decimal number behind another: 1.10 behind 1.9. */
const following = (number: string): string => number.replace(/\d+$/, (last) => String(Number(last) + 1));

function unitPart(column: Column, cells: string[]): string {
  const mixed = /人$/.test(column.label);
  const bare = cells
    .map((cell) => wholeGroups(cell.trim()))
    .filter((cell) => cell !== '' && !/^[/／—–-]+$|^无$/.test(cell));
  if (bare.length === 0) return '';
  if (!mixed && bare.some(saysRoles)) return bare.map((cell) => flat(cell).replace(/[。；]$/, '')).join('，');
  const units = uniteUnits(bare.map(mixed ? officesOnly : joinUnits));
  return units === '' ? '' : `${unitLabel(column.label)}：${units}`;
}

/** A rule for the whole column (列第一位的为牵头单位) stays with its label. */
function unitLabel(label: string): string {
  const bare = roleLabel(label.replace(/[（(].*?[）)]/g, '').replace(/及.*人$/, ''));
  const rule = columnOf(label.replace(/\(/g, '（').replace(/\)/g, '）'))?.label.replace(/^[^（]*/, '') ?? '';
  return (/(单位|部门|处室|科室|机构|主体)$/.test(bare) ? bare : `${bare}单位`) + rule;
}

/** 1.…2. inside a cell as （1）…（2）: behind the row's own number they would read as 2.1. */
const bracketed = (cell: string): string =>
  FIGURE_LIST.test(cell) ? cell.replace(FIGURE_MARKS, (_, number: string) => `（${number}）`) : cell;

/** The days of a list in a cell, one behind the other: 6月底；11月底. */
const withoutMarks = (cell: string): string =>
  LIST_CELL.test(cell) ? cell.replace(LIST_MARKS, (_, at: number) => (at > 0 ? '\n' : '')) : cell;

/** Cell text on one line; a line without its end mark is closed by a semicolon. */
function flat(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.reduce(
    (joined, line) => joined + (joined === '' || /[，、。；：！？…,;:]$/.test(joined) ? '' : '；') + line,
    '',
  );
}

function closed(text: string): string {
  if (text === '') return '';
  return END_MARK.test(text) ? text : `${text.replace(/[，、,;.]$/, '')}。`;
}

/** A dash in a cell that has nothing to tell. */
const NOTHING = /^\s*[/／—–-]+\s*$/;

/** What a cell of the office's own column holds, without telephone numbers and the names before them. */
const ownText = ({ text }: GridCell): string =>
  flat(text)
    .replace(NAMED_PHONE, (whole, name: string) => (isPersonName(name) ? '（姓名、号码略）' : whole))
    .replace(PHONE, '（号码略）');

/** Columns about persons, which are not read, and persons `beside` units, who are not either. */
function personNotes(head: TaskHead, beside: readonly string[]): string[] {
  const persons = head.columns.filter((column) => column.kind === 'person').map((column) => column.label);
  return [
    ...(persons.length > 0 ? [`任务分解表的栏目“${persons.join('、')}”涉及个人信息，未读入。`] : []),
    ...(beside.length > 0 ? [`任务分解表的栏目“${beside.join('、')}”中单位旁的人名、电话涉及个人信息，未读入。`] : []),
  ];
}

/** Cells of own columns that stand beside no measure. */
function columnNotes(grid: Grid, head: TaskHead, entries: readonly TaskEntry[]): string[] {
  const kept = new Set(entries.flatMap((entry) => (entry.kind === 'item' ? entry.item.own : [])));
  const extras = head.columns.filter((column) => column.kind === 'extra');
  return extras.flatMap((column) => cellNotes(column, looseCells(grid, head, column, kept)));
}

/** Cells of an own column, below the head, that no measure has and that are no row of one text. */
function looseCells(grid: Grid, head: TaskHead, { index }: Column, kept: ReadonlySet<GridCell>): Set<GridCell> {
  const rows = grid.slice(head.body).filter((row) => !row.every((cell) => cell === row[0]));
  const cells = rows.map((row) => row[index]).filter((cell) => !kept.has(cell) && cell.column === index);
  const heads = grid.slice(head.from, head.body).map((row) => row[index].text);
  return new Set(cells.filter(({ text }) => !heads.includes(text)));
}

function cellNotes(column: Column, cells: ReadonlySet<GridCell>): string[] {
  return [...cells]
    .filter((cell) => cell.text.trim() !== '')
    .map((cell) => `第${cell.row + 1}行“${column.label}”没有对应的任务，未读入：${ownText(cell)}`);
}
