import type { OwnColumn } from '../domain/plan/own-columns.js';
import type { MeasureReading, PlanReading, Span } from '../domain/plan/reading.js';
import { placeDoubts } from './place-doubts.js';
import { withStageDoubt } from './stage-doubts.js';

/** A line of a document's text that was a row of a task table, with the office's own columns of it. */
export interface OwnRow {
  line: string;
  own: OwnColumn[];
}

/** The reading with what the rows of its task tables hold in the office's own columns, each beside the measures of its row. */
export function withOwnColumns(reading: PlanReading, text: string, rows: readonly OwnRow[]): PlanReading {
  if (rows.length === 0) return reading;
  const placed = placesOf(text, rows);
  const measures = reading.measures.map((measure): MeasureReading => {
    const own = placed.filter(({ span }) => isOfRow(measure, span)).flatMap((row) => row.own);
    return own.length > 0 ? withStageDoubt({ ...measure, own }) : measure;
  });
  return { ...reading, measures, doubts: [...reading.doubts, ...placeDoubts(placed)] };
}

/** Where the lines stand; they are in the order of the text, so that of two alike each is found once. */
function placesOf(text: string, rows: readonly OwnRow[]): { span: Span; own: OwnColumn[] }[] {
  let from = 0;
  return rows.flatMap(({ line, own }) => {
    const start = text.indexOf(line, from);
    if (start < 0) return [];
    from = start + line.length;
    return [{ span: [start, from], own }];
  });
}

/** A measure is of the row in which it begins, or in which its note stands. */
const isOfRow = ({ span, noteSpan }: MeasureReading, [start, end]: Span): boolean =>
  [span, noteSpan].some(([from, to]) => to > from && from >= start && from < end);
