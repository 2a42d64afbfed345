import type { Doubt, MeasureReading } from '../../domain/plan/reading.js';
import type { RawMeasure } from './measures.js';

const STYLE = 3;

/** Bare lists of units are no doubt where they are the plan's own way of writing: three or more of them. */
export function settleBareLists(measures: MeasureReading[]): MeasureReading[] {
  const bare = measures.filter(({ doubts }) => doubts.some(isBare));
  if (bare.length < STYLE) return measures;
  return measures.map((measure) => {
    const doubts = measure.doubts.filter((doubt) => !isBare(doubt));
    return { ...measure, doubts, doubtful: doubts.length > 0, confidence: doubts.length > 0 ? measure.confidence : 1 };
  });
}

const isBare = ({ code }: Doubt): boolean => code === 'role_unstated';

/** Names that the registry knows to have gone out of use before the plan's day, each once. */
export function outOfUse(raws: readonly RawMeasure[]): Doubt[] {
  const names = new Set(
    raws.flatMap(({ note }) => note.words.units.filter(({ inUse }) => !inUse).map(({ name }) => name)),
  );
  return [...names].map((name) => ({
    code: 'unit_out_of_use',
    reason: `“${name}”在成文日期时按名录尚未设立或已经更名，请核对现在由哪个单位承担`,
    field: 'responsible',
  }));
}
