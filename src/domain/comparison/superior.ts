import type { MeasureReading, TargetReading } from '../plan/reading.js';
import { called, clausesOf, placeOf, type ClausePlace, type ComparedPlan } from './clause.js';
import { likeness } from './terms.js';
import { NOTHING_JUDGED, pairMeasures, type Judged, type Nearest, type Pair, type Pairing } from './pairing.js';
import { differences, targetDifference, type Difference, type Elsewhere } from './weakening.js';

export type SuperiorKind = 'missing' | 'weaker' | 'ownerless' | 'extra' | 'same';

export const SUPERIOR_WORDS: Record<SuperiorKind, string> = {
  missing: '缺项',
  weaker: '弱化',
  ownerless: '无主',
  extra: '自加',
  same: '一致',
};

/** One finding; a pair that is both weaker and without an owner has two. */
export interface SuperiorFinding {
  kind: SuperiorKind;
  superior: ClausePlace | null;
  own: ClausePlace | null;
  /** What differs, in figures where there are any. */
  sentence: string;
  /** false: a person should look again. */
  certain: boolean;
  pair: Pair | null;
}

export interface SuperiorComparison {
  pairing: Pairing;
  /** In the superior's order, local extras last. */
  findings: SuperiorFinding[];
}

/**
 * The superior's plan against ours: what is missing here, weaker, without an owner, added here, or the same. Clauses are
 * paired by likeness; pairs that a person confirmed or rejected are taken as given.
 */
export function compareWithSuperior(
  superior: ComparedPlan,
  own: ComparedPlan,
  judged: Judged = NOTHING_JUDGED,
): SuperiorComparison {
  const pairing = pairMeasures(superior, own, judged);
  const sides = sidesOf(superior, own);
  const byLeft = new Map(pairing.pairs.map((pair) => [pair.left, pair]));
  const clauses = clausesOf(superior).flatMap((clause) => {
    const pair = byLeft.get(clause.key);
    return pair ? pairFindings(sides, pair) : [unpaired(sides, clause.key, pairing)];
  });
  const goals = superior.goals.flatMap((goal) => goalFinding(goal, sides.elsewhere));
  const extras = pairing.rightOnly.map((key) => extra(sides, key, pairing));
  return { pairing, findings: [...goals, ...clauses, ...extras] };
}

interface Sides {
  superior: Map<string, MeasureReading>;
  own: Map<string, MeasureReading>;
  unassigned: readonly string[];
  elsewhere: Elsewhere;
}

function sidesOf(superior: ComparedPlan, own: ComparedPlan): Sides {
  const byKey = (plan: ComparedPlan) => new Map(clausesOf(plan).map(({ key, measure }) => [key, measure]));
  const targets = [...own.goals, ...own.measures.flatMap((measure) => measure.targets)];
  return {
    ...{ superior: byKey(superior), own: byKey(own), unassigned: own.unassigned },
    elsewhere: { targets, otherLevel: superior.level !== own.level },
  };
}

const at = (measures: Map<string, MeasureReading>, key: string) => placeOf({ key, measure: measures.get(key)! });

function pairFindings(sides: Sides, pair: Pair): SuperiorFinding[] {
  const [theirs, ours] = [sides.superior.get(pair.left)!, sides.own.get(pair.right)!];
  const found = differences(theirs, ours, sides.elsewhere);
  const weaker = found.filter((one) => one.weaker);
  const findings = [...(weaker.length > 0 ? [weakerFinding(weaker)] : []), ...ownerless(theirs, ours)];
  const all = findings.length > 0 ? findings : [same(found)];
  const places = { superior: at(sides.superior, pair.left), own: at(sides.own, pair.right), pair };
  return all.map(({ kind, sentence, certain }) => ({ kind, sentence, certain: certain && pair.certain, ...places }));
}

type Judgement = Pick<SuperiorFinding, 'kind' | 'sentence' | 'certain'>;

function weakerFinding(weaker: Difference[]): Judgement {
  const sentence = `${weaker.map((one) => one.words).join('；')}。`;
  return { kind: 'weaker', sentence, certain: weaker.some((one) => one.certain) };
}

/** The superior names who answers for it, we name nobody: only a group, or nothing at all. */
function ownerless(theirs: MeasureReading, ours: MeasureReading): Judgement[] {
  if (ours.lead || ours.responsible.length > 0 || theirs.responsible.length === 0) return [];
  const names = theirs.responsible.map((unit) => unit.name).join('、');
  const here = ours.open.length > 0 ? `我方只写“${ours.open.join('、')}”，没有具体责任单位` : '我方没有责任单位';
  return [{ kind: 'ownerless', sentence: `上级由${names}负责，${here}。`, certain: true }];
}

function same(found: Difference[]): Judgement {
  const more = found.map((one) => one.words).join('；');
  const sentence = more ? `内容对应，我方要求更高或更早：${more}。` : '内容对应，目标没有降低，时限没有推后。';
  return { kind: 'same', sentence, certain: true };
}

/** A numbered clause of ours without a responsibility note counts as one without an owner. */
function unpaired(sides: Sides, key: string, pairing: Pairing): SuperiorFinding {
  const superior = at(sides.superior, key);
  const unowned = sides.unassigned.find((clause) => likeness(clause.replace(/^[\d.]+\s*/, ''), superior.title) >= 0.6);
  if (unowned) {
    const sentence = `我方“${unowned}”与之对应，但没有写责任单位。`;
    return { kind: 'ownerless', superior, own: null, sentence, certain: false, pair: null };
  }
  const nearest = pairing.nearest.left.get(key);
  const sentence = `我方没有对应的条款${nearestWords(nearest, sides.own, '我方')}。`;
  return { kind: 'missing', superior, own: null, sentence, certain: nearest === undefined, pair: null };
}

function extra(sides: Sides, key: string, pairing: Pairing): SuperiorFinding {
  const nearest = pairing.nearest.right.get(key);
  const sentence = `上级没有对应的条款，由本地增加${nearestWords(nearest, sides.superior, '上级')}。`;
  return {
    kind: 'extra',
    superior: null,
    own: at(sides.own, key),
    sentence,
    certain: nearest === undefined,
    pair: null,
  };
}

function nearestWords(nearest: Nearest | undefined, others: Map<string, MeasureReading>, whose: string): string {
  if (!nearest) return '';
  return `；最接近的是${whose}“${called(others.get(nearest.key)!)}”，请核对是否已含在其中`;
}

/** A goal of the whole plan, looked for among all targets of ours. */
function goalFinding(goal: TargetReading, elsewhere: Elsewhere): SuperiorFinding[] {
  const found = targetDifference(goal, [], null, elsewhere).filter((one) => one.weaker);
  const judgement = found.length > 0 ? weakerFinding(found) : same([]);
  const kind = found.some((one) => one.absent) ? 'missing' : judgement.kind;
  return [{ ...judgement, kind, superior: goalPlace(goal), own: null, pair: null }];
}

function goalPlace(goal: TargetReading): ClausePlace {
  const title = `总体目标：${goal.metric}`;
  return { key: '', no: '', chapter: '', title, text: goal.raw, span: goal.span ?? null };
}
