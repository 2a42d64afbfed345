import type { UnitRegistry } from '../../domain/units/registry.js';
import { isUnitList } from '../notes/unit-list.js';
import { markAt } from './markers.js';
import { cut, type Paragraph, type TableDoubt } from './paragraph.js';
import { columnTable } from './column-tables.js';
import { compose, type Piece } from './pieces.js';
import { rowsOf, type Cell } from './table-rows.js';

const COLUMN = /(?:牵头|责任|主办|主要责任|负责|承办|牵头负责|牵头责任)(?:单位|部门)/;
const COLUMNS =
  /(?:牵头负责|牵头责任|主要责任|其他责任|牵头|责任|主办|负责|承办|配合|协办|参与|参加|协同)(?:单位|部门)/g;
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
  let tried = -1;
  for (let index = 0; index < paragraphs.length; index++) {
    const table = columnTable(paragraphs, index) ?? (index > tried ? tableAt(paragraphs, index, registry) : null);
    const paragraph = paragraphs[index];
    if (table && table.rows.length > 0) {
      for (const row of table.rows) out.push(row);
      index = table.last;
    } else if (paragraph) out.push(paragraph);
    if (table) tried = table.last;
  }
  return out;
}

interface Table {
  /** None where the words under the head could not be read as rows. */
  rows: Paragraph[];
  last: number;
}

function tableAt(paragraphs: readonly Paragraph[], from: number, registry: UnitRegistry): Table | null {
  if (!HEAD.test(paragraphs[from]?.text ?? '')) return null;
  const head = headAt(paragraphs, from);
  if (!head) return null;
  const { body, last } = bodyOf(paragraphs, head);
  const units = (text: string): boolean => isUnitList(text, registry);
  const rows = rowsOf(body, head.end, units).map((row) => rowParagraph(row, head, units));
  return { rows: rows.length >= 2 ? rows.filter((row) => row !== null) : [], last };
}

/** The paragraphs from the head's last one on to the table's end; the same head printed again (a new page) is left out. */
function bodyOf(paragraphs: readonly Paragraph[], head: Head): { body: Paragraph[]; last: number } {
  const body = paragraphs.slice(head.last, head.last + 1);
  let last = head.last;
  for (let next = last + 1; next < paragraphs.length; next = last + 1) {
    const paragraph = paragraphs[next];
    if (!paragraph) break;
    const again = HEAD.test(paragraph.text) ? headAt(paragraphs, next) : null;
    if (again?.words === head.words) {
      last = again.last;
      const rest = paragraphs[last];
      if (rest && again.end < rest.text.length) body.push(cut(rest, again.end, rest.text.length));
    } else if (endsTable(paragraph.text)) break;
    else {
      body.push(paragraph);
      last = next;
    }
  }
  return { body, last };
}

/** A chapter, or the head of another table. */
const endsTable = (text: string): boolean => (markAt(text, 0)?.rank ?? 9) <= 2 || HEAD.test(text);

interface Head {
  /** Paragraph in which the head ends, and where in it. */
  last: number;
  end: number;
  /** All it says, to know it again. */
  words: string;
  /** Its columns of units. */
  labels: string[];
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
    return {
      last,
      end: line.length,
      words,
      labels: words.match(COLUMNS) ?? [],
      deadline: DEADLINE.test(words.slice(first.index)),
      watched: WATCHING.test(words.slice(first.index)),
    };
  }
  return null;
}

/** One row: its number, the words of its task, and its units under their heads; without units only its words. */
function rowParagraph(row: Cell[], head: Head, units: (text: string) => boolean): Paragraph | null {
  const [number, ...cells] = row;
  if (!number) return null;
  const last = cells.findLastIndex(({ text }) => units(text));
  if (last < 0) return { ...compose([number, '.', ...between(cells)]), row: true };
  let first = last;
  while (first > 0 && units(cells[first - 1]?.text ?? '')) first -= 1;
  const run = cells.slice(first, head.watched && last > first ? last : last + 1);
  const noted = run.flatMap((cell, index): Piece[] => [before(index, head), cell]);
  const due = head.deadline ? cells.slice(last + 1).find(({ text }) => DATE.test(text)) : undefined;
  const dated: Piece[] = due ? ['；完成时限：', due] : [];
  const words = compose([number, '.', ...between(cells.slice(0, first)), '。', ...noted, ...dated, '）']);
  const unsure = doubtOf(run, cells[first - 1], head);
  return { ...words, row: true, ...(unsure && { unsure }) };
}

/** Which line belongs to which column is a guess where there are more lines than columns, or no divider at all. */
function doubtOf(run: readonly Cell[], task: Cell | undefined, { labels }: Head): TableDoubt | null {
  const [first] = run;
  const joined = first && task?.paragraph === first.paragraph && task.end === first.start && !isDivided(first);
  if (joined) return 'run_together';
  return labels.length > 1 && run.length > labels.length ? 'lines' : null;
}

const isDivided = ({ paragraph, start }: Cell): boolean =>
  paragraph.text[start - 1] === '|' || (paragraph.gap[start] ?? 0) > 0;

/** Units on lines of their own are one list; with several columns each of the first lines is a column's. */
function before(index: number, { labels }: Head): string {
  const label = labels[index];
  if (index === 0) return `（${label ?? '责任单位'}：`;
  return label === undefined ? '、' : `；${label}：`;
}

const between = (cells: Cell[]): Piece[] =>
  cells.flatMap((cell, index): Piece[] => (index > 0 ? ['，', cell] : [cell]));
