import type { UnitRegistry } from '../../domain/units/registry.js';
import { isUnitList } from '../notes/unit-list.js';
import { markAt } from './markers.js';
import type { Paragraph } from './paragraph.js';
import { compose, type Piece } from './pieces.js';
import { rowsOf, type Cell } from './table-rows.js';

const COLUMN = /(?:牵头|责任|主办|主要责任|负责|承办|牵头负责|牵头责任)(?:单位|部门)/;
const SECOND = /(?:配合|责任|协办|参与|参加|协同|其他责任)(?:单位|部门)/;
const HEAD = /^\|?序号/;
const HEAD_LINES = 9;
const HEAD_LENGTH = 90;

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
  if (!HEAD.test(paragraphs[from]?.text ?? '')) return null;
  const head = headAt(paragraphs, from);
  if (!head) return null;
  let last = head.last;
  while (last + 1 < paragraphs.length && (markAt(paragraphs[last + 1]?.text ?? '', 0)?.rank ?? 9) > 2) last += 1;
  const body = paragraphs.slice(head.last, last + 1);
  const units = (text: string): boolean => isUnitList(text, registry);
  const rows = rowsOf(body, head.end, units).map((row) => rowParagraph(row, head, units));
  return rows.length >= 2 ? { rows: rows.filter((row) => row !== null), last } : null;
}

interface Head {
  /** Paragraph in which the head ends, and where in it. */
  last: number;
  end: number;
  first: string;
  second: string | null;
}

/** The head may stand on one line or on one line per cell. */
function headAt(paragraphs: readonly Paragraph[], from: number): Head | null {
  let words = '';
  for (let last = from; last < Math.min(paragraphs.length, from + HEAD_LINES); last++) {
    const { text } = paragraphs[last] ?? { text: '' };
    const line = text.replace(/(\d{1,3})(?=\D)[\s\S]*$/, '');
    words += line;
    if (words.length > HEAD_LENGTH) return null;
    const next = paragraphs[last + 1]?.text ?? '';
    const ends = line.length < text.length || /^\|?1(?!\d)/.test(next);
    if (!ends) continue;
    const first = COLUMN.exec(words);
    if (!first) return null;
    const second = SECOND.exec(words.slice(first.index + first[0].length));
    return { last, end: line.length, first: first[0], second: second?.[0] ?? null };
  }
  return null;
}

/** One row: its number, the words of its task, and its units under their heads. */
function rowParagraph(row: Cell[], head: Head, units: (text: string) => boolean): Paragraph | null {
  const [number, ...cells] = row;
  const tail = cells.at(-1);
  if (!number || !tail) return null;
  const before = cells.at(-2);
  const paired = head.second !== null && before && cells.length > 2 && units(before.text);
  const lists = paired ? [before, tail] : [tail];
  if (!lists.every(({ text }) => units(text))) return null;
  const task = cells.slice(0, cells.length - lists.length);
  const labels = [head.first, head.second ?? head.first];
  const noted = lists.flatMap((cell, index): Piece[] => [`${index > 0 ? '；' : '（'}${labels[index]}：`, cell]);
  return compose([number, '.', ...between(task), '。', ...noted, '）']);
}

const between = (cells: Cell[]): Piece[] =>
  cells.flatMap((cell, index): Piece[] => (index > 0 ? ['，', cell] : [cell]));
