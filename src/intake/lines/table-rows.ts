import type { Paragraph } from './paragraph.js';

/** A cell of a pasted table: a stretch of one printed paragraph. */
export interface Cell {
  paragraph: Paragraph;
  start: number;
  end: number;
  text: string;
  /** What it stands for where it only points at the cell above it. */
  as?: string;
}

const STOPS = /[|]/;
const NUMBER = /^\d{1,3}[.、*]?$/;

/** The rows of a pasted table: cells from one running number to the next. */
export function rowsOf(body: readonly Paragraph[], headEnd: number, units: (text: string) => boolean): Cell[][] {
  const rows: Cell[][] = [];
  let current: Cell[] | null = null;
  const cells = cellsOf(body, headEnd);
  const apart = cells[0] !== undefined && isApart(cells[0]);
  let expected = firstNumber(cells);
  let listed = false;
  for (const whole of cells.flatMap((one) => (apart && one.start > 0 ? [one] : numbered(one, () => expected)))) {
    for (const cell of stuckNumber(whole, expected)) {
      const number = apart && cell === whole && !isApart(cell) ? 0 : numberOf(cell, expected);
      if (number > 0 && (current === null || listed || endsInUnits(current, units))) {
        current = [cell];
        rows.push(current);
        expected = number + 1;
        listed = false;
      } else if (current) {
        current.push(cell);
        listed ||= units(cell.text);
      }
    }
  }
  return rows.map((row) => divided(row, units));
}

/** The running number has its line to itself, so that “满 2 个月” in a cell is none. */
const isApart = ({ text, paragraph }: Cell): boolean =>
  NUMBER.test(text) && paragraph.text.replaceAll('|', '').length <= text.length;

/** A part of a table begins with any number. */
const firstNumber = ([first]: readonly Cell[]): number => Number(/^\d{1,3}/.exec(first?.text ?? '')?.[0] ?? 1);

/** How many running numbers may have been left out before one that stands in a cell of its own. */
const LEFT_OUT = 30;

/** The running number a cell is, 0 for other cells; a number split off its task must be the next one. */
function numberOf({ text, paragraph, end }: Cell, expected: number): number {
  if (!NUMBER.test(text)) return 0;
  const number = Number.parseInt(text, 10);
  const alone = end === paragraph.text.length || paragraph.text[end] === '|' || paragraph.gap[end] !== 0;
  return number === expected || (alone && number > expected && number < expected + LEFT_OUT) ? number : 0;
}

/** A row can end once it has had its units: in a cell of their own, or at the end of its last words. */
function endsInUnits(row: Cell[], units: (text: string) => boolean): boolean {
  const tail = row.at(-1);
  return tail !== undefined && row.length > 1 && unitTail(tail, units) > 0;
}

/** Cells divided by line ends, blanks and upright strokes. */
function cellsOf(body: readonly Paragraph[], headEnd: number): Cell[] {
  return body.flatMap((paragraph, index) => {
    const cells: Cell[] = [];
    let start = index === 0 ? headEnd : 0;
    const close = (end: number): void => {
      if (end > start) cells.push({ paragraph, start, end, text: paragraph.text.slice(start, end) });
    };
    for (let at = start; at < paragraph.text.length; at++) {
      const stroke = STOPS.test(paragraph.text[at] ?? '');
      if (!stroke && !paragraph.gap[at]) continue;
      close(at);
      start = stroke ? at + 1 : at;
    }
    close(paragraph.text.length);
    return cells;
  });
}

/** “各乡镇（街道）2”: the line break before the next row's number was lost. */
function stuckNumber(cell: Cell, expected: number): Cell[] {
  const number = String(expected);
  const before = cell.text.slice(0, -number.length);
  if (
    expected < 2 ||
    !cell.text.endsWith(number) ||
    !/[局委办厅部会院队行司道镇乡区县府等底前年月日期某）]$/.test(before)
  )
    return [cell];
  const middle = cell.end - number.length;
  return [
    { ...cell, end: middle, text: before },
    { ...cell, start: middle, text: number },
  ];
}

/** “1居民消费价格涨幅”: the running number stuck to its task is a cell of its own. */
function numbered(cell: Cell, expected: () => number): Cell[] {
  const match = /^(\d{1,3})[.、*]?(?=[一-龥“《])(?![年日]|月(?:份|底|末|初|前|\d|[上中下]旬)|季度|个|项|家)/.exec(
    cell.text,
  );
  if (!match || Number(match[1]) < expected()) return [cell];
  const middle = cell.start + match[0].length;
  return [
    { ...cell, end: middle, text: match[0].replace(/[.、*]$/, '') },
    { ...cell, start: middle, text: cell.text.slice(match[0].length) },
  ];
}

/** Cuts the units off a last cell that runs together with its task. */
function divided(row: Cell[], units: (text: string) => boolean): Cell[] {
  const tail = row.at(-1);
  if (!tail || row.length < 2 || row.slice(1).some(({ text }) => units(text))) return row;
  const from = unitTail(tail, units);
  if (from === 0) return row;
  const middle = tail.start + from;
  return [
    ...row.slice(0, -1),
    { ...tail, end: middle, text: tail.text.slice(0, from) },
    { ...tail, start: middle, text: tail.text.slice(from) },
  ];
}

const REACH = 120;

/** Where the list of units at the end of run-together words begins, 0 without one; the longest list wins. */
function unitTail({ text }: Cell, units: (text: string) => boolean): number {
  for (let from = Math.max(2, text.length - REACH); from < text.length - 2; from++) {
    if (units(text.slice(from))) return from;
  }
  return 0;
}

/** What blanks of any width, and strokes, divide. */
export function blankCells(paragraph: Paragraph, from = 0, to = paragraph.text.length): Cell[] {
  const { text, gap } = paragraph;
  const cells: Cell[] = [];
  let start = from;
  for (let at = from; at <= to; at++) {
    const stroke = text[at] === '|';
    if (at < to && !stroke && (at === start || !gap[at] || within(text, at))) continue;
    if (at > start) cells.push({ paragraph, start, end: at, text: text.slice(start, at) });
    start = stroke ? at + 1 : at;
  }
  return cells;
}

/** “2022 年 12 月底”: a day is one cell. */
function within(text: string, at: number): boolean {
  const [before = '', next = ''] = [text[at - 1], text[at]];
  return (/\d/.test(before) && /[年月日%％]/.test(next)) || (/[年月]/.test(before) && /\d/.test(next));
}
