import type { ReportData } from '../data/report-data.js';
import type { DutyLine } from '../../ledger/ledger.service.js';
import type { HeadingNode, MeasureGroup } from './headings.js';
import type { IndicatorResult } from './indicator-results.js';
import { hasOwnText } from './prefill.js';
import { packetAddress, textSource, type Citable } from './sources.js';
import { keyOf, numbersIn, type Candidate } from './tracing.js';

/** The numbers that a heading's paragraph may cite: reported figures first, then what the units' texts state. */
export function headingCandidates(data: ReportData, node: HeadingNode, results: IndicatorResult[]): Candidate[] {
  return node.measures.flatMap((measure) => measureCandidates(data, measure, results));
}

/**
 * The numbers that may stand in a measure's paragraph: its indicators' totals and parts, and those that units wrote.
 */
export function measureCandidates(data: ReportData, measure: MeasureGroup, results: IndicatorResult[]): Candidate[] {
  const own = results.filter((result) => result.indicator.measureKey === measure.key);
  return [...own.flatMap(figureCandidates), ...measure.lines.flatMap((line) => lineCandidates(data, line, line.text))];
}

/** The numbers of 存在问题 or 下一步打算: what the units wrote there. */
export function remarkCandidates(data: ReportData, field: 'issues' | 'nextStep'): Candidate[] {
  return data.duties.flatMap((line) => lineCandidates(data, line, line[field]));
}

/** An indicator's total and its parts; the percentage and the coverage counted from it are not numbers of their own. */
export function figureCandidates({ figure, parts, completion, coverage }: IndicatorResult): Candidate[] {
  if (!figure) return [];
  const shown = [figure, ...parts.map((part) => part.figure)];
  const figures = shown.flatMap((citable) => withKey(keyOf(citable.text), citable));
  const derived = withKey(completion?.percent ? keyOf(`${completion.percent}%`) : null, figure);
  return [...figures, ...derived, ...ownNumbers(coverage ?? '')];
}

/** The office's own counts: known, and without a submission behind them. */
export function ownNumbers(text: string): Candidate[] {
  return numbersIn(text).map(({ key }) => ({ key, citable: null }));
}

function lineCandidates(data: ReportData, line: DutyLine, text: string | null): Candidate[] {
  const { packetId, unitId } = line;
  if (!packetId || !hasOwnText(line) || !text) return [];
  const citable: Citable = {
    ...{ text: '', mark: null, href: packetAddress(packetId), key: `text:${packetId}` },
    source: () => textSource(data, packetId, unitId),
  };
  return numbersIn(text).map(({ key }) => ({ key, citable }));
}

function withKey(key: string | null, citable: Citable): Candidate[] {
  return key === null ? [] : [{ key, citable }];
}
