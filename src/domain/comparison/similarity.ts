import { counterpart, unitsOf, type ComparedMeasure } from './clause.js';
import { bigrams, cosines, overlaps, type Table, type Terms } from './terms.js';

/** One thing that makes clauses alike: how much it counts, how it is measured, and where it says nothing. */
interface Aspect {
  share: number;
  table: Table;
  silent(left: ComparedMeasure, right: ComparedMeasure): boolean;
}

/**
 * How alike every left measure is to every right one, 0..1: the text first, then headings and title, the units behind
 * it (省教育厅 and 市教育局 being counterparts) and what its targets count. Offices reword what they pass on, so likeness
 * of words is taken by its root: a tenth in common is already much. An aspect that says nothing is left out.
 */
export function similarities(left: readonly ComparedMeasure[], right: readonly ComparedMeasure[]): Table {
  const aspects: Aspect[] = [
    { share: 65, table: rooted(cosines(left.map(words), right.map(words))), silent: () => false },
    { share: 22, table: rooted(cosines(left.map(headings), right.map(headings))), silent: () => false },
    { share: 8, table: overlaps(left.map(units), right.map(units)), silent: unitsAreSilent },
    { share: 5, table: cosines(left.map(metrics), right.map(metrics)), silent: targetsAreSilent },
  ];
  const values = new Float64Array(left.length * right.length);
  left.forEach((a, row) =>
    right.forEach((b, column) => {
      const at = row * right.length + column;
      values[at] = mixed(aspects, at, a, b);
    }),
  );
  return { rows: left.length, columns: right.length, values };
}

function mixed(aspects: readonly Aspect[], at: number, left: ComparedMeasure, right: ComparedMeasure): number {
  let shares = 0;
  let sum = 0;
  for (const { share, table, silent } of aspects) {
    if (silent(left, right)) continue;
    shares += share;
    sum += share * table.values[at]!;
  }
  return Math.round((sum / shares) * 1e6) / 1e6;
}

const rooted = (table: Table): Table => ({ ...table, values: table.values.map(Math.sqrt) });

/** A measure of all member units names none. */
function unitsAreSilent(left: ComparedMeasure, right: ComparedMeasure): boolean {
  return unitsOf(left).length === 0 || unitsOf(right).length === 0;
}

function targetsAreSilent(left: ComparedMeasure, right: ComparedMeasure): boolean {
  return left.targets.length === 0 || right.targets.length === 0;
}

const words = (measure: ComparedMeasure): Terms => bigrams(`${measure.title} ${measure.text}`);
const headings = (measure: ComparedMeasure): Terms => bigrams([...measure.heading, measure.title].join(' '));
const metrics = (measure: ComparedMeasure): Terms => bigrams(measure.targets.map((target) => target.metric).join(' '));

function units(measure: ComparedMeasure): Terms {
  return new Map(unitsOf(measure).map((unit) => [counterpart(unit.name), 1]));
}
