import { columnOf } from '../lines/column-words.js';
import { printsDay } from './due-columns.js';
import { PERSON_HEAD } from './task-heads.js';

const LEAST_ROWS = 2;
const DRAWN = ['│', '┃', '║', '｜'];
const DRAWN_STROKES = /[│┃║｜]/g;
/** A line of a drawn frame: nothing but its strokes, with a crossing or a corner among them. */
const FRAME = /^(?=.*[├┼┤┌┬┐└┴┘╠╬╣╔╦╗╚╩╝┣╋┫┏┳┓┗┻┛])[\s─━═│┃║├┼┤┌┬┐└┴┘╠╬╣╔╦╗╚╩╝┣╋┫┏┳┓┗┻┛]+$/;

/** The line under a head between strokes. */
export const RULE = /^[|\s:：—-]+$/;

/** The cells of a line that strokes divide. */
export const strokes = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

/** A text whose tables are drawn with │ and ├─┼ with plain strokes instead, and without the lines of their frames. */
export function plainStrokes(text: string): string {
  if (!DRAWN.some((stroke) => text.includes(stroke))) return text;
  const lines = text.split('\n').filter((line) => !FRAME.test(line));
  return lines.map((line) => line.replace(DRAWN_STROKES, '|')).join('\n');
}

/**
 * Puts tabs for the strokes of a table that is to be read by its columns: some of its lines begin with empty cells, it
 * has columns of persons, or days such as 9.15. Gives its last line.
 */
export function withoutStrokes(lines: string[], at: number): number {
  const heads = strokes(lines[at]);
  if (heads.length < 2 || !heads.every((words) => columnOf(words) ?? PERSON_HEAD.test(words))) return at;
  const cellsOf = FRAMED.test(lines[at]) ? strokes : (line: string): string[] => openCells(line, heads.length);
  const rows: Row[] = [];
  for (let line = at; line < lines.length && cellsOf(lines[line]).length === heads.length; line++)
    rows.push({ cells: cellsOf(lines[line]), isRule: RULE.test(lines[line]) });
  const end = at + rows.length;
  const whole = !lines[end]?.includes('|');
  if (rows.length <= LEAST_ROWS || !(goesOn(rows) || (whole && isAskedByColumn(heads, rows)))) return end - 1;
  const kept = rows.filter(({ cells, isRule }) => !isRule || cells.every((cell) => cell === ''));
  kept.forEach(({ cells }, index) => {
    lines[at + index] = cells.join('\t');
  });
  for (let line = at + kept.length; line < end; line++) lines[line] = '';
  return end - 1;
}

interface Row {
  cells: string[];
  /** The line under a head. */
  isRule: boolean;
}

const FRAMED = /^\s*\|/;

/** The cells of a line under a head without outer strokes: one at its end stands before an empty cell. */
function openCells(line: string, heads: number): string[] {
  const cells = line.split('|').map((cell) => cell.trim());
  return cells.length === heads ? cells : strokes(line);
}

const goesOn = (rows: readonly Row[]): boolean =>
  rows.some(({ cells, isRule }) => !isRule && cells[0] === '' && cells.some(Boolean));

/** It has persons or figures for days, of which is told once a column. */
function isAskedByColumn(heads: readonly string[], rows: readonly Row[]): boolean {
  if (heads.some((words) => PERSON_HEAD.test(words))) return true;
  const dates = heads.flatMap((words, place) => (columnOf(words)?.kind === 'date' ? [place] : []));
  return rows.some(({ cells }) => dates.some((place) => printsDay(cells[place])));
}
