import type { ClausePlace } from '../domain/comparison/clause.js';
import type { OwnClause } from '../domain/comparison/superior.js';
import { workbook, type Sheet, type SheetRow } from '../rendering/xlsx/workbook.js';
import type { ComparisonResult } from './cascade.service.js';
import { asPrinted } from './comparison.printed.js';
import { linesOf, nameOf, sidesOf, standingOf, wordsOf, yearsWords, type ComparisonLine } from './comparison.lines.js';
import { OUTCOMES } from './own-decisions.js';

const WIDTHS = [6, 12, 24, 46, 24, 46, 44, 14];

/**
 * The comparison as a workbook: one line per finding, with filter buttons; of two versions what changed in the plan as a
 * whole and what the office had corrected itself, on sheets of their own. `day` is printed as the day of comparing.
 */
export function comparisonWorkbook(result: ComparisonResult, day: string): Uint8Array {
  const lines = linesOf(result);
  const { left, right } = sidesOf(result);
  const [title, years] = [`${nameOf(result)}表`, yearsWords(result)];
  const whole = (value: string, style: 'title' | 'meta'): SheetRow => {
    return { cells: [{ value, style, colspan: WIDTHS.length }], height: style === 'title' ? 30 : 20 };
  };
  const heads = ['序号', '判断', '左侧条款', '左侧原文', '右侧条款', '右侧原文', '说明', '备注'];
  const rows: SheetRow[] = [
    whole(title, 'title'),
    whole(`左侧为${left}；右侧为${right}；对照日期：${day}`, 'meta'),
    ...(years ? [whole(years, 'meta')] : []),
    { cells: heads, style: 'head' },
    ...lines.map((line, at) => ({ cells: [at + 1, ...cellsOf(line, result)] })),
  ];
  const head = years ? 4 : 3;
  const sheet = { name: '对照表', widths: WIDTHS, rows, headRows: { from: head, to: head }, filterTo: rows.length };
  return workbook([sheet, ...(result.kind === 'version' ? besideRows(result) : [])]);
}

type Version = Extract<ComparisonResult, { kind: 'version' }>;

/** What the page tells above the clauses: changes in the plan as a whole, and what the office itself had corrected. */
function besideRows({ comparison, decided }: Version): Sheet[] {
  const whole = comparison.head.map(({ label, before, after }) => [label, before, after]);
  const own = decided.map(({ name, points, outcome }) => [name, points.join('、'), OUTCOMES[outcome]]);
  return [
    ...tableOf('整体变动', ['项目', '原文', '新文'], [16, 60, 60], whole),
    ...tableOf('我办更正', ['条款', '更正的内容', '处理'], [40, 40, 56], own),
  ];
}

/** A sheet of its own under its heads; none for no rows. */
function tableOf(name: string, heads: string[], widths: number[], lines: string[][]): Sheet[] {
  const rows: SheetRow[] = [
    { cells: ['序号', ...heads], style: 'head' },
    ...lines.map((line, at) => ({ cells: [at + 1, ...line] })),
  ];
  const sheet = { name, widths: [6, ...widths], rows, headRows: { from: 1, to: 1 }, filterTo: rows.length };
  return lines.length > 0 ? [sheet] : [];
}

function cellsOf(line: ComparisonLine, result: ComparisonResult): string[] {
  const right = line.right.map(({ place }) => asPrinted(place, result));
  return [
    wordsOf(line, result).join('、'),
    ...clauseCells(line.left ? [line.left] : [], result.kind === 'version'),
    ...clauseCells(
      right.map(({ shown }) => shown),
      true,
    ),
    [line.sentence, ...line.right.map(groundWords), ...right.map(({ own }) => own)].filter(Boolean).join('\n'),
    remarkOf(line),
  ];
}

const groundWords = ({ ground, pair, hint }: OwnClause): string =>
  ground && !pair?.confirmed ? `${hint ? '可能对应' : '对应理由'}：${ground}` : '';

/** Whether somebody has confirmed the line, or ought to look at it. */
function remarkOf({ right, certain }: ComparisonLine): string {
  if (right.length > 0 && right.every(({ pair }) => pair?.confirmed)) return '已由人工确认对应';
  return certain ? '' : '待人工核对';
}

const clauseCells = (places: ClausePlace[], isOurs: boolean): [string, string] =>
  places.length > 0
    ? [places.map((place) => nameOfPlace(place, isOurs)).join('\n'), places.map(({ text }) => text).join('\n')]
    : ['（无）', ''];

function nameOfPlace(place: ClausePlace, isOurs: boolean): string {
  const standing = standingOf(place, isOurs);
  return `${place.no} ${place.title}${standing && `（${standing}）`}`.trim();
}
