import { counterpart, unitsOf, type ComparedMeasure } from './clause.js';
import { bigrams, cosines, overlaps, type Table, type Terms } from './terms.js';

/** One thing that makes clauses alike: how much it counts, how it is measured, and which clauses say nothing of it. */
interface Aspect {
  share: number;
  table: Table;
  silent: { left: boolean[]; right: boolean[] };
}

type Measures = readonly ComparedMeasure[];
type View = (measure: ComparedMeasure) => Terms;

/**
 * How alike every left measure is to every right one, 0..1: the text first, then headings and title, the units behind
 * it (省教育厅 and 市教育局 being counterparts) and what its targets count. Offices reword what they pass on, so likeness
 * of words is taken by its root: a tenth in common is already much. An aspect of which either side says nothing is left
 * out: a measure of all member units names none.
 */
export function similarities(left: Measures, right: Measures): Table {
  const aspect = (share: number, view: View, compare: typeof cosines): Aspect => {
    const terms = { left: left.map(view), right: right.map(view) };
    const silent = { left: terms.left.map(isEmpty), right: terms.right.map(isEmpty) };
    return { share, table: compare(terms.left, terms.right), silent };
  };
  const aspects = [
    aspect(65, words, rooted),
    aspect(22, headings, rooted),
    aspect(8, units, overlaps),
    aspect(5, metrics, cosines),
  ];
  const values = new Float64Array(left.length * right.length);
  for (let row = 0; row < left.length; row++)
    for (let column = 0; column < right.length; column++)
      values[row * right.length + column] = mixed(aspects, row, column);
  return { rows: left.length, columns: right.length, values };
}

function mixed(aspects: readonly Aspect[], row: number, column: number): number {
  let shares = 0;
  let sum = 0;
  for (const { share, table, silent } of aspects) {
    if (silent.left[row] || silent.right[column]) continue;
    shares += share;
    sum += share * table.values[row * table.columns + column]!;
  }
  return shares > 0 ? Math.round((sum / shares) * 1e6) / 1e6 : 0;
}

const isEmpty = (terms: Terms): boolean => terms.size === 0;

function rooted(left: readonly Terms[], right: readonly Terms[]): Table {
  const table = cosines(left, right);
  return { ...table, values: table.values.map(Math.sqrt) };
}

const words = (measure: ComparedMeasure): Terms => bigrams(`${measure.title} ${measure.text}`);
const headings = (measure: ComparedMeasure): Terms => bigrams([...measure.heading, measure.title].join(' '));
const metrics = (measure: ComparedMeasure): Terms => bigrams(measure.targets.map((target) => target.metric).join(' '));

function units(measure: ComparedMeasure): Terms {
  return new Map(unitsOf(measure).map((unit) => [counterpart(unit.name), 1]));
}
