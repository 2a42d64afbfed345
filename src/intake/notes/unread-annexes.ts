import type { Doubt, Span } from '../../domain/plan/reading.js';
import { isPlace } from '../../domain/plan/place-columns.js';
import type { Paragraph } from '../lines/paragraph.js';
import { isAnnex, type Clause } from '../outline/outline.js';

/** What of the document is read or asked about elsewhere. */
type Told = readonly Span[];

/**
 * The annexes that are tables of figures, a quota for every county, which no measure has: each told once, for a person to
 * compare its figures. Of `told`, rows that were read or are asked about already, nothing is said again.
 */
export function unreadAnnexes(clauses: readonly Clause[], paragraphs: readonly Paragraph[], told: Told): Doubt[] {
  const annexes = clauses.filter(isAnnex);
  return annexes.flatMap((annex, at) => {
    const own = paragraphs.slice(annex.first + 1, annexes[at + 1]?.first ?? paragraphs.length);
    const isUntold = (index: number): boolean => !told.some((one) => overlap(one, sourceOf(own[index]!)));
    const rows = alike(own.map(figuresRow)).filter(isUntold);
    const found = rows.length >= LEAST ? rows : belowHead(own).filter(isUntold);
    const [first, last] = [found[0], found.at(-1)];
    return first === undefined || last === undefined
      ? []
      : [doubtOf(annex, [sourceOf(own[first]!)[0], sourceOf(own[last]!)[1]])];
  });
}

/** One row of figures alone may be a line of anything. */
const LEAST = 2;
/** But not one of so many figures below a head of as many cells. */
const MANY = 3;
const LONGEST_ROW = 120;
/** 3000, 1.2万, 98%, 15个: the quota of a county; neither a day nor a telephone number. */
const FIGURE = /^\d{1,6}(?:[.,]\d{1,3})?[万亿]?(?:%|[^\d年月日号]{1,2})?$/;

/** How many cells a row has of which one behind the first is a figure; 0 for any other paragraph. */
function figuresRow({ text, gap }: Paragraph): number {
  if (text.length > LONGEST_ROW || !/\d/.test(text) || text.includes('。')) return 0;
  const cells = cellsOf(text, gap);
  return cells.slice(1).some((cell) => FIGURE.test(cell)) ? cells.length : 0;
}

function cellsOf(text: string, gap: Uint8Array): string[] {
  let divided = text[0] ?? '';
  for (let at = 1; at < text.length; at++) divided += (gap[at] ? '|' : '') + (text[at] ?? '');
  const [place, figure, ...more] = text.split('：');
  if (place && figure && more.length === 0 && isPlace(place)) return [place, figure.replace(/[；。]$/, '')];
  return divided.split('|').filter(Boolean);
}

/** The places of the rows that have the number of cells which one beside them has too. */
const alike = (counts: readonly number[]): number[] =>
  [...counts.keys()].filter(
    (at) => counts[at]! > 0 && (counts[at] === counts[at - 1] || counts[at] === counts[at + 1]),
  );

/** The place of the row of many figures below a head. */
const belowHead = (own: readonly Paragraph[]): number[] =>
  [...own.keys()].filter((at) => {
    const [above, row] = [own[at - 1], own[at]!];
    const count = figuresRow(row);
    if (!above || count <= MANY || /\d/.test(above.text) || cellsOf(above.text, above.gap).length !== count)
      return false;
    return cellsOf(row.text, row.gap).filter((cell) => FIGURE.test(cell)).length >= MANY;
  });

const sourceOf = ({ text, at }: Paragraph): Span => [at[0] ?? 0, (at[text.length - 1] ?? 0) + 1];

const overlap = ([from, to]: Span, [start, end]: Span): boolean => from < end && start < to;

function doubtOf({ path, title }: Clause, span: Span): Doubt {
  const reason = `${path}${title ? `“${title}”` : ''}是表格，没有读入为举措，请核对其中的数字；需要督办的，请补录到有关举措`;
  return { code: 'annex_unread', reason, field: 'measures', span };
}
