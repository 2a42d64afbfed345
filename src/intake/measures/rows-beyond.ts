import type { Doubt, MeasureReading } from '../../domain/plan/reading.js';
import type { RawMeasure } from './measures.js';

const UNSURE = 0.6;
/** Doubts of a row whose clause is known. */
const REPEATS = new Set(['repeats_clause', 'row_differs']);
/** One row alone that a clause says too makes no table that sets out the clauses. */
const SEVERAL = 2;

/**
 * The measures with a doubt for every row of an annex whose other rows repeat clauses of the body and that repeats none: it is
 * a task beyond the body's, or a clause in words so different that nobody but a person can tell.
 * @param annexes the paragraphs on which the document's annexes begin
 */
export function rowsBeyondAsked(
  measures: readonly MeasureReading[],
  raws: readonly RawMeasure[],
  annexes: readonly number[],
): MeasureReading[] {
  if (!measures.some(isRepeat)) return [...measures];
  const annexOf = ({ noteAt }: RawMeasure): number => annexes.findLastIndex((first) => first <= noteAt);
  const rowsOf = new Map<number, MeasureReading[]>();
  raws.forEach((raw, at) => {
    const annex = annexOf(raw);
    if (annex >= 0) rowsOf.set(annex, [...(rowsOf.get(annex) ?? []), measures[at]!]);
  });
  const beyond = new Set([...rowsOf.values()].filter(setsOutClauses).flat());
  return measures.map((measure) => (beyond.has(measure) && !isRepeat(measure) ? asked(measure) : measure));
}

const isRepeat = ({ doubts }: MeasureReading): boolean => doubts.some(({ code }) => REPEATS.has(code));

function setsOutClauses(rows: readonly MeasureReading[]): boolean {
  const repeats = rows.filter(isRepeat).length;
  return repeats >= SEVERAL || repeats * 2 >= rows.length;
}

function asked(measure: MeasureReading): MeasureReading {
  const reason =
    '该行正文没有对应条目，而同表其他行与正文条目重复，请核对：是正文之外的任务，请保留；是正文某条换了说法，请移出（理由：重复）';
  const doubt: Doubt = { code: 'row_without_clause', reason, span: measure.span };
  const confidence = Math.min(measure.confidence, UNSURE);
  return { ...measure, doubts: [...measure.doubts, doubt], doubtful: true, confidence };
}
