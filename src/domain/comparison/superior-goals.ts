import type { TargetReading } from '../plan/reading.js';
import { called, goalKey, goalPlace, type ClausePlace, type ComparedPlan } from './clause.js';
import { coverages, mayMean, sameMetric, SAME_ELSEWHERE, SAME_IN_CLAUSE, stanceOf } from './demand.js';
import { same, standing, weakerFinding, type Judgement, type OwnClause, type SuperiorFinding } from './finding.js';
import { answerTo, goalWholes, type GoalWhole } from './goal-wholes.js';
import type { Judged, KeyPair, Pair } from './pairing.js';
import type { Sides } from './sides.js';
import { likeness } from './terms.js';
import { pairDifference, targetDifference, type Whose } from './weakening.js';

/** What the superior wants of the plan as a whole, in figures and without, against ours. */
export const goalFindings = (superior: ComparedPlan, sides: Sides, judged: Judged): SuperiorFinding[] => [
  ...superior.goals.map((goal) => goalFinding(goal, goalPlace(goal), sides, judged)),
  ...goalWholes(superior).map((goal) => wholeFinding(goal, sides, judged)),
];

const NO_CLAUSE = { targets: [], due: null };

/**
 * A goal of the whole plan: against what a person confirmed, else looked for among all targets of ours. One found under
 * its own name counts; one that may be meant is only offered.
 */
function goalFinding(goal: TargetReading, superior: ClausePlace, sides: Sides, judged: Judged): SuperiorFinding {
  const { confirmed, rejected } = judgedOf(superior, sides, judged);
  if (confirmed.length > 0) return confirmedGoal(goal, superior, confirmed, sides);
  const targets = sides.elsewhere.targets.filter((target) => !rejected.has(sides.keys.get(target)!));
  const named = sameMetric(goal, targets, SAME_ELSEWHERE);
  const meant = named ?? mayMean(goal, targets);
  const own = answersOf(goal, meant, superior.key, sides);
  if (meant && own.length > 0 && !named && isNoLess(goal, meant, sides)) return mayBeMet(superior, own);
  const found = targetDifference(goal, NO_CLAUSE, { ...sides.elsewhere, targets }).filter((one) => one.weaker);
  const judgement = found.length > 0 ? weakerFinding(found) : same([]);
  const isMissing = found.some((one) => one.absent) && own.length === 0;
  return { ...judgement, kind: isMissing ? 'missing' : judgement.kind, superior, own, confirmed: named !== null };
}

/** The very figure under a name that shares most of its words. */
const isNoLess = (goal: TargetReading, meant: TargetReading, { elsewhere }: Sides): boolean =>
  likeness(goal.metric, meant.metric) >= SAME_IN_CLAUSE &&
  stanceOf(goal, meant, elsewhere.level) === 'equal' &&
  pairDifference(goal, meant, null, elsewhere).length === 0;

function mayBeMet(superior: ClausePlace, own: OwnClause[]): SuperiorFinding {
  return { ...same([], standing(false, false)), certain: false, superior, own, confirmed: false };
}

/** The clauses of ours that hold a figure which the superior wants of the whole plan: they are not added here. */
export function heldGoals({ goals }: ComparedPlan, findings: readonly SuperiorFinding[]): ReadonlySet<string> {
  const figures = new Set(goals.map(goalKey));
  const held = findings.filter(({ kind, confirmed }) => kind === 'same' || confirmed);
  const ours = held.filter(({ superior }) => superior && figures.has(superior.key)).flatMap(({ own }) => own);
  return new Set(ours.map(({ place }) => place.key));
}

/** What people said of a goal: the pairs that they confirmed, and the keys of ours that they refused. */
function judgedOf({ key }: ClausePlace, sides: Sides, judged: Judged): { confirmed: KeyPair[]; rejected: Set<string> } {
  return {
    confirmed: judged.confirmed.filter(({ left, right }) => left === key && sides.places.has(right)),
    rejected: new Set(judged.rejected.filter(({ left }) => left === key).map(({ right }) => right)),
  };
}

/**
 * A goal that holds no figure: against what a person confirmed, else looked for in the words of all that ours says, first
 * among the shares of what is covered. What speaks of the matter without the whole is offered.
 */
function wholeFinding(goal: GoalWhole, sides: Sides, judged: Judged): SuperiorFinding {
  const { place: superior } = goal;
  const { confirmed, rejected } = judgedOf(superior, sides, judged);
  const [share] = coverages([goal.condition]);
  const shares = sides.elsewhere.targets.filter((target) => !rejected.has(sides.keys.get(target)!));
  if (share && confirmed.length === 0 && sameMetric(share, shares, SAME_ELSEWHERE))
    return goalFinding(share, superior, sides, judged);
  const pairs =
    confirmed.length > 0
      ? confirmed.map((pair) => ({ ...pair, score: 1, certain: true, confirmed: true }))
      : nearestAnswers(goal, sides, rejected);
  const own = pairs.map((pair): OwnClause => {
    return {
      place: sides.places.get(pair.right)!,
      pair,
      ground: pair.confirmed ? '' : `都提到“${goal.thing || goal.word}”`,
    };
  });
  const isConfirmed = confirmed.length > 0;
  const isMet = own.some(({ place }) => answerTo(goal, wordsOf(place)) === 'met');
  const judgement = isMet
    ? same([], standing(isConfirmed, false))
    : wholeUnmet(goal, own, sides.elsewhere.whose, isConfirmed);
  return { ...judgement, superior, own, confirmed: isConfirmed || own.length === 0 };
}

const wordsOf = ({ title, text }: ClausePlace): string => `${title}\n${text}`;

/** All of ours that meet the goal; where none does, the first that speaks of its matter. */
function nearestAnswers(goal: GoalWhole, { places }: Sides, rejected: ReadonlySet<string>): Pair[] {
  const rated = [...places.values()]
    .filter(({ key }) => !rejected.has(key))
    .map((place) => ({ key: place.key, answer: answerTo(goal, wordsOf(place)) }));
  const met = rated.filter(({ answer }) => answer === 'met');
  const spoken = rated.filter(({ answer }) => answer === 'spoken');
  const found = met.length > 0 ? met : spoken.slice(0, 1);
  return found.map(({ key }) => ({ left: goal.place.key, right: key, score: 0, certain: false, confirmed: false }));
}

function wholeUnmet({ words, word }: GoalWhole, own: OwnClause[], whose: Whose, isConfirmed: boolean): Judgement {
  const asked = `${whose}总体目标要求“${words}”，我方`;
  if (own.length === 0) return { kind: 'missing', sentence: `${asked}没有写。`, certain: true };
  const names = own.map(({ place }) => `“${called(place)}”`).join('、');
  const look = isConfirmed ? '' : '（请核对）';
  return { kind: 'weaker', sentence: `${asked}${names}没有写“${word}”${look}。`, certain: isConfirmed };
}

/** The target of ours that answers a goal, as a pair to be confirmed or refused. */
function answersOf(goal: TargetReading, found: TargetReading | null, left: string, sides: Sides): OwnClause[] {
  const right = found && sides.keys.get(found);
  const place = right && sides.places.get(right);
  if (!right || !place) return [];
  const pair = { left, right, score: likeness(goal.metric, found.metric), certain: false, confirmed: false };
  return [{ place, pair, ground: `指标“${found.metric}”` }];
}

function confirmedGoal(
  goal: TargetReading,
  superior: ClausePlace,
  pairs: readonly KeyPair[],
  sides: Sides,
): SuperiorFinding {
  const keys = new Set(pairs.map(({ right }) => right));
  const targets = sides.elsewhere.targets.filter((target) => keys.has(sides.keys.get(target)!));
  const answer = sameMetric(goal, targets, 0);
  const own = pairs.map((pair): OwnClause => {
    const rests = { ...pair, score: 1, certain: true, confirmed: true };
    return { place: sides.places.get(pair.right)!, pair: rests, ground: '' };
  });
  const found = answer ? pairDifference(goal, answer, null, sides.elsewhere) : [];
  const weaker = found.filter((one) => one.weaker);
  const unlike = {
    kind: 'same',
    sentence: '已确认对应，我方没有同一单位的数值，请人工比较。',
    certain: false,
  } as const;
  const judgement = answer === null ? unlike : weaker.length > 0 ? weakerFinding(weaker) : same(found);
  return { ...judgement, superior, own, confirmed: true };
}
