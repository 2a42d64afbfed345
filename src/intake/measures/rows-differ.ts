import { isAsked, matterWords } from '../../domain/figures/matter.js';
import { usualUnit } from '../../domain/figures/unit.js';
import type { Doubt, MeasureReading, TargetReading } from '../../domain/plan/reading.js';
import type { RawMeasure } from './measures.js';

const UNSURE = 0.6;
/** Shorter names (培训, 建设) may well be of two matters. */
const TELLING = 4;

/**
 * The measures with a doubt for every row of an annex that sets another figure, or another day, for a matter of a clause of
 * the body with a responsible unit in common: one of the two is wrong, or they are two tasks. Those that repeat a clause are
 * asked about already.
 * @param annexes the paragraphs on which the document's annexes begin
 */
export function rowsDifferingAsked(
  measures: readonly MeasureReading[],
  raws: readonly RawMeasure[],
  annexes: readonly number[],
): MeasureReading[] {
  const [first] = annexes;
  if (first === undefined) return [...measures];
  const clauses = new Map<string, [MeasureReading, TargetReading][]>();
  return measures.map((measure, at) => {
    const figures = measure.targets.filter(isTold);
    if (raws[at]!.noteAt < first) {
      for (const one of figures) clauses.set(keyOf(one), [...(clauses.get(keyOf(one)) ?? []), [measure, one]]);
      return measure;
    }
    if (measure.doubts.some(({ code }) => code === 'repeats_clause')) return measure;
    for (const one of figures) {
      const same = (clauses.get(keyOf(one)) ?? []).filter(
        ([clause, other]) => sharesUnit(measure, clause) && isOfOneYear(one, other),
      );
      const [clause, other] = same[0] ?? [];
      if (same.length !== 1 || !clause || !other) continue;
      const what = [figureWords(one, other), dayWords(measure, clause)].filter(Boolean).join('；');
      if (what !== '') return asked(measure, clause, what);
    }
    return measure;
  });
}

/** A figure of the plan's own time that is asked for and says of what it is. */
const isTold = (one: TargetReading): boolean =>
  isAsked(one) && one.value !== null && !one.years && one.metric.length >= TELLING;

const keyOf = ({ metric, unit, cumulative }: TargetReading): string =>
  `${matterWords(metric)} ${usualUnit(unit ?? '')} ${cumulative ?? false}`;

/** A figure of 2025 and one of 2027 may well be two. */
const isOfOneYear = (one: TargetReading, other: TargetReading): boolean =>
  !one.by || !other.by || one.by.slice(0, 4) === other.by.slice(0, 4);

const sharesUnit = ({ responsible }: MeasureReading, clause: MeasureReading): boolean =>
  responsible.some(({ name }) => clause.responsible.some((one) => one.name === name));

const figureWords = (row: TargetReading, clause: TargetReading): string =>
  row.value === clause.value ? '' : `“${row.metric}”这里是${row.raw}，该条是${clause.raw}`;

function dayWords(row: MeasureReading, clause: MeasureReading): string {
  const [day, other] = [row, clause].map(({ due, deadline }) => due ?? deadline?.day ?? null);
  return day && other && day !== other ? `完成时限这里是${day}，该条是${other}` : '';
}

function asked(measure: MeasureReading, clause: MeasureReading, what: string): MeasureReading {
  const reason = `附表与正文不一致：与第${clause.no}条“${clause.title}”像是同一事项，${what}，请核对以哪个为准；是同一事项的，在该条改定后移出这一条（理由：重复），是两项任务的请保留`;
  const doubt: Doubt = { code: 'row_differs', reason, span: measure.span };
  const confidence = Math.min(measure.confidence, UNSURE);
  return { ...measure, doubts: [...measure.doubts, doubt], doubtful: true, confidence };
}
