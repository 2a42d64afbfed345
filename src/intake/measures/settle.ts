import { yearOf } from '../../domain/calendar/day.js';
import type { Doubt, MeasureReading } from '../../domain/plan/reading.js';
import { passedDoubt } from '../../domain/units/passed-doubt.js';
import type { UseDay } from '../../domain/units/use-day.js';
import type { RawMeasure } from './measures.js';

const STYLE = 3;

/** How a plan writes its notes throughout: the doubt that stands for it in each of them, and how it is told once. */
interface Style {
  each: string;
  once: string;
  told: (count: number) => string;
}

const STYLES: readonly Style[] = [
  {
    each: 'role_unstated',
    once: 'bare_lists',
    told: (count) =>
      `有 ${count} 条的责任说明只列单位，没有“牵头”“负责”等字样，看来是本文件的通行写法，不逐条询问：` +
      '所列单位都按责任单位读入，其中有牵头、配合之分的，请在该条更正分工',
  },
  {
    each: 'leads_shared',
    once: 'shared_leads',
    told: (count) =>
      `方案规定排在第一位的牵头，又有 ${count} 条写的是“分工负责”，看来是本文件的通行写法，不逐条询问：` +
      '都按规定由第一家牵头读入，其中各自负责一部分的，请在该条更正分工',
  },
  {
    each: 'leads_joint',
    once: 'joint_leads',
    told: (count) =>
      `有 ${count} 条的责任单位不止一家，另有配合单位，没有写明由谁牵头，看来是本文件的通行写法，不逐条询问：` +
      '都按共同负责读入，其中由第一家牵头的，请在该条更正分工',
  },
];

/** What is the plan's own way of writing, in three or more notes, is not asked about in each. */
export function settleStyles(measures: readonly MeasureReading[]): MeasureReading[] {
  const settled = STYLES.filter((style) => countOf(style, measures) >= STYLE).map(({ each }) => each);
  if (settled.length === 0) return [...measures];
  return measures.map((measure) => {
    const doubts = measure.doubts.filter(({ code }) => !settled.includes(code));
    return { ...measure, doubts, doubtful: doubts.length > 0, confidence: doubts.length > 0 ? measure.confidence : 1 };
  });
}

/** That something is not asked about in each note is told once; none where it is asked, or there is none. */
export const stylesTold = (read: readonly MeasureReading[]): Doubt[] =>
  STYLES.flatMap((style) => {
    const count = countOf(style, read);
    return count < STYLE ? [] : [{ code: style.once, reason: style.told(count), field: 'measures' }];
  });

const countOf = ({ each }: Style, measures: readonly MeasureReading[]): number =>
  measures.filter(({ doubts }) => doubts.some(({ code }) => code === each)).length;

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
