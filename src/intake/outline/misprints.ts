import { markAt, type Mark } from '../lines/markers.js';
import type { Paragraph } from '../lines/paragraph.js';
import type { Clause } from './outline.js';

const NUMBERED = 3;
/** “5 加强服务”; “5 个月内……” is a figure. */
const BARE = /^\d{1,2}(?=[一-龥“](?<![年月日个项家名人条次场处座批类级号万亿户件元亩吨]))/;

/**
 * A mark that is printed otherwise than its neighbours and goes on counting them: “（4）……” or “4 ……” right behind “3.……”.
 * Null where the clause before is none of these, or has a list of its own with these marks.
 */
export function misprinted(paragraphs: readonly Paragraph[], at: number, before: Clause | undefined): Mark | null {
  const paragraph = paragraphs[at];
  if (before?.rank !== NUMBERED || !paragraph) return null;
  const read = markAt(paragraph.text, 0) ?? bareNumber(paragraph);
  if (!read || read.rank < NUMBERED || read.number !== before.number + 1) return null;
  const own = paragraphs
    .slice(before.first, at)
    .map(({ text }, line) => (line === 0 ? text.slice(before.titleStart) : text));
  const listed = own.some((text) => text.includes(`（${before.number}）`));
  return listed ? null : { ...read, rank: NUMBERED };
}

/** A number with nothing but a blank behind it. */
function bareNumber({ text, gap }: Paragraph): Mark | null {
  const number = BARE.exec(text)?.[0];
  return number && gap[number.length] ? { rank: NUMBERED, number: Number(number), length: number.length } : null;
}
