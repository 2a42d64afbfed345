import type { MeasureReading, TargetReading } from '../plan/reading.js';
import {
  called,
  clausesOf,
  goalKey,
  goalPlace,
  placeOf,
  type Clause,
  type ClausePlace,
  type ComparedMeasure,
  type ComparedPlan,
} from './clause.js';
import { coverages, mayMean, sameMetric, SAME_ELSEWHERE } from './demand.js';
import { dayOf } from './due-days.js';
import { everydayIn, type Everyday } from './everyday.js';
import { hintGround, pairGround, restsOnUnits } from './ground.js';
import {
  CLEAR,
  NOTHING_JUDGED,
  pairMeasures,
  type Judged,
  type KeyPair,
  type Nearest,
  type Pair,
  type Pairing,
} from './pairing.js';
import { likeness } from './terms.js';
import {
  differences,
  pairDifference,
  targetDifference,
  type Difference,
  type Elsewhere,
  type OwnClauseRead,
  type Whose,
} from './weakening.js';
import { wordsToward, yearShift, type YearShift } from './years.js';

export type SuperiorKind = 'missing' | 'weaker' | 'ownerless' | 'extra' | 'same';

/** A clause of ours beside theirs: by which pair, and why it is proposed. A clause of our own alone has no pair. */
export interface OwnClause {
  place: ClausePlace;
  pair: Pair | null;
  /** Why the two are proposed as one matter, and what else ours answers; empty without a pair. */
  ground: string;
  /** Only a hint: everyday words and units alone join the two, so it fills no gap until a person confirms it. */
  hint?: true;
}

/** One finding; a clause that is both weaker and without an owner has two. */
export interface SuperiorFinding {
  kind: SuperiorKind;
  superior: ClausePlace | null;
  /** All that answers the superior's clause here; the added clause of an extra. */
  own: OwnClause[];
  /** What differs, in figures where there are any. */
  sentence: string;
  /** false: a person should look again. */
  certain: boolean;
  /** It rests on pairs that a person confirmed, or on none; else it is only supposed (疑似). */
  confirmed: boolean;
}

export interface SuperiorComparison {
  pairing: Pairing;
  /** Set where the plans are of different years; that distance alone is no difference. */
  years: YearShift | null;
  /** In the superior's order, local extras last. */
  findings: SuperiorFinding[];
}

/**
 * The superior's plan against ours: what is missing here, weaker, without an owner, added here, or the same. All clauses
 * take part, those without a unit too. They are paired by likeness, one of ours with several of theirs and the other way round; pairs that a person confirmed or
 * rejected are taken as given; a pair for which hardly more than the units speaks is only offered, and counts once a
 * person has confirmed it. `whose` is 对方 when the other plan is no superior's.
 */
export function compareWithSuperior(
  superior: ComparedPlan,
  own: ComparedPlan,
  judged: Judged = NOTHING_JUDGED,
  whose: Whose = '上级',
): SuperiorComparison {
  const pairing = pairMeasures(superior, own, judged, 'several');
  const sides = sidesOf(superior, own, pairing, whose);
  const clauses = clausesOf(superior).flatMap(({ key }) =>
    sides.byLeft.has(key) ? pairFindings(sides, key) : [unpaired(sides, key, pairing)],
  );
  const goals = superior.goals.flatMap((goal) => goalFinding(goal, sides, judged));
  const added = clausesOf(own).filter(({ key }) => !sides.byRight.has(key));
  const extras = added.map(({ key }) => extra(sides, key, pairing));
  return { pairing, years: sides.elsewhere.years, findings: [...goals, ...clauses, ...extras] };
}

interface Sides {
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

function sidesOf(superior: ComparedPlan, own: ComparedPlan, { pairs }: Pairing, whose: Whose): Sides {
  const byKey = (plan: ComparedPlan) => new Map(clausesOf(plan).map((clause) => [clause.key, clause]));
  const places = new Map<TargetReading, string>([
    ...own.goals.map((goal) => [goal, '总体目标'] as const),
    ...clausesOf(own).flatMap(({ measure }) =>
      [...measure.targets, ...coverages(measure.conditions)].map((target) => [target, `“${called(measure)}”`] as const),
    ),
  ]);
  const targets = [...places.keys()];
  const ours = [...own.goals.map(goalPlace), ...clausesOf(own).map(placeOf)];
  const keys = new Map<TargetReading, string>([
    ...own.goals.map((goal) => [goal, goalKey(goal)] as const),
    ...clausesOf(own).flatMap(({ key, measure }) => measure.targets.map((target) => [target, key] as const)),
  ]);
  const clauses = { superior: byKey(superior), own: byKey(own) };
  const everyday = everydayIn([superior, own].map((one) => clausesOf(one).map(({ measure }) => measure)));
  const offered = pairs.filter((pair) => isOnlyOffered(pair, { ...clauses, everyday }));
  const counted = pairs.filter((pair) => !offered.includes(pair));
  return {
    ...{ ...clauses, everyday },
    ...{ byLeft: grouped(counted, (pair) => pair.left), byRight: grouped(counted, (pair) => pair.right), offered },
    ...{ places: new Map(ours.map((place) => [place.key, place])), keys },
    elsewhere: { targets, places, otherLevel: superior.level !== own.level, whose, years: yearShift(superior, own) },
  };
}

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

const at = (clauses: Map<string, Clause>, key: string) => placeOf(clauses.get(key)!);

function pairFindings(sides: Sides, key: string): SuperiorFinding[] {
  const pairs = sides.byLeft.get(key)!;
  const theirs = sides.superior.get(key)!.measure;
  const clauses = pairs.map((pair) => sides.own.get(pair.right)!);
  const ours = together(clauses.map(({ measure }) => measure));
  const found = differences(theirs, { ...ours, ...nobodysWords(clauses) }, sides.elsewhere);
  const weaker = found.filter((one) => one.weaker);
  const unowned = ownerless(theirs, ours, clauses, sides.elsewhere.whose);
  const findings = [...(weaker.length > 0 ? [weakerFinding(weaker)] : []), ...unowned];
  const confirmed = pairs.every((pair) => pair.confirmed);
  const onUnits = clauses.every(({ measure }) => restsOnUnits(theirs, measure, sides.everyday));
  const all = findings.length > 0 ? findings : [same(found, standing(confirmed, onUnits))];
  const rests = { superior: at(sides.superior, key), own: pairs.map((pair) => ownClause(sides, pair)), confirmed };
  const clear = pairs.every((pair) => pair.certain);
  return all.map(({ kind, sentence, certain }) => ({ kind, sentence, certain: certain && clear, ...rests }));
}

/** The words of those of our clauses that have no unit, null where all have one; and whether they were read. */
function nobodysWords(clauses: Clause[]): Pick<OwnClauseRead, 'words' | 'unread'> {
  const free = clauses.filter(({ nobodys }) => nobodys);
  const words = free.map(({ measure }) => `${measure.title}\n${measure.text}`).join('\n');
  return { words: free.length > 0 ? words : null, unread: free.some(({ unread }) => unread) };
}

/** Several clauses of ours as one answer: all their targets and units, the latest of their days. */
function together(ours: ComparedMeasure[]): ComparedMeasure {
  const [first, ...more] = ours;
  if (more.length === 0) return first!;
  const byDay = [...ours].sort((a, b) => (dayOf(a) ?? '').localeCompare(dayOf(b) ?? ''));
  const { due, deadline, withoutDue } = byDay.at(-1)!;
  return {
    ...first!,
    ...{ lead: ours.find((one) => one.lead)?.lead ?? null, due, deadline, withoutDue },
    responsible: ours.flatMap((one) => one.responsible),
    open: ours.flatMap((one) => one.open),
    targets: ours.flatMap((one) => one.targets),
    conditions: ours.flatMap((one) => one.conditions),
    text: ours.map((one) => one.text).join('\n'),
  };
}

function ownClause({ superior, own, byRight, elsewhere, everyday }: Sides, pair: Pair): OwnClause {
  const others = (byRight.get(pair.right) ?? []).filter((one) => one.left !== pair.left);
  const also = others.map((one) => `“${called(superior.get(one.left)!.measure)}”`).join('、');
  const ours = own.get(pair.right)!.measure;
  const theirs = wordsToward(elsewhere.years, superior.get(pair.left)!.measure, ours);
  const ground = pairGround(theirs, ours, pair.score, everyday);
  const more = also ? [`这一条还对应${elsewhere.whose}${also}`] : [];
  return { place: at(own, pair.right), pair, ground: [ground, ...more].join('；') };
}

function hinted({ superior, own, everyday }: Sides, pair: Pair): OwnClause {
  const ground = hintGround(superior.get(pair.left)!.measure, own.get(pair.right)!.measure, everyday);
  return { place: at(own, pair.right), pair, ground, hint: true };
}

type Judgement = Pick<SuperiorFinding, 'kind' | 'sentence' | 'certain'>;

function weakerFinding(weaker: Difference[]): Judgement {
  const sentence = `${weaker.map((one) => one.words).join('；')}。`;
  return { kind: 'weaker', sentence, certain: weaker.some((one) => one.certain) };
}

/** The superior names who answers for it, we name nobody: only a group, or nothing at all. */
function ownerless(theirs: MeasureReading, ours: MeasureReading, clauses: Clause[], whose: Whose): Judgement[] {
  if (ours.lead || ours.responsible.length > 0 || theirs.responsible.length === 0) return [];
  const names = theirs.responsible.map((unit) => unit.name).join('、');
  const nobodys = clauses.some((clause) => clause.nobodys) ? '这一条未分办，' : '';
  const group = `我方只写“${ours.open.join('、')}”，没有具体责任单位`;
  const here = ours.open.length > 0 ? group : `我方${nobodys}没有责任单位`;
  return [{ kind: 'ownerless', sentence: `${whose}由${names}负责，${here}。`, certain: true }];
}

/** How sure it is that the two clauses are one matter, as a sentence about them begins; 内容对应 says that it is. */
function standing(confirmed: boolean, onUnits: boolean): string {
  if (!confirmed) return '疑似对应，请先核对是否同一事项；如是';
  return onUnits ? '已确认对应（两条只有单位对口）' : CORRESPONDS;
}

const CORRESPONDS = '内容对应';

function same(found: Difference[], begins = CORRESPONDS): Judgement {
  const more = found.map((one) => one.words).join('；');
  const less = begins === CORRESPONDS ? '目标没有降低，时限没有推后' : '未见目标降低、时限推后';
  return { kind: 'same', sentence: `${begins}，${more ? `我方要求更高或更早：${more}` : less}。`, certain: true };
}

function unpaired(sides: Sides, key: string, pairing: Pairing): SuperiorFinding {
  const offered = sides.offered.filter((pair) => pair.left === key);
  const own = offered.map((pair) => hinted(sides, pair));
  const rests = { superior: at(sides.superior, key), own, confirmed: true };
  const nearest = pairing.nearest.left.get(key);
  const keys = offered.map((pair) => pair.right);
  const more = offeredWords(keys, sides.own, '我方') || nearestWords(nearest, sides.own, '我方');
  return { kind: 'missing', ...rests, sentence: `我方没有对应的条款${more}。`, certain: more === '' };
}

function extra(sides: Sides, key: string, pairing: Pairing): SuperiorFinding {
  const { whose } = sides.elsewhere;
  const nearest = pairing.nearest.right.get(key);
  const keys = sides.offered.filter((pair) => pair.right === key).map((pair) => pair.left);
  const more = offeredWords(keys, sides.superior, whose) || nearestWords(nearest, sides.superior, whose);
  const sentence = `${whose}没有对应的条款，由本地增加${more}。`;
  const own = [{ place: at(sides.own, key), pair: null, ground: '' }];
  return { kind: 'extra', superior: null, own, sentence, certain: more === '', confirmed: true };
}

/** A pair that nobody confirmed fills no gap; it is offered for a person to confirm. */
function offeredWords(keys: string[], others: Map<string, Clause>, whose: string): string {
  if (keys.length === 0) return '';
  const names = keys.map((key) => `“${called(others.get(key)!.measure)}”`).join('、');
  return `；可能对应${whose}${names}，但除常用的话外，文字、标题和指标都不相近，请核对，确认对应后才算有`;
}

function nearestWords(nearest: Nearest | undefined, others: Map<string, Clause>, whose: string): string {
  if (!nearest) return '';
  return `；最接近的是${whose}“${called(others.get(nearest.key)!.measure)}”，请核对是否已含在其中`;
}

const NO_CLAUSE = { targets: [], due: null };

/**
 * A goal of the whole plan: against what a person confirmed, else looked for among all targets of ours. One found under
 * its own name counts; one that may be meant is only offered.
 */
function goalFinding(goal: TargetReading, sides: Sides, judged: Judged): SuperiorFinding[] {
  const superior = goalPlace(goal);
  const confirmed = judged.confirmed.filter(({ left, right }) => left === superior.key && sides.places.has(right));
  if (confirmed.length > 0) return [confirmedGoal(goal, superior, confirmed, sides)];
  const rejected = new Set(judged.rejected.filter(({ left }) => left === superior.key).map(({ right }) => right));
  const targets = sides.elsewhere.targets.filter((target) => !rejected.has(sides.keys.get(target)!));
  const found = targetDifference(goal, NO_CLAUSE, { ...sides.elsewhere, targets }).filter((one) => one.weaker);
  const named = sameMetric(goal, targets, SAME_ELSEWHERE);
  const own = answersOf(goal, named ?? mayMean(goal, targets), superior.key, sides);
  const judgement = found.length > 0 ? weakerFinding(found) : same([]);
  const isMissing = found.some((one) => one.absent) && own.length === 0;
  return [{ ...judgement, kind: isMissing ? 'missing' : judgement.kind, superior, own, confirmed: named !== null }];
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
