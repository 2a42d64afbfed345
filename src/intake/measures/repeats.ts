import type { Doubt, MeasureReading } from '../../domain/plan/reading.js';
import type { RawMeasure } from './measures.js';

/** Shorter titles may well stand over two tasks. */
const TELLING = 4;
const UNSURE = 0.6;

/**
 * The measures with a doubt for every one that says again what an earlier clause says, as an annexed 任务分解表 does with
 * the measures of the body. None is left out: the two may differ in units or days, so a person compares and takes one out.
 */
export function repeatsAsked(measures: readonly MeasureReading[], raws: readonly RawMeasure[]): MeasureReading[] {
  const byTitle = new Map<string, number[]>();
  return measures.map((measure, at) => {
    const title = squeezed(measure.title);
    if (title.length < TELLING) return measure;
    const alike = byTitle.get(title);
    const from = alike?.find((one) => {
      const other = measures[one];
      return other && raws[one]?.clause !== raws[at]?.clause && repeats(measure, other);
    });
    if (alike) alike.push(at);
    else byTitle.set(title, [at]);
    const clause = from === undefined ? undefined : measures[from];
    return clause ? asked(measure, clause) : measure;
  });
}

const squeezed = (text: string): string => text.replace(/[\s，。；、：！“”（）]/g, '');

/** Of two clauses under one title: whether the later one has no words, no figures or no units that are not the other's. */
const repeats = (measure: MeasureReading, clause: MeasureReading): boolean =>
  sameFigures(measure, clause) || sameUnits(measure, clause) || saysNoMore(measure, clause);

const LABEL = /^[^：]{2,8}：/;

function saysNoMore({ text }: MeasureReading, clause: MeasureReading): boolean {
  const said = squeezed(clause.title + clause.text);
  return text.split(/[。；\n]/).every((sentence) => said.includes(squeezed(sentence.replace(LABEL, ''))));
}

function sameFigures({ targets }: MeasureReading, clause: MeasureReading): boolean {
  const has = (value: number | null, unit: string | null): boolean =>
    clause.targets.some((one) => one.value === value && one.unit === unit);
  return targets.length > 0 && targets.every(({ value, unit }) => value !== null && has(value, unit));
}

const unitsOf = ({ responsible, supporting, open }: MeasureReading): string =>
  [...[...responsible, ...supporting].map(({ name }) => name), ...open].sort().join('、');
const sameUnits = (measure: MeasureReading, clause: MeasureReading): boolean => unitsOf(measure) === unitsOf(clause);

function asked(measure: MeasureReading, clause: MeasureReading): MeasureReading {
  const units = sameUnits(measure, clause) ? '单位也相同' : '单位不尽相同';
  const reason = `与第${clause.no}条“${clause.title}”任务相同，${units}${dayWords(measure, clause)}，请核对；确是重复的，建议移出（理由：重复）`;
  const doubt: Doubt = { code: 'repeats_clause', reason, span: measure.span };
  const confidence = Math.min(measure.confidence, UNSURE);
  return { ...measure, doubts: [...measure.doubts, doubt], doubtful: true, confidence };
}

/** What the later one says of the day and the clause does not. */
function dayWords({ due }: MeasureReading, clause: MeasureReading): string {
  const day = clause.due ?? clause.deadline?.day ?? null;
  if (due === null || due === day) return '';
  return day === null
    ? `；这里印有完成时限${due}，该条没有，移出前请补到该条`
    : `；这里的完成时限是${due}，该条是${day}`;
}
