import { isStage, isStagedTask, untoldStages } from '../../domain/plan/stage-columns.js';
import { columnOf, type Column } from '../lines/column-words.js';
import { betweenGaps, GAP, underHeads } from './blank-rows.js';
import { RULE, strokes } from './stroke-rows.js';
import { cellRows } from './staged-cells.js';
import { GROUP, withoutEmpty } from './staged-fit.js';

/** A stage that may head a column: it begins a line, or a cell of one. */
const HINT =
  /[\n|\u3000 ](?:20\d\d年)?(?:[第前]?[一二三四两\d]个?季度|[上下]半年|[\d一二三四五六七八九十]{1,2}(?:月|[—–~～至到-]))/;
const LONGEST = 160;
const MOST_ROWS = 2000;
const LEAST = 4;
const MEASURE_HEAD = /^(?:计量|指标)?单位$/;

/**
 * A pasted task table with columns of stages (一季度, 上半年), its cells divided by strokes or wide blanks or each on a line, with tabs
 * instead, so that it is read as the file is. Where empty cells were lost, what stood in the stages has a column of its own
 * that says so. Tables whose rows cannot be told, and other lines, stay as they are.
 */
export function stagedRows(text: string): string {
  if (!HINT.test(text)) return text;
  const lines = text.split('\n');
  const out: string[] = [];
  for (let at = 0; at < lines.length;) {
    const table = dividedTable(lines, at) ?? cellTable(lines, at);
    out.push(...(table?.rows.map((row) => row.join('\t')) ?? [lines[at] ?? '']));
    at = table?.end ?? at + 1;
  }
  return out.join('\n');
}

interface Table {
  rows: string[][];
  /** The line behind it. */
  end: number;
}

function columnUnder(head: string): Column | null {
  const label = head.replace(/\s/g, '');
  if (isStage(label)) return { kind: 'other', label: head };
  return columnOf(label) ?? (MEASURE_HEAD.test(label) ? { kind: 'other', label: head } : null);
}

/** A table's columns by their heads; null for cells that are none, or without tasks, units and stages. */
function headOf(cells: readonly string[]): Column[] | null {
  if (cells.length < LEAST || !cells.some(isStage)) return null;
  const known = cells.map(columnUnder).filter((column) => column !== null);
  const has = (kind: Column['kind']): boolean => known.some((column) => column.kind === kind);
  if (known.filter(({ kind }) => kind === 'number').length > 1) return null;
  return known.length === cells.length && has('units') && (has('words') || cells.some(isStagedTask)) ? known : null;
}

/** Rows of one line each, divided by strokes or wide blanks. */
function dividedTable(lines: readonly string[], at: number): Table | null {
  const head = lines[at] ?? '';
  if (head.length > LONGEST) return null;
  const stroked = head.includes('|');
  const cellsOf = (line: string): string[] => (stroked ? strokes(line) : line.trim().split(GAP));
  const upper = cellsOf(head);
  if (upper.length < LEAST) return null;
  const next = lines.slice(at + 1, at + 3).find((line) => !RULE.test(line));
  const lower = stroked ? lowerHead(upper, cellsOf(next ?? '')) : null;
  const columns = headOf(lower ?? upper);
  if (!columns) return null;
  const { printed, end } = linesOf(lines, at, (line) => cellsOf(line).length > 1);
  if (printed.length < 2) return null;
  const inPlace = stroked ? null : (underHeads(printed) ?? betweenGaps(printed, columns));
  if (inPlace) return { rows: inPlace.map((row) => filledUp(row, columns.length)), end };
  const body = printed.slice(lower ? 2 : 1).map(cellsOf);
  const rows = placedRows(body, columns, stroked);
  return rows && { rows, end };
}

/** The lines of a table, those of chapters between its rows too, without what is ruled below its head. */
function linesOf(
  lines: readonly string[],
  at: number,
  isRow: (line: string) => boolean,
): { printed: string[]; end: number } {
  const row = (line: number): boolean => isRow(lines[line] ?? '');
  let end = at;
  while (end < lines.length && end - at < MOST_ROWS && (row(end) || (GROUP.test(lines[end] ?? '') && row(end + 1))))
    end += 1;
  return { printed: lines.slice(at, end).filter((line) => !RULE.test(line)), end };
}

/** The heads of two lines as one, where the lower one names the stages of 进度安排 and nothing else; else null. */
function lowerHead(upper: readonly string[], lower: readonly string[]): string[] | null {
  const named = lower.filter(Boolean);
  if (lower.length !== upper.length || named.length < 2 || !named.every(isStage)) return null;
  return upper.map((words, at) => lower[at] || words);
}

const filledUp = (cells: readonly string[], length: number): string[] =>
  Array.from({ length }, (_, at) => cells[at] ?? '');

/**
 * Rows with their head, each cell in its place; null where one of them does not fit.
 * @param whole no empty cell is lost: a row has as many as the head
 */
function placedRows(rows: readonly string[][], columns: readonly Column[], whole: boolean): string[][] | null {
  const heads = columns.map(({ label }) => label);
  const placed = rows.map((cells) => {
    if (cells.length === 1 && GROUP.test(cells[0] ?? '')) return { cells: filledUp(cells, heads.length), rest: '' };
    if (cells.length === heads.length) return { cells, rest: '' };
    return whole ? null : withoutEmpty(cells, columns);
  });
  const found = placed.filter((row) => row !== null);
  if (found.length < placed.length) return null;
  if (found.every(({ rest }) => rest === '')) return [heads, ...found.map(({ cells }) => cells)];
  const stages = heads.filter(isStage);
  return [[...heads, untoldStages(stages)], ...found.map(({ cells, rest }) => [...cells, rest])];
}

const SHORT = 16;
const MOST_HEADS = 40;
const MOST_LINES = 4000;

/** A table with a line for every cell. */
function cellTable(lines: readonly string[], at: number): Table | null {
  const first = lines[at]?.trim() ?? '';
  if (first === '' || first.length > SHORT || !['number', 'words'].includes(columnUnder(first)?.kind ?? ''))
    return null;
  let end = at;
  while (end < lines.length && end - at < MOST_HEADS && isHead(lines[end] ?? '')) end += 1;
  const heads = lines.slice(at, end).map((line) => line.trim());
  if (!heads.some(isStage)) return null;
  const heading = headsOf(heads.filter(Boolean));
  if (heading.length === 0) return null;
  const body = lines.slice(end, end + MOST_LINES).map((line) => line.trim());
  const tables = heading.flatMap((columns) => {
    const found = cellRows(body, columns);
    const isCut = found !== null && body.length === MOST_LINES && found.end > MOST_LINES - columns.length;
    const rows = found && !isCut && placedRows(found.rows, columns, false);
    return rows ? [{ rows, end: end + found.end }] : [];
  });
  return tables.sort((a, b) => b.rows.length - a.rows.length)[0] ?? null;
}

const isHead = (line: string): boolean => line.trim() === '' || columnUnder(line.trim()) !== null;

/** The columns of heads on lines of their own: what stands right before the stages may stand over them. */
function headsOf(heads: readonly string[]): Column[][] {
  const over = heads.findIndex(isStage) - 1;
  const lower = headOf(heads.filter((_, at) => at !== over));
  const all = headOf(heads);
  const isOver = /进度|时限|时间|目标|计划|节点|分解|安排/.test(heads[over] ?? '');
  return [...(isOver && lower ? [lower] : []), ...(all ? [all] : [])];
}
