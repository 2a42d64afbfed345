import type { NormalText } from '../normalise/normalise.js';
import { linesOf, wrapWidth, type Line } from './lines.js';
import { footerAt } from './chrome.js';
import { decimalMarks } from './decimal-marks.js';
import { figureMarks } from './figure-marks.js';
import { inlineBreaks } from './inline-breaks.js';
import { flatHead } from './flattened-heads.js';
import { goesOn } from './joins.js';
import { cut, type Paragraph } from './paragraph.js';

/** Joins what page breaks and wrapping cut, cuts what lost its line breaks, drops page chrome. */
export function paragraphsOf(normal: NormalText): Paragraph[] {
  const lines = linesOf(normal);
  markCells(lines);
  markAmong(lines);
  for (const [index, [first]] of decimalMarks(lines, false)) Object.assign(lines[index] ?? {}, { mark: first?.mark });
  for (const [index, mark] of figureMarks(lines)) Object.assign(lines[index] ?? {}, { mark, lineMark: true });
  const width = wrapWidth(lines);
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group && goesOn(group, line, width)) group.push(line);
    else groups.push([line]);
  }
  const paragraphs = groups.map((group) => withMark(assemble(group, normal), group));
  return inlineBreaks(withoutFooter(paragraphs));
}

/** A number before a figure or a blank is told by its line; other marks are read in the paragraph itself. */
const withMark = (paragraph: Paragraph, [first]: readonly Line[]): Paragraph =>
  first?.lineMark && first.mark ? { ...paragraph, mark: first.mark } : paragraph;

/** A page's footer that ran into the last paragraph is none of the document. */
function withoutFooter(paragraphs: readonly Paragraph[]): Paragraph[] {
  const last = paragraphs.at(-1);
  const at = last ? footerAt(last.text) : -1;
  if (!last || at < 0) return [...paragraphs];
  return [...paragraphs.slice(0, -1), ...(at > 0 ? [cut(last, 0, at)] : [])];
}

/** Lines without any units behind which a table is over. */
const FRUITLESS = 30;
const UNITS_END = /(?:[局委办厅府处科室院站所队镇]|街道|中心|公司|集团|部门|单位|负责|落实)(?:（[^（）]*）)?[|。]*$/;

/** Tells the lines behind the head of a flattened table. */
function markCells(lines: Line[]): void {
  for (let at = 0; at < lines.length; at++) {
    const head = flatHead(lines, at);
    if (!head) continue;
    for (const line of lines.slice(at, head.last + 1)) Object.assign(line, { cell: true, divided: true });
    at = head.last;
    let number = 1;
    for (let idle = 0; idle < FRUITLESS && at + 1 < lines.length; at++) {
      const line = lines[at + 1];
      if (!line || /序号/.test(line.text)) break;
      line.cell = true;
      const counts = line.text.startsWith(String(number)) && line.text.replace(/[.、]$/, '') === String(number);
      if (counts) number += 1;
      line.divided = counts || /.\|./.test(line.text) || line.gap.includes(2, 1);
      idle = UNITS_END.test(line.text) ? 0 : idle + 1;
    }
  }
}

/** Fewer lines that blanks divide are no table; most of its rows have a cell that ends like units. */
const AMONG = 3;
const HAVE_UNITS = 0.6;
const UNITS_CELL =
  /(?:[局委办厅府部会院队行社司站所联处科室镇乡]|中心|公司|集团|街道|部门|单位|负责|落实)(?:（[^（）]*）)?等?。?$/;

/** Tells the rows of a table whose head was not copied. */
function markAmong(lines: readonly Line[]): void {
  for (let at = 0; at < lines.length; at++) {
    let end = at;
    while (end < lines.length && lines[end]?.gap.includes(2, 1)) end += 1;
    const run = lines.slice(at, end);
    const count = run.length < AMONG ? 0 : run.filter(hasUnitsCell).length;
    if (count >= AMONG && count >= run.length * HAVE_UNITS) for (const line of run) line.among = true;
    at = end;
  }
}

/** Whether a cell of units stands behind a wide blank. */
function hasUnitsCell({ text, gap }: Line): boolean {
  for (let from = gap.indexOf(2, 1); from > 0;) {
    const next = gap.indexOf(2, from + 1);
    if (UNITS_CELL.test(text.slice(from, next < 0 ? text.length : next))) return true;
    from = next;
  }
  return false;
}

function assemble(group: readonly Line[], normal: NormalText): Paragraph {
  const [first] = group;
  if (group.length === 1 && first) return slice(normal, first);
  const length = group.reduce((sum, line) => sum + line.end - line.start, 0);
  const at = new Int32Array(length + 1);
  const gap = new Uint8Array(length + 1);
  let offset = 0;
  for (const { start, end } of group) {
    at.set(normal.at.subarray(start, end), offset);
    gap.set(normal.gap.subarray(start, end), offset);
    if (offset > 0) gap[offset] = 3;
    offset += end - start;
  }
  at[length] = normal.at[group.at(-1)?.end ?? 0] ?? 0;
  return withBold({ text: group.map((line) => line.text).join(''), at, gap, boldEnd: null }, normal.bold);
}

function slice(normal: NormalText, { start, end, row }: Line): Paragraph {
  const text = normal.text.slice(start, end);
  const paragraph = {
    text,
    at: normal.at.subarray(start, end + 1),
    gap: normal.gap.subarray(start, end),
    boldEnd: null,
    row,
    ...(normal.rows?.has(start) && { unsure: 'lines' as const }),
  };
  return withBold(paragraph, normal.bold);
}

/** Bold marks come in pairs; only bold that begins in a paragraph's first characters tells a title. */
function withBold(paragraph: Paragraph, bold: readonly number[]): Paragraph {
  if (bold.length < 2) return paragraph;
  const from = paragraph.at[0] ?? 0;
  const open = bold.findIndex((offset) => offset >= from - 3);
  const [begin, end] = [bold[open] ?? Infinity, bold[open + 1] ?? Infinity];
  if (open < 0 || open % 2 === 1 || begin > (paragraph.at[8] ?? -1)) return paragraph;
  let boldEnd = paragraph.text.length;
  while (boldEnd > 0 && (paragraph.at[boldEnd - 1] ?? 0) >= end) boldEnd -= 1;
  return { ...paragraph, boldEnd };
}
