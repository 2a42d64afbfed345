import { bitsOf, BORDER, type Bit } from './bits.js';
import { columnOf, type Column } from './column-words.js';
import type { Paragraph } from './paragraph.js';

const LONGEST = 90;
const CELL = 10;
const COLUMNS = 3;

/** A head printed over two lines. */
export interface StackedHead {
  columns: Column[];
  /** The paragraph in which it ends, and where. */
  last: number;
  end: number;
  words: string;
}

/**
 * A head whose narrow cells a PDF wrapped, the second line holding what is left of some of them: “序 重点任务 牵头 配合单位”
 * over “号 单位”. Null where the first line is whole, or where no way to put the two together heads every column.
 */
export function stackedHead(paragraphs: readonly Paragraph[], from: number): StackedHead | null {
  const [upper, lower] = linesFrom(paragraphs, from);
  if (upper.length < COLUMNS || lower.length === 0 || lower.length >= upper.length) return null;
  if ([...upper, ...lower].some(({ text }) => text.length > CELL)) return null;
  const columns = joined(
    upper.map(({ text }) => text),
    lower.map(({ text }) => text),
  );
  const last = lower.at(-1);
  if (!columns || !last) return null;
  const words = [...upper, ...lower].map(({ text }) => text).join('');
  return { columns, last: last.line, end: last.end, words };
}

/** The bits of the first two printed lines. */
function linesFrom(paragraphs: readonly Paragraph[], from: number): [upper: Bit[], lower: Bit[]] {
  const lines: Bit[][] = [];
  for (let line = from; line < Math.min(paragraphs.length, from + 2); line++) {
    const paragraph = paragraphs[line];
    if (!paragraph || paragraph.text.length > LONGEST) break;
    for (const bit of bitsOf(paragraph, line)) {
      if (bit.border === BORDER.line || lines.length === 0) lines.push([]);
      lines.at(-1)?.push(bit);
    }
  }
  const [upper = [], lower = []] = lines;
  return upper.every(({ text }) => columnOf(text)) ? [[], []] : [upper, lower];
}

/** The columns of a first line with the rests of a second under some of them, in order; null where there is no way. */
function joined(upper: readonly string[], lower: readonly string[]): Column[] | null {
  const [first, ...others] = upper;
  if (first === undefined) return lower.length === 0 ? [] : null;
  const [rest, ...rests] = lower;
  const whole = rest === undefined ? null : columnOf(first + rest);
  const behind = whole && joined(others, rests);
  if (whole && behind) return [whole, ...behind];
  const alone = columnOf(first);
  const after = alone && joined(others, lower);
  return alone && after ? [alone, ...after] : null;
}
