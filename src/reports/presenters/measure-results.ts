import { isShare } from '../../domain/figures/unit.js';
import { areLasting } from '../../domain/plan/lasting.js';
import type { ReportData } from '../data/report-data.js';
import type { Inline, MeasureResult, Paragraph } from '../views.js';
import { measureCandidates } from './candidates.js';
import { measuresOf, type MeasureGroup } from './headings.js';
import type { IndicatorResult } from './indicator-results.js';
import { namedFigure } from './named-figure.js';
import { hasOwnText } from './prefill.js';
import type { SourceBook } from './sources.js';
import { trace } from './tracing.js';

const STATES: Record<string, string> = {
  achieved: '完成',
  mostly: '基本完成',
  notAchieved: '未完成',
  carriedForward: '结转下年',
};

/** The table of results: a row per measure in the plan's order. */
export function measureResults(data: ReportData, results: IndicatorResult[], book: SourceBook): MeasureResult[] {
  return measuresOf(data.duties).map((measure, index) => {
    const own = results.filter((result) => result.indicator.measureKey === measure.key);
    return {
      no: `${index + 1}`,
      chapter: chapterOf(measure),
      task: measure.title,
      target: targetOf(data, measure),
      result: resultOf(data, measure, own, book),
      units: responsibleUnits(measure),
      state: stateOf(measure),
      remark: remarkOf(own),
    };
  });
}

/** The heading above the measure: 重点任务. */
export function chapterOf({ heading, title }: MeasureGroup): string {
  const above = heading.at(-1) === title ? heading.slice(0, -1) : heading;
  return above.at(-1) ?? '';
}

/** What the plan prints as target; conditions (全覆盖, 应签尽签) where it prints no figure. */
export function targetOf(data: ReportData, { key }: MeasureGroup): string {
  const printed = data.printed.get(key);
  if (!printed) return '';
  return [...new Set([...printed.targets, ...printed.conditions])].join('；');
}

/** Who leads is told where others are responsible beside it. */
function responsibleUnits({ lines }: MeasureGroup): string[] {
  const responsible = lines.filter((line) => line.role === 'responsible');
  const isToldApart = responsible.some(({ isLead }) => isLead) && !responsible.every(({ isLead }) => isLead);
  return responsible.map(({ unitName, isLead }) => (isToldApart && isLead ? `${unitName}（牵头）` : unitName));
}

function stateOf({ lines }: MeasureGroup): string {
  const first = lines[0];
  if (!first) return '';
  return first.result
    ? (STATES[first.result] ?? first.result)
    : first.track === 'standing' && (!first.windows || areLasting(first.windows))
      ? '长期坚持'
      : '推进中';
}

function resultOf(data: ReportData, measure: MeasureGroup, own: IndicatorResult[], book: SourceBook): Paragraph {
  const told = own.filter((result) => result.figure);
  if (told.length === 0) return trace(firstSentence(measure), measureCandidates(data, measure, own), book).paragraph;
  return told.flatMap((result, index): Inline[] => {
    return [`${index > 0 ? '；' : ''}${namedFigure(result.indicator)}`, book.place(result.figure!), achieved(result)];
  });
}

function achieved({ completion, indicator }: IndicatorResult): string {
  if (!completion || completion.met === null) return '';
  if (completion.percent && !isShare(indicator.unit)) return `，完成${completion.percent}%`;
  return completion.met ? '，已达到' : '，未达到';
}

/** The first sentence of the year's text or of the first unit's; the whole stands in the report. */
function firstSentence({ lines }: MeasureGroup): string {
  const text = lines[0]?.summary ?? lines.find(hasOwnText)?.text ?? '';
  const end = text.indexOf('。');
  return end < 0 ? text.trim() : text.slice(0, end + 1).trim();
}

function remarkOf(own: IndicatorResult[]): string {
  const coverage = own.map((result) => result.coverage).filter((text) => text !== null);
  return [...new Set(coverage)].join('；');
}
