import type { UnitRegistry } from '../../domain/units/registry.js';
import { isUnitList } from '../notes/unit-list.js';
import { markAt } from './markers.js';
import type { Paragraph } from './paragraph.js';
import { columnTable } from './column-tables.js';
import { compose, type Piece } from './pieces.js';
import { rowsOf, type Cell } from './table-rows.js';

const COLUMN = /(?:牵头|责任|主办|主要责任|负责|承办|牵头负责|牵头责任)(?:单位|部门)/;
const SECOND = /(?:配合|责任|协办|参与|参加|协同|其他责任)(?:单位|部门)/;
const DEADLINE = /时限|期限|完成时间|时间进度|进度要求|时间要求/;
const DATE = /[\d一二三四]{1,4}(?:年|月|季度|日)|年底|年内|全年|长期|持续/;
const HEAD = /^\|?序号/;
const HEAD_LINES = 16;
const HEAD_LENGTH = 120;
/** A column of units that give marks, no part in the work. */
const WATCHING = /(?:评分|考核|考评|评价|评估|监督|督查|督办|审核|验收)(?:单位|部门)/;

/**
 * Turns a table that was pasted as text (cells on lines of their own, divided by blanks, or run together) into one
 * numbered paragraph per row with its units in brackets under their heads. Other paragraphs stay as they are.
 */
export function taskTables(paragraphs: readonly Paragraph[], registry: UnitRegistry): Paragraph[] {
  const out: Paragraph[] = [];
  for (let index = 0; index < paragraphs.length; index++) {
    const table = tableAt(paragraphs, index, registry);
    const paragraph = paragraphs[index];
    if (table) {
      out.push(...table.rows);
      index = table.last;
    } else if (paragraph) out.push(paragraph);
  }
  return out;
}

interface Table {
  rows: Paragraph[];
  last: number;
}

function tableAt(paragraphs: readonly Paragraph[], from: number, registry: UnitRegistry): Table | null {
  const columns = columnTable(paragraphs, from);
  if (columns) return columns;
  if (!HEAD.test(paragraphs[from]?.text ?? '')) return null;
  const head = headAt(paragraphs, from);
  if (!head) return null;
  let last = head.last;
  while (last + 1 < paragraphs.length && !endsTable(paragraphs[last + 1]?.text ?? '')) last += 1;
  const body = paragraphs.slice(head.last, last + 1);
  const units = (text: string): boolean => isUnitList(text, registry);
  const rows = rowsOf(body, head.end, units).map((row) => rowParagraph(row, head, units));
  return rows.length >= 2 ? { rows: rows.filter((row) => row !== null), last } : null;
}

/** A chapter, or the head of the next table. */
const endsTable = (text: string): boolean => (markAt(text, 0)?.rank ?? 9) <= 2 || HEAD.test(text);

interface Head {
  /** Paragraph in which the head ends, and where in it. */
  last: number;
  end: number;
  first: string;
  second: string | null;
  /** A column of dates stands behind the units. */
  deadline: boolean;
  /** A column of units that only watch stands behind them. */
  watched: boolean;
}

/** The head may stand on one line or on one line per cell. */
function headAt(paragraphs: readonly Paragraph[], from: number): Head | null {
  let words = '';
  for (let last = from; last < Math.min(paragraphs.length, from + HEAD_LINES); last++) {
    const { text } = paragraphs[last] ?? { text: '' };
    const line = text.replace(/\d{1,3}(?=[^\d\-–—至月年.])[\s\S]*$/, '');
    words += line;
    if (words.length > HEAD_LENGTH) return null;
    const next = paragraphs[last + 1]?.text ?? '';
    const ends = line.length < text.length || /^\|?(?:1(?!\d|-)|\d{1,3}[|.、]?$)/.test(next);
    if (!ends) continue;
    const first = COLUMN.exec(words);
    if (!first) return null;
    const second = SECOND.exec(words.slice(first.index + first[0].length));
    return {
      last,
      end: line.length,
      first: first[0],
      second: second?.[0] ?? null,
      deadline: DEADLINE.test(words.slice(first.index)),
      watched: WATCHING.test(words.slice(first.index)),
    };
  }
  return null;
}

/** One row: its number, the words of its task, and its units under their heads. */
function rowParagraph(row: Cell[], head: Head, units: (text: string) => boolean): Paragraph | null {
  const [number, ...cells] = row;
  const last = cells.findLastIndex(({ text }) => units(text));
  if (!number || last < 0) return null;
  let first = last;
  while (first > 0 && units(cells[first - 1]?.text ?? '')) first -= 1;
  const run = cells.slice(first, head.watched && last > first ? last : last + 1);
  const noted = run.flatMap((cell, index): Piece[] => [before(index, head), cell]);
  const due = head.deadline ? cells.slice(last + 1).find(({ text }) => DATE.test(text)) : undefined;
  const dated: Piece[] = due ? ['；完成时限：', due] : [];
  return { ...compose([number, '.', ...between(cells.slice(0, first)), '。', ...noted, ...dated, '）']), row: true };
}

/** Units on lines of their own are one list; with two columns the first line is the first column's. */
function before(index: number, { first, second }: Head): string {
  if (index === 0) return `（${first}：`;
  return index === 1 && second ? `；${second}：` : '、';
}

const between = (cells: Cell[]): Piece[] =>
  cells.flatMap((cell, index): Piece[] => (index > 0 ? ['，', cell] : [cell]));
