import { Refusal } from '../../shared/errors.js';
import type { Annex, MeasureResult, Paragraph, ReportView, SourceRow } from '../views.js';
import { paragraphContext, paragraphsContext, type InlineContext, type PaperForm } from './inline.js';
import { bodyCells } from './table.js';
import { shares } from './table-html.js';
import { titleLines, TURNED, UPRIGHT } from './title-lines.js';
import { list, longDay } from './words.js';

interface Column {
  label: string;
  width: number;
  centre?: boolean;
  merge?: boolean;
}

interface CellContext {
  content: InlineContext[];
  centre: boolean;
  rowspan: number;
}

export interface AnnexContext {
  label: string;
  title: string;
  lines: string[];
  landscape: boolean;
  paragraphs: InlineContext[][];
  table: { shares: number[]; columns: Column[]; rows: CellContext[][] } | null;
}

const RESULT_COLUMNS: Column[] = [
  { label: '序号', width: 6, centre: true },
  { label: '重点任务', width: 16, merge: true },
  { label: '具体任务', width: 24 },
  { label: '目标', width: 20 },
  { label: '完成情况', width: 46 },
  { label: '责任单位', width: 22 },
  { label: '评价', width: 10, centre: true },
  { label: '备注', width: 10 },
];

const SOURCE_COLUMNS: Column[] = [
  { label: '编号', width: 6, centre: true },
  { label: '报送单位', width: 22 },
  { label: '录入人', width: 26 },
  { label: '报送日期', width: 20, centre: true },
  { label: '渠道', width: 12, centre: true },
  { label: '佐证材料', width: 30 },
  { label: '备注', width: 26 },
];

function tableContext(columns: Column[], rows: Paragraph[][], form: PaperForm): AnnexContext['table'] {
  const texts = rows.map((row) =>
    row.map((cell) => cell.map((piece) => (typeof piece === 'string' ? piece : '')).join('')),
  );
  const places = bodyCells({ title: '', meta: [], columns, rows: texts, note: null });
  return {
    shares: shares(columns),
    columns,
    rows: rows.map((row, rowIndex) =>
      row.flatMap((cell, index): CellContext[] => {
        const place = places[rowIndex]?.[index];
        const centre = columns[index]?.centre ?? false;
        return place ? [{ content: paragraphContext(cell, form), centre, rowspan: place.rowspan }] : [];
      }),
    ),
  };
}

function resultRow(row: MeasureResult): Paragraph[] {
  return [[row.no], [row.chapter], [row.task], [row.target], row.result, [list(row.units)], [row.state], [row.remark]];
}

function sourceRow(row: SourceRow): Paragraph[] {
  const day = { text: longDay(row.date), source: null, href: row.href };
  return [[`${row.no}`], [row.unit], [row.recorder], [day], [row.channel], [row.evidence], [row.remark ?? '']];
}

type Unlabelled = Omit<AnnexContext, 'label'>;

const annex = (
  title: string,
  landscape: boolean,
  table: AnnexContext['table'],
  paragraphs: InlineContext[][] = [],
): Unlabelled => ({
  title,
  lines: titleLines(title, landscape ? TURNED : UPRIGHT),
  landscape,
  paragraphs,
  table,
});

function ownAnnex({ title, landscape, table, paragraphs }: Annex, form: PaperForm): Unlabelled {
  const context = table ? tableContext(table.columns, table.rows, form) : null;
  return annex(title, landscape, context, paragraphsContext(paragraphs, form));
}

function label(annexes: Unlabelled[], word: string): AnnexContext[] {
  const number = (index: number): string => (annexes.length === 1 ? '' : `${index + 1}`);
  return annexes.map((entry, index) => ({ ...entry, label: `${word}${number(index)}` }));
}

/** The annexes that go with the paper: the table of results first, then the report's own. */
export function annexContexts(view: ReportView, form: PaperForm): AnnexContext[] {
  const results = view.measures.length
    ? [annex('目标任务完成情况表', true, tableContext(RESULT_COLUMNS, view.measures.map(resultRow), form))]
    : [];
  return label([...results, ...view.annexes.map((entry) => ownAnnex(entry, form))], '附件');
}

/** Every number printed behind a figure must stand in the list of sources. */
function refuseLostSources(view: ReportView): void {
  const listed = new Set(view.sources.map((source) => source.no));
  const named = [...JSON.stringify({ ...view, sources: [] }).matchAll(/"source":(\d+)/g)].map((match) =>
    Number(match[1]),
  );
  const lost = named.find((no) => !listed.has(no));
  if (lost === undefined) return;
  throw new Refusal('source_missing', `底稿中的来源编号[${lost}]不在数据来源表中，不能生成底稿。`, {
    place: '数据来源表',
    cure: '请刷新报告数据后重新生成；仍出现时请联系管理员核对数据。',
  });
}

/**
 * What only a 底稿 holds, no part of the paper that is sent: the 来源表 and the view's own draft annexes.
 * Refusal source_missing when a figure names a source that is not listed.
 */
export function draftAnnexContexts(view: ReportView, form: PaperForm): AnnexContext[] {
  if (!form.draft) return [];
  refuseLostSources(view);
  const table = tableContext(SOURCE_COLUMNS, view.sources.map(sourceRow), form);
  const own = (view.draftAnnexes ?? []).map((entry) => ownAnnex(entry, form));
  return label([annex('数据来源表', true, table), ...own], '底稿附表');
}
