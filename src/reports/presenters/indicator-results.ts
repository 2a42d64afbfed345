import {
  aggregate,
  coverageSentence,
  type AggregatedFigure,
  type SubmittedFigure,
} from '../../domain/figures/aggregate.js';
import { completion, type Completion } from '../../domain/figures/completion.js';
import { formatFigure } from '../../domain/figures/format.js';
import type { Aggregation } from '../../domain/figures/indicator.js';
import { statusMark, type ValueStatus } from '../../domain/figures/value-status.js';
import type { TargetOp } from '../../domain/plan/reading.js';
import type { FigureRecord, IndicatorRecord, ReportData } from '../data/report-data.js';
import { placesNoun } from './places.js';
import { figureSource, packetAddress, type Citable, type SourceBook } from './sources.js';

/** One indicator over all units that report it, with the way back to every part. */
export interface IndicatorResult {
  indicator: IndicatorRecord;
  /** Decimal string in base unit; null while nobody has reported it or shares cannot be put together. */
  value: string | null;
  /** As the paper prints it; null without a value. */
  figure: Citable | null;
  parts: { unit: string; figure: Citable; record: FigureRecord }[];
  /** 10个县（市、区）中9个已报，缺：娄烦县; null when all have. */
  coverage: string | null;
  completion: Completion | null;
}

/** All indicators of the plan in their order. */
export function indicatorResults(data: ReportData): IndicatorResult[] {
  return data.indicators.map((indicator) => resultOf(data, indicator));
}

function resultOf(data: ReportData, indicator: IndicatorRecord): IndicatorResult {
  const own = data.figures.filter((figure) => figure.indicatorId === indicator.id);
  const rule = { aggregation: indicator.aggregation as Aggregation, accumulation: indicator.accumulation };
  const total = aggregate(rule, own.map(submitted), askedUnits(data, indicator, own), data.day);
  const counted = partsCounted(own, total, indicator);
  const parts = counted.map((record) => ({
    unit: data.units.get(record.unitId)?.name ?? '',
    record,
    figure: partFigure(data, record, indicator),
  }));
  return {
    ...{ indicator, parts, value: total.value },
    figure: totalFigure(data, indicator, total, parts),
    coverage: coverageOf(data, total),
    completion: completionOf(indicator, total.value),
  };
}

function submitted(figure: FigureRecord): SubmittedFigure {
  const { unitId, asOf, value, numerator, denominator, valueStatus } = figure;
  return { unit: unitId, asOf, value, numerator, denominator, status: valueStatus as ValueStatus };
}

/** Named reporters, else whoever has reported it; a unit that was let off (免报) is not missing. */
function askedUnits(data: ReportData, indicator: IndicatorRecord, own: FigureRecord[]): string[] {
  const exempt = new Set(data.packets.filter((packet) => packet.state === 'exempt').map((packet) => packet.unitId));
  const reported = [...new Set(own.map((figure) => figure.unitId))];
  const named = indicator.reporters.filter((id) => reported.includes(id) || !exempt.has(id));
  return [...new Set([...named, ...reported])];
}

/** The records that went into the total: of a running total each unit's latest, of period figures all. */
function partsCounted(own: FigureRecord[], total: AggregatedFigure, indicator: IndicatorRecord): FigureRecord[] {
  const counted = own.filter(
    (figure) => total.counted.includes(figure.unitId) && (figure.value !== null || figure.denominator !== null),
  );
  if (indicator.aggregation === 'sum' && indicator.accumulation === 'period') return counted;
  const latest = new Map(counted.map((figure) => [figure.unitId, figure]));
  return [...latest.values()];
}

function partFigure(data: ReportData, record: FigureRecord, indicator: IndicatorRecord): Citable {
  return {
    text: formatFigure(record.value, indicator.unit),
    href: packetAddress(record.packetId, `f-${indicator.id}`),
    mark: markOf(record.valueStatus as ValueStatus),
    key: `figure:${record.id}`,
    source: () => figureSource(data, record),
  };
}

type Parts = IndicatorResult['parts'];

function totalFigure(
  data: ReportData,
  indicator: IndicatorRecord,
  total: AggregatedFigure,
  parts: Parts,
): Citable | null {
  if (total.value === null) return null;
  if (parts.length === 1) return parts[0]!.figure;
  const href = `/reports/${data.plan.id}/figures/${encodeURIComponent(indicator.id)}?asOf=${data.day}`;
  const text = formatFigure(total.value, indicator.unit);
  const source = (book: SourceBook) => totalSource(data, total, parts, href, book);
  return { text, href, mark: markOf(total.status), key: `sum:${indicator.id}`, source };
}

/** A total rests on its parts, which follow it in the list. */
function totalSource(data: ReportData, total: AggregatedFigure, parts: Parts, href: string, book: SourceBook) {
  const numbers = parts.map((part) => book.cite(part.figure)).join('、');
  const received = parts.map(
    ({ record }) => data.packets.find((packet) => packet.id === record.packetId)?.receivedOn ?? '',
  );
  return {
    unit: `${parts.length}个单位汇总`,
    recorder: '系统按来源合成',
    date: received.sort().at(-1) || data.day,
    channel: '汇总',
    evidence: `来源${numbers}`,
    href,
    remark: coverageOf(data, total),
  };
}

function coverageOf(data: ReportData, total: AggregatedFigure): string | null {
  return coverageSentence(total, coverageNoun(data, total), (id) => data.units.get(id)?.name ?? '');
}

function coverageNoun(data: ReportData, total: AggregatedFigure): string {
  const all = [...total.counted, ...total.missing];
  return all.length > 0 && all.every((id) => data.plan.counties.includes(id)) ? placesNoun(data) : '单位';
}

function completionOf(indicator: IndicatorRecord, value: string | null): Completion | null {
  if (!indicator.op) return null;
  const { op, target, unit, raw } = indicator;
  return completion({ op: op as TargetOp, value: target, unit, raw }, value);
}

/** 预计 is said as the trade says it at year's end: 预计全年. */
function markOf(status: ValueStatus | null): string | null {
  if (status === '预计') return '预计全年';
  return statusMark(status).replace(/[（）]/g, '') || null;
}
