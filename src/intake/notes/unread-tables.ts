import type { Doubt, Span } from '../../domain/plan/reading.js';
import type { UnitRegistry } from '../../domain/units/registry.js';
import type { Paragraph } from '../lines/paragraph.js';
import { swallows } from '../lines/swallowed-rows.js';
import { tableEnds } from '../lines/table-ends.js';
import { registeredTail } from './unit-list.js';
import { CURE } from './unread.js';

const QUOTED = 36;
/**
 * Rows of a task table that stand inside another row or behind the last one, each told to a person with its place. The
 * running number that should come next tells them, where it stands inside the words of a row.
 */
export function unreadRows(paragraphs: readonly Paragraph[], registry: UnitRegistry): Doubt[] {
  const found: Doubt[] = [];
  for (let index = 0; index < paragraphs.length; index++) {
    const row = paragraphs[index];
    if (!row?.row) continue;
    const next = paragraphs[index + 1];
    const span = swallowing(row, next);
    if (span) found.push(doubtOf(row, span, '像是并进了表格的另外几行，没有分开读'));
    if (next && !next.row && isLeft(row, next, registry))
      found.push(doubtOf(next, sourceOf(next), '像是任务表没有读出的一段'));
  }
  return found;
}

/** The stretch of a row, and of what stands up to the next one, that holds rows of its own. */
function swallowing(row: Paragraph, next: Paragraph | undefined): Span | null {
  if (!swallows(row, next)) return null;
  const [start, end] = sourceOf(row);
  return [start, next?.row ? Math.max(end, sourceOf(next)[0]) : end];
}

/** What stands right behind a table's last row, goes on from it and has units at its end. */
function isLeft(row: Paragraph, { text, at }: Paragraph, registry: UnitRegistry): boolean {
  const last = row.at[row.text.length] ?? 0;
  if (tableEnds(text) || text.length > LONGEST_REST || Math.abs((at[0] ?? 0) - last) > NEAR) return false;
  const words = text.replace(DATE, '').replace(GROUP, '');
  return registeredTail(words, registry) > 0;
}
const LONGEST_REST = 400;
const NEAR = 2;
const DATE =
  /(?:(?:20\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}日|[上中下]旬|[底末])?(?:之?前)?|年底前?|全年|长期|春节前|节前|[|/。]+)$/;
const GROUP = /[、，](?:各|相关|有关)[^、，。]{1,12}$/;

/** From the first character that is printed to behind the last, whatever order they stand in. */
function sourceOf({ text, at }: Paragraph): Span {
  const own = at.subarray(0, text.length);
  return [
    own.reduce((least, one) => Math.min(least, one), Infinity),
    own.reduce((most, one) => Math.max(most, one), 0) + 1,
  ];
}

const doubtOf = ({ text }: Paragraph, span: Span, what: string): Doubt => ({
  code: 'table_unread',
  reason: `“${text.slice(0, QUOTED)}”${what}，${CURE}`,
  field: 'measures',
  span,
});
