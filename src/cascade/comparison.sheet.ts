import type { ClausePlace } from '../domain/comparison/clause.js';
import { workbook, type SheetRow } from '../rendering/xlsx/workbook.js';
import type { ComparisonResult } from './cascade.service.js';
import { kindsOf, linesOf, sidesOf, type ComparisonLine } from './comparison.lines.js';

const WIDTHS = [6, 12, 24, 46, 24, 46, 44, 14];

/** The comparison as a workbook: one line per finding, with filter buttons. `day` is printed as the day of comparing. */
export function comparisonWorkbook(result: ComparisonResult, day: string): Uint8Array {
  const lines = linesOf(result);
  const { left, right } = sidesOf(result);
  const title = result.kind === 'version' ? '新旧文本对照表' : '与上级计划对照表';
  const whole = (value: string, style: 'title' | 'meta'): SheetRow => {
    return { cells: [{ value, style, colspan: WIDTHS.length }], height: style === 'title' ? 30 : 20 };
  };
  const heads = ['序号', '判断', '左侧条款', '左侧原文', '右侧条款', '右侧原文', '说明', '备注'];
  const rows: SheetRow[] = [
    whole(title, 'title'),
    whole(`左侧为${left}；右侧为${right}；对照日期：${day}`, 'meta'),
    { cells: heads, style: 'head' },
    ...lines.map((line, at) => ({ cells: [at + 1, ...cellsOf(line, result)] })),
  ];
  const sheet = { name: '对照表', widths: WIDTHS, rows, headRows: { from: 3, to: 3 }, filterTo: rows.length };
  return workbook([sheet]);
}

function cellsOf(line: ComparisonLine, result: ComparisonResult): string[] {
  const words = new Map(kindsOf(result));
  const judged = line.pair?.confirmed ? '已由人工确认对应' : line.certain ? '' : '待人工核对';
  return [
    line.kinds.map((kind) => words.get(kind)!).join('、'),
    ...clauseCells(line.left),
    ...clauseCells(line.right),
    line.sentence,
    judged,
  ];
}

const clauseCells = (place: ClausePlace | null): [string, string] =>
  place ? [`${place.no} ${place.title}`.trim(), place.text] : ['（无）', ''];
