import type { UnitRegistry } from '../../domain/units/registry.js';
import { gluedHead, type GluedHead } from './glued-heads.js';
import { lineRows, numberedRows, type GluedRow, type Stretch } from './glued-rows.js';
import { datedRows, stoppedRows } from './glued-ends.js';
import { compose, type Piece } from './pieces.js';
import type { Paragraph } from './paragraph.js';

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
  behindHead ? numberedRows(stretch, registry) : lineRows(stretch.paragraph, labels.length, registry);

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
  const best = tables.reduce((a, b) => (b.rows.length > a.rows.length ? b : a));
  if (best.rows.length < ROWS) return null;
  return { rows: best.rows.map((row) => composed(row, head.labels)), last: best.last };
}

function rowsBy(
  read: ReadRows,
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
    if (!paragraph) break;
    const whole = { paragraph, start, end: paragraph.text.length };
    const found = start < whole.end ? read(whole, head, registry, index === from) : [];
    if (found.length === 0 && index > from) break;
    rows.push(...found);
    last = index;
  }
  return { rows, last };
}

/** More lists than columns of units: the last column has the rest. */
function composed({ number, words, lists, date }: GluedRow, labels: readonly string[]): Paragraph {
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
