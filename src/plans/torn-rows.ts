import type { Doubt } from '../domain/plan/reading.js';
import type { DraftMeasure } from './draft.js';

type Doubted = Pick<DraftMeasure, 'doubts'>;

const TORN = 'table_columns';
const BESIDE: Doubt = {
  code: 'table_neighbour',
  reason: '相邻一行的表格单元格分不清归属，本行的文字、单位和时限可能与它错位，请对照原表核对',
  field: 'responsible',
};

/** A row of a table of which the cells could not be told apart. */
export const isTorn = ({ doubts }: Doubted): boolean => doubts.some(({ code }) => code === TORN);

/** A reading that rests on cells nobody could tell apart, its own or those of the row beside it: only a person takes it. */
export const restsOnTornCells = ({ doubts }: Doubted): boolean =>
  doubts.some(({ code }) => code === TORN || code === BESIDE.code);

/** The measures with a doubt for every one that stands right before or behind a torn row, in the same part of the plan. */
export function neighboursAsked(measures: readonly DraftMeasure[]): DraftMeasure[] {
  const chapter = ({ heading }: DraftMeasure): string => heading.slice(0, -1).join('\n');
  return measures.map((one, at) => {
    const beside = [measures[at - 1], measures[at + 1]].filter((other) => other && chapter(other) === chapter(one));
    if (isTorn(one) || !beside.some((other) => other && isTorn(other))) return one;
    return { ...one, doubts: [...one.doubts, { ...BESIDE, span: one.noteSpan }], doubtful: true };
  });
}
