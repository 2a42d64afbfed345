import type { TargetReading } from '../plan/reading.js';
import { called, clausesOf, goalKey, placeOf, type Clause, type ClausePlace, type ComparedPlan } from './clause.js';
import { coverages } from './demand.js';
import { everydayIn, type Everyday } from './everyday.js';
import { goalPlaces, goalWholes } from './goal-wholes.js';
import { restsOnUnits } from './ground.js';
import { CLEAR, type Pair, type Pairing } from './pairing.js';
import type { Elsewhere, Whose } from './weakening.js';
import { yearShift, type YearShift } from './years.js';

/** The two plans, made ready for comparing. */
export interface Sides {
  superior: Map<string, Clause>;
  own: Map<string, Clause>;
  elsewhere: Elsewhere & { whose: Whose; years: YearShift | null };
  byLeft: Map<string, Pair[]>;
  byRight: Map<string, Pair[]>;
  /** Of our clauses and goals: where each stands, and the key of what a target stands in. */
  places: Map<string, ClausePlace>;
  keys: Map<TargetReading, string>;
  /** Pairs that do not count until somebody confirms them. */
  offered: Pair[];
  everyday: Everyday;
}

/** The superior's plan and ours, with their pairs. */
export function sidesOf(superior: ComparedPlan, own: ComparedPlan, { pairs }: Pairing, whose: Whose): Sides {
  const byKey = (plan: ComparedPlan) => new Map(clausesOf(plan).map((clause) => [clause.key, clause]));
  const standing = [
    ...own.goals.map((goal) => ({ target: goal, key: goalKey(goal), at: GOALS })),
    ...goalWholes(own).flatMap(({ condition, place: { key } }) =>
      coverages([condition]).map((target) => ({ target, key, at: GOALS })),
    ),
    ...clausesOf(own).flatMap(({ key, measure }) =>
      [...measure.targets, ...coverages(measure.conditions)].map((target) => {
        return { target, key, at: `“${called(measure)}”` };
      }),
    ),
  ];
  const places = new Map(standing.map(({ target, at: words }) => [target, words]));
  const keys = new Map(standing.map(({ target, key }) => [target, key]));
  const targets = [...places.keys()];
  const ours = [...goalPlaces(own), ...clausesOf(own).map(placeOf)];
  const clauses = { superior: byKey(superior), own: byKey(own) };
  const everyday = everydayIn([superior, own].map((one) => clausesOf(one).map(({ measure }) => measure)));
  const offered = pairs.filter((pair) => isOnlyOffered(pair, { ...clauses, everyday }));
  const counted = pairs.filter((pair) => !offered.includes(pair));
  return {
    ...{ ...clauses, everyday },
    ...{ byLeft: grouped(counted, (pair) => pair.left), byRight: grouped(counted, (pair) => pair.right), offered },
    ...{ places: new Map(ours.map((place) => [place.key, place])), keys },
    elsewhere: {
      targets,
      places,
      otherLevel: superior.level !== own.level,
      level: own.level,
      above: superior.level,
      whose,
      years: yearShift(superior, own),
    },
  };
}

const GOALS = '总体目标';

/** Neither words that are not everyday, title nor target in common, and nobody has said that the two are one matter. */
function isOnlyOffered(pair: Pair, { superior, own, everyday }: Pick<Sides, 'superior' | 'own' | 'everyday'>): boolean {
  const [theirs, ours] = [superior.get(pair.left)!.measure, own.get(pair.right)!.measure];
  return !pair.confirmed && pair.score < CLEAR && restsOnUnits(theirs, ours, everyday);
}

function grouped(pairs: Pair[], key: (pair: Pair) => string): Map<string, Pair[]> {
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) groups.set(key(pair), [...(groups.get(key(pair)) ?? []), pair]);
  return groups;
}
