import type { UnitRegistry } from '../../domain/units/registry.js';
import { gluedHead, type GluedHead } from './glued-heads.js';
import { lineRows, numberedRows, type GluedRow, type Stretch } from './glued-rows.js';
import { datedRows, stoppedRows } from './glued-ends.js';
import { compose, type Piece } from './pieces.js';
import type { Paragraph } from './paragraph.js';
import { tableEnds } from './table-ends.js';

const ROWS = 2;

/** A table whose cells stand together without any divider. */
export interface GluedTable {
  rows: Paragraph[];
  /** The last paragraph that belongs to it. */
  last: number;
}

/** The rows of what stands behind the head on its line, or of a line of its own. */
type ReadRows = (stretch: Stretch, head: GluedHead, registry: UnitRegistry, behindHead: boolean) => GluedRow[];

const registered: ReadRows = (stretch, { labels }, registry, behindHead) =>
  behindHead ? numberedRows(stretch, registry) : lineRows(stretch, labels.length, registry);

const WAYS: ReadRows[] = [
  registered,
  (stretch, { dated }, registry) => (dated ? datedRows(stretch, registry) : []),
  (stretch, { led }, registry) => stoppedRows(stretch, led, registry),
];

/**
 * Reads a table without dividers by what its rows end in: registered units, one list after the other, and a day; or, right
 * behind a full stop, names that end as units do. Every row is in doubt. Null where fewer than two rows end so.
 */
export function gluedTable(paragraphs: readonly Paragraph[], from: number, registry: UnitRegistry): GluedTable | null {
  const opening = paragraphs[from];
  const head = opening ? gluedHead(opening.text) : null;
  if (!head) return null;
  const tables = WAYS.map((read) => rowsBy(read, paragraphs, from, head, registry));
  const read = tables.map(({ rows }) => rows.filter(isRead).length);
  const most = Math.max(...read);
  const best = tables[read.indexOf(most)];
  if (!best || most < ROWS) return null;
  return { rows: best.rows.map((row) => composed(row, head.labels)), last: best.last };
}

function rowsBy(
  readPart: ReadRows,
  paragraphs: readonly Paragraph[],
  from: number,
  head: GluedHead,
  registry: UnitRegistry,
): { rows: GluedRow[]; last: number } {
  const rows: GluedRow[] = [];
  let last = from;
  for (let index = from; index < paragraphs.length; index++) {
    const paragraph = paragraphs[index];
    const start = index === from ? head.length : 0;
    if (!paragraph || (index > from && tableEnds(paragraph.text))) break;
    const whole = { paragraph, start, end: paragraph.text.length };
    const parts = start < whole.end ? numberedLines(whole) : [];
    const read = parts.map((part) => readPart(part, head, registry, index === from));
    const found = read.some((part) => part.length > 0)
      ? read.flatMap((part, at) => (part.length > 0 || parts.length === 1 ? part : unreadRow(parts[at])))
      : [];
    const counts = rows.length > 0 && beginsWith(paragraph, start, rows.length + 1);
    if (found.length === 0 && index > from && !counts) break;
    rows.push(...(found.length === 0 && counts ? unreadRow(whole) : found), ...restOf(whole, found.at(-1)));
    last = index;
  }
  return { rows, last };
}

/** Printed lines that count on from one to the next: each is a row, whatever can be told in it. */
function numberedLines({ paragraph, start, end }: Stretch): Stretch[] {
  const borders: number[] = [];
  for (let at = start; at < end; at++) {
    if (at > start && paragraph.gap[at] !== 3) continue;
    if (beginsWith(paragraph, at, borders.length + 1)) borders.push(at);
  }
  const whole = { paragraph, start, end };
  if (borders.length < ROWS || borders[0] !== start) return [whole];
  return borders.map((from, index) => ({ paragraph, start: from, end: borders[index + 1] ?? end }));
}

/** Whether a running number stands before words. */
function beginsWith({ text }: Paragraph, at: number, number: number): boolean {
  const printed = String(number);
  return text.startsWith(printed, at) && /[一-龥“《]/.test(text[at + printed.length] ?? '');
}

/** What stands behind the last row on its line and ends in nothing that is known. */
function restOf({ paragraph, end }: Stretch, last: GluedRow | undefined): GluedRow[] {
  if (!last) return [];
  const from = (last.date ?? last.lists.at(-1) ?? last.words).end;
  return end - from >= SHORTEST_REST ? unreadRow({ paragraph, start: from, end }) : [];
}
const SHORTEST_REST = 6;

function unreadRow(part: Stretch | undefined): GluedRow[] {
  if (!part) return [];
  const length = /^\d{1,3}/.exec(part.paragraph.text.slice(part.start, part.start + 3))?.[0].length ?? 0;
  const middle = part.start + length;
  const number = length > 0 ? { ...part, end: middle } : null;
  return [{ number, words: { ...part, start: middle }, lists: [], date: null }];
}

const isRead = ({ lists }: GluedRow): boolean => lists.length > 0;

/** More lists than columns of units: the last column has the rest. */
function composed({ number, words, lists, date }: GluedRow, labels: readonly string[]): Paragraph {
  if (lists.length === 0) return { ...compose([...(number ? [number, '.'] : []), words]), row: true, unread: true };
  const noted = lists.flatMap((list, index): Piece[] => {
    const label = labels[index];
    const before = label === undefined && index > 0 ? '、' : `${index > 0 ? '；' : '（'}${label ?? '责任单位'}：`;
    return [before, list];
  });
  const dated: Piece[] = date ? ['；完成时限：', date] : [];
  const stop = /[。；]$/.test(words.paragraph.text.slice(0, words.end)) ? [] : ['。'];
  const pieces: Piece[] = [...(number ? [number, '.'] : []), words, ...stop, ...noted, ...dated, '）'];
  return { ...compose(pieces), row: true, unsure: 'run_together' };
}
