import { printDay } from '../../domain/calendar/day.js';
import { formatFigure } from '../../domain/figures/format.js';
import type { PacketRecord, ReportData } from '../data/report-data.js';
import type { Annex, Paragraph } from '../views.js';
import { measuresOf } from './headings.js';
import type { IndicatorResult } from './indicator-results.js';
import { hasOwnText } from './prefill.js';
import { evidenceOf, type SourceBook } from './sources.js';

/** Numbers of a paragraph for which no submission was found. */
export interface UntracedNumbers {
  heading: string;
  numbers: string[];
}

type Columns = NonNullable<Annex['table']>['columns'];

/** What only the 底稿 holds: parts of totals, corrections, entries on behalf, designated leads, numbers without a source, units' own texts. */
export function draftAnnexes(
  data: ReportData,
  results: IndicatorResult[],
  book: SourceBook,
  untraced: UntracedNumbers[],
): Annex[] {
  return [
    table(
      '汇总数据构成表',
      [
        ['指标', 30],
        ['单位', 30],
        ['数值', 24],
        ['来源编号', 12],
        ['说明', 24],
      ],
      partRows(results, book),
    ),
    table(
      '引用数已更正情况表',
      [
        ['指标', 26],
        ['单位', 24],
        ['原报', 16],
        ['现报', 16],
        ['更正日期', 18],
        ['理由', 28],
        ['更正人', 20],
      ],
      correctionRows(data),
    ),
    table(
      '代填代审情况表',
      [
        ['单位', 26],
        ['代填内容', 22],
        ['渠道', 12],
        ['收到日期', 18],
        ['签发人', 18],
        ['凭证', 24],
        ['审核', 20],
      ],
      onBehalfRows(data),
    ),
    table(
      '指定牵头单位依据表',
      [
        ['任务', 46],
        ['牵头单位', 34],
        ['依据', 60],
      ],
      designationRows(data),
    ),
    table(
      '正文中未对应来源的数据',
      [
        ['段落', 40],
        ['数据', 60],
      ],
      untraced.map(({ heading, numbers }) => [[heading], [numbers.join('、')]]),
    ),
    table(
      '各单位报送原文',
      [
        ['任务', 24],
        ['单位', 22],
        ['收到日期', 16],
        ['原文', 70],
      ],
      originalRows(data),
    ),
  ].filter((annex) => annex !== null);
}

function table(title: string, columns: [label: string, width: number][], rows: Paragraph[][]): Annex | null {
  if (rows.length === 0) return null;
  const heads: Columns = columns.map(([label, width]) => ({ label, width }));
  return { title, paragraphs: [], table: { columns: heads, rows }, landscape: true };
}

function partRows(results: IndicatorResult[], book: SourceBook): Paragraph[][] {
  return results
    .filter((result) => result.figure && result.parts.length > 1)
    .flatMap(({ indicator, parts, coverage }) =>
      parts.map(({ unit, figure }, index) => [
        [indicator.name],
        [unit],
        [book.place(figure)],
        [`${book.cite(figure)}`],
        [index === 0 ? (coverage ?? '') : ''],
      ]),
    );
}

function correctionRows(data: ReportData): Paragraph[][] {
  return data.figures.flatMap((figure) => {
    const indicator = data.indicators.find((one) => one.id === figure.indicatorId);
    const unit = data.units.get(figure.unitId)?.name ?? '';
    return figure.corrections.map((correction) => [
      [indicator?.name ?? ''],
      [unit],
      [formatFigure(correction.old, indicator?.unit ?? null)],
      [formatFigure(correction.new, indicator?.unit ?? null)],
      [printDay(correction.on)],
      [correction.reason],
      [correction.agreedBy ? `${correction.by}（${correction.agreedBy}同意）` : correction.by],
    ]);
  });
}

function onBehalfRows(data: ReportData): Paragraph[][] {
  const packets = data.packets.filter((packet) => packet.onBehalf && packet.receivedOn !== null);
  const measures = measuresOf(data.duties).filter(({ lines }) => lines[0]?.selfReviewed);
  return [
    ...packets.map((packet) => onBehalfRow(data, packet)),
    ...measures.map(({ title, lines }) => [
      [lines[0]!.unitName],
      [`任务“${title}”的汇总与审核`],
      [''],
      [''],
      [''],
      [''],
      ['代填代审'],
    ]),
  ];
}

function onBehalfRow(data: ReportData, packet: PacketRecord): Paragraph[] {
  const round = data.rounds.find((one) => one.id === packet.roundId);
  const signer = [packet.signer, packet.post].filter(Boolean).join('，');
  const review = packet.selfReviewed ? '代填代审' : packet.acceptedBy ? `${packet.acceptedBy}审核` : '未审核';
  return [
    [data.units.get(packet.unitId)?.name ?? ''],
    [round?.title ?? ''],
    [packet.channel ?? ''],
    [packet.receivedOn ? printDay(packet.receivedOn) : ''],
    [signer],
    [evidenceOf(packet)],
    [review],
  ];
}

function designationRows(data: ReportData): Paragraph[][] {
  return data.designations.map(({ title, unitId, ground }) => [
    [title],
    [data.units.get(unitId)?.name ?? ''],
    [ground],
  ]);
}

function originalRows(data: ReportData): Paragraph[][] {
  return measuresOf(data.duties).flatMap(({ title, lines }) =>
    lines
      .filter(hasOwnText)
      .map((line) => [
        [title],
        [line.unitName],
        [line.reportedOn ? printDay(line.reportedOn) : ''],
        [line.text!.trim()],
      ]),
  );
}
