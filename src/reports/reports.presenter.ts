import { formatFigure } from '../domain/figures/format.js';
import type { TableView } from '../web/index.js';
import type { ReportData } from './data/report-data.js';
import { FORMATS_OF, PAPER_KINDS, PAPER_NAMES, type PaperKind } from './kinds.js';
import type { IndicatorResult } from './presenters/indicator-results.js';
import { evidenceOf } from './presenters/sources.js';

interface Link {
  label: string;
  href: string;
}

/** The papers of one plan on the list: a name and its forms. */
export interface PlanPapers {
  id: string;
  title: string;
  number: string;
  yearEndHref: string | null;
  papers: { name: string; links: Link[] }[];
}

export interface ReportsPage {
  title: string;
  nav: 'reports';
  plans: PlanPapers[];
}

const FORMAT_WORDS = { docx: 'Word', xlsx: 'Excel', html: '网页', pdf: 'PDF' };
const WITH_DRAFT: readonly PaperKind[] = ['year-end', 'half-year', 'progress'];

/** The list of papers; `unitId` for people of a unit, who get only their own sheets. */
export function reportsPage(
  plans: { id: string; title: string; number: string | null }[],
  unitId: string | null,
  kinds: readonly PaperKind[],
): ReportsPage {
  return {
    title: '报告',
    nav: 'reports',
    plans: plans.map(({ id, title, number }) => ({
      ...{ id, title, number: number ?? '' },
      yearEndHref: unitId === null ? `/plans/${id}/year-end` : null,
      papers: PAPER_KINDS.filter((kind) => kinds.includes(kind)).map((kind) => ({
        name: PAPER_NAMES[kind],
        links: linksOf(id, kind, unitId),
      })),
    })),
  };
}

function linksOf(planId: string, kind: PaperKind, unitId: string | null): Link[] {
  const query = unitId === null ? '' : `?unit=${encodeURIComponent(unitId)}`;
  const forms = FORMATS_OF[kind].map((format) => ({
    label: FORMAT_WORDS[format],
    href: `/reports/${planId}/${kind}.${format}${query}`,
  }));
  const draft = WITH_DRAFT.includes(kind)
    ? [{ label: '底稿', href: `/reports/${planId}/${kind}-draft.docx${query}` }]
    : [];
  return [...forms, ...draft];
}

/** 数据来源 of one indicator: the total, its coverage and every part. */
export interface FigurePage {
  title: string;
  nav: 'reports';
  back: Link;
  facts: { label: string; value: string }[];
  table: TableView;
}

/** The page that shows where a figure comes from: total, coverage, and each unit's number with its source. */
export function figurePage({ result, data }: { result: IndicatorResult; data: ReportData }): FigurePage {
  const { indicator, figure, coverage, completion } = result;
  return {
    title: `数据来源：${indicator.name}`,
    nav: 'reports',
    back: { href: `/plans/${data.plan.id}`, label: data.plan.title },
    facts: [
      { label: '合计', value: figure?.text ?? '尚无数据' },
      { label: '口径', value: indicator.definition ?? indicator.raw ?? '按计划原文' },
      { label: '完成情况', value: completion?.sentence ?? '无数字目标' },
      { label: '覆盖情况', value: coverage ?? '应报单位均已报送' },
      { label: '数据截至', value: data.day },
    ],
    table: partsTable(result, data),
  };
}

function partsTable({ parts, indicator }: IndicatorResult, data: ReportData): TableView {
  return {
    caption: '各单位数据',
    columns: ['单位', '数值', '原填', '数据状态', '收到日期', '渠道', '录入人', '佐证', '更正'].map((label) => ({
      label,
      figure: label === '数值',
    })),
    rows: parts.map(({ unit, record }) => {
      const packet = data.packets.find((one) => one.id === record.packetId);
      const corrected = record.corrections.map(
        (one) =>
          `${one.on} ${formatFigure(one.old, indicator.unit)}→${formatFigure(one.new, indicator.unit)}（${one.reason}）`,
      );
      return {
        cells: [
          { text: unit },
          {
            text: formatFigure(record.value, indicator.unit),
            href: `/packets/${record.packetId}#f-${indicator.id}`,
            figure: true,
          },
          { text: record.printed },
          { text: record.valueStatus },
          { text: packet?.receivedOn ?? '' },
          { text: packet?.onBehalf ? (packet.channel ?? '代填') : '系统填报' },
          { text: packet?.recorder ?? '' },
          { text: evidenceOf(packet) },
          { text: corrected.join('；') },
        ],
      };
    }),
    empty: '还没有单位报送这项数据。',
  };
}
