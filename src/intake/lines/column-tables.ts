import type { Paragraph } from './paragraph.js';
import { compose, type Piece } from './pieces.js';
import type { Cell } from './table-rows.js';

/** What a column of a task table holds, read from its head. */
type Column = { role: 'number' | 'words' | 'date' | 'other' } | { role: 'units'; label: string };

const UNITS =
  /(?:牵头|责任|主办|负责|承办|配合|协办|参与|参加|协同|落实|实施)(?:负责|责任)?(?:单位|部门|主体|处室|科室)/;
const DATE = /时限|期限|完成时间|时间进度|进度要求|时间要求|时间节点/;
const OTHER = /领导|责任人|联系|备注|电话|类别/;
/** 无, —, /: a cell that says it is empty. */
export const EMPTY_CELL = /^(?:无|[-—–/、]+)$/;
const NUMBER = /^\d{1,3}[.、]?$/;
const RULE = /^[|\-—:：]+$/;
/** A head is short and names a column of units. */
const HEAD = /单位|部门|主体|处室|科室/;
const HEAD_LENGTH = 200;
const ROWS = 2;
const HEAD_CELL = 16;

/** A table whose cells are divided by tabs, wide blanks or upright strokes. */
export interface ColumnTable {
  rows: Paragraph[];
  /** The last paragraph that belongs to it. */
  last: number;
}

/**
 * Reads a table that stands on one line per row with as many cells as its head: what a cell is follows from its column,
 * whatever its words are. Null where fewer than two rows fit the head.
 */
export function columnTable(paragraphs: readonly Paragraph[], from: number): ColumnTable | null {
  const head = paragraphs[from];
  const columns = head && head.text.length <= HEAD_LENGTH && HEAD.test(head.text) ? columnsOf(head) : [];
  if (!columns.some(({ role }) => role === 'units')) return null;
  const strokes = head?.text.includes('|') ?? false;
  const rows: Paragraph[] = [];
  let last = from;
  for (let index = from + 1; index < paragraphs.length; index++) {
    const paragraph = paragraphs[index];
    if (!paragraph) break;
    if (RULE.test(paragraph.text) || (rows.length > 0 && paragraph.text === head?.text)) continue;
    const row = readRow(cellsOf(paragraph, strokes), columns, strokes);
    if (!row) break;
    rows.push(row);
    last = index;
  }
  return rows.length >= ROWS ? { rows, last } : null;
}

/** One printed line under the head; a line of one cell between strokes stands over the rows behind it. */
function readRow(cells: Cell[], columns: Column[], strokes: boolean): Paragraph | null {
  const hasNumbers = columns[0]?.role === 'number';
  if (hasNumbers && !NUMBER.test(cells[0]?.text ?? '')) return null;
  const at = columns.findIndex(({ role }) => role === 'units');
  if (cells.length === columns.length && (hasNumbers || !strokes || cells[at]?.text)) return rowOf(cells, columns);
  if (!strokes || hasNumbers) return null;
  const [only, ...rest] = cells;
  if (only && rest.every(({ text }) => text === '')) return MARK.test(only.text) ? compose([only]) : null;
  const moved = movedRow(cells, columns);
  return moved && { ...rowOf(moved, columns), unsure: 'lines' };
}

const MARK = /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)/;

function columnsOf(head: Paragraph): Column[] {
  const cells = cellsOf(head, head.text.includes('|'));
  const heads = cells.length > 2 && cells.every(({ text }) => text.length <= HEAD_CELL && !/[：:。，]/.test(text));
  return heads ? cells.map(({ text }, index) => columnOf(text, index)) : [];
}

function columnOf(text: string, index: number): Column {
  if (index === 0 && /^(?:序号|编号|项次)$/.test(text)) return { role: 'number' };
  if (UNITS.test(text)) return { role: 'units', label: text };
  if (DATE.test(text)) return { role: 'date' };
  return { role: OTHER.test(text) ? 'other' : 'words' };
}

/** The cells of one printed line; strokes at its ends close nothing, and where there are strokes blanks divide nothing. */
function cellsOf(paragraph: Paragraph, strokes: boolean): Cell[] {
  const { text, gap } = paragraph;
  const cells: Cell[] = [];
  let start = text.startsWith('|') ? 1 : 0;
  const close = (end: number): void => {
    cells.push({ paragraph, start, end, text: text.slice(start, end) });
  };
  for (let at = start; at < text.length; at++) {
    const stroke = text[at] === '|';
    if (!stroke && (strokes || gap[at] !== 2 || at === start)) continue;
    close(at);
    start = stroke ? at + 1 : at;
  }
  if (start < text.length) close(text.length);
  return cells;
}

const UNITISH =
  /(?:[局委办厅部处科室会院所站队]|中心|公司|政府|街道|乡镇|单位|部门|组|主办|协办|负责|落实)(?:（[^（）]*）)?$/;

/**
 * A row between strokes that holds less than its head: merged cells were left out on its left. It is moved to where its
 * units stand under theirs; null where they do so nowhere.
 */
function movedRow(cells: Cell[], columns: Column[]): Cell[] | null {
  const at = columns.findIndex(({ role }) => role === 'units');
  const filled = cells.slice(0, cells.findLastIndex(({ text }) => text !== '') + 1);
  const [first] = filled;
  if (!first || filled.length < 2) return null;
  const blank: Cell = { ...first, end: first.start, text: '' };
  for (let by = 0; by <= columns.length - filled.length; by++) {
    if (!UNITISH.test(filled[at - by]?.text ?? '')) continue;
    const row = [...Array.from({ length: by }, () => blank), ...filled];
    return [...row, ...Array.from({ length: columns.length - row.length }, () => blank)];
  }
  return null;
}

/** “安监站 派出所”: names in one cell with nothing but a blank between them. */
export function listed(cell: Cell): Piece[] {
  const { paragraph, start, end } = cell;
  const pieces: Piece[] = [];
  let from = start;
  for (let at = start + 1; at < end; at++) {
    if (!paragraph.gap[at] || !NAME_END.test(paragraph.text[at - 1] ?? '')) continue;
    pieces.push({ paragraph, start: from, end: at }, '、');
    from = at;
  }
  return from === start ? [cell] : [...pieces, { paragraph, start: from, end }];
}

const NAME_END = /[局委办厅部会院队站所行社司府心]/;

/** “1.任务。（牵头单位：X；配合单位：Y；完成时限：12月底）”. */
function rowOf(cells: Cell[], columns: Column[]): Paragraph {
  const words: Piece[] = [];
  const note: Piece[] = [];
  cells.forEach((cell, index) => {
    const column = columns[index];
    if (column?.role === 'words' && cell.text) words.push(...(words.length > 0 ? ['，'] : []), cell);
    if (EMPTY_CELL.test(cell.text) || !cell.text) return;
    if (column?.role === 'units') note.push(`${note.length > 0 ? '；' : '（'}${column.label}：`, ...listed(cell));
    if (column?.role === 'date' && note.length > 0) note.push('；完成时限：', cell);
  });
  const number = columns[0]?.role === 'number' ? cells[0] : undefined;
  const noted = note.length > 0 ? ['。', ...note, '）'] : [];
  return { ...compose([...(number ? [number, '.'] : []), ...words, ...noted]), row: true };
}
