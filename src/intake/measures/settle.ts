import type { Doubt, MeasureReading } from '../../domain/plan/reading.js';
import { passedDoubt } from '../../domain/units/passed-doubt.js';
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

/** The measure with a doubt for every unit of its note that by the register was not in use on the plan's day. */
export function outOfUse(measure: MeasureReading, { note }: RawMeasure): MeasureReading {
  const gone = note.words.units.flatMap(({ surface, passed }) => (passed ? [passedDoubt(surface, passed)] : []));
  if (gone.length === 0) return measure;
  const doubts = [...measure.doubts, ...gone.map((doubt): Doubt => ({ ...doubt, span: measure.noteSpan }))];
  return { ...measure, doubts, doubtful: true, confidence: Math.min(measure.confidence, UNSURE) };
}

const UNSURE = 0.6;
