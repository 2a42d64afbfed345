import { yearOf } from '../../domain/calendar/day.js';
import type { Doubt, MeasureReading } from '../../domain/plan/reading.js';
import { passedDoubt } from '../../domain/units/passed-doubt.js';
import type { UseDay } from '../../domain/units/use-day.js';
import type { RawMeasure } from './measures.js';

const STYLE = 3;

/** Bare lists of units are not asked about one by one where they are the plan's own way of writing: three or more of them. */
export function settleBareLists(measures: MeasureReading[]): MeasureReading[] {
  const bare = measures.filter(({ doubts }) => doubts.some(isBare));
  if (bare.length < STYLE) return measures;
  return measures.map((measure) => {
    const doubts = measure.doubts.filter((doubt) => !isBare(doubt));
    return { ...measure, doubts, doubtful: doubts.length > 0, confidence: doubts.length > 0 ? measure.confidence : 1 };
  });
}

/** That bare lists are not asked about is told once; none where they are asked, or there are none. */
export function bareListsTold(read: readonly MeasureReading[]): Doubt[] {
  const bare = read.filter(({ doubts }) => doubts.some(isBare)).length;
  if (bare < STYLE) return [];
  const reason =
    `有 ${bare} 条的责任说明只列单位，没有“牵头”“负责”等字样，看来是本文件的通行写法，不逐条询问：` +
    '所列单位都按责任单位读入，其中有牵头、配合之分的，请在该条更正分工';
  return [{ code: 'bare_lists', reason, field: 'measures' }];
}

const isBare = ({ code }: Doubt): boolean => code === 'role_unstated';

/**
 * The measure with a doubt for every unit of its note that by the register was not in use on the plan's day; where that is
 * presumed, only for those that were gone by then.
 */
export function outOfUse(measure: MeasureReading, { note }: RawMeasure, { day, presumed }: UseDay): MeasureReading {
  const year = presumed && day !== null ? yearOf(day) : null;
  const gone = note.words.units.flatMap(({ surface, passed }) =>
    passed && !(presumed && passed.notBefore !== null) ? [passedDoubt(surface, passed, year)] : [],
  );
  if (gone.length === 0) return measure;
  const doubts = [...measure.doubts, ...gone.map((doubt): Doubt => ({ ...doubt, span: measure.noteSpan }))];
  return { ...measure, doubts, doubtful: true, confidence: Math.min(measure.confidence, UNSURE) };
}

const UNSURE = 0.6;
