import type { MeasureReading } from '../plan/reading.js';
import { called, clausesOf, placeOf, type Clause, type ComparedMeasure, type ComparedPlan } from './clause.js';
import { dayOf } from './due-days.js';
import { same, standing, weakerFinding, type Judgement, type OwnClause, type SuperiorFinding } from './finding.js';
import { hintGround, pairGround, restsOnUnits } from './ground.js';
import { NOTHING_JUDGED, pairMeasures, type Judged, type Nearest, type Pair, type Pairing } from './pairing.js';
import { sidesOf, type Sides } from './sides.js';
import { goalFindings, heldGoals } from './superior-goals.js';
import { unitNotes } from './units-unanswered.js';
import { differences, type OwnClauseRead, type Whose } from './weakening.js';
import { wordsToward, type YearShift } from './years.js';

export type { OwnClause, SuperiorFinding, SuperiorKind } from './finding.js';

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
  const goals = goalFindings(superior, sides, judged);
  const held = heldGoals(superior, goals);
  const added = clausesOf(own).filter(({ key }) => !sides.byRight.has(key) && !held.has(key));
  const extras = added.map(({ key }) => extra(sides, key, pairing));
  return { pairing, years: sides.elsewhere.years, findings: [...goals, ...clauses, ...extras] };
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
  const measures = clauses.map(({ measure }) => measure);
  const notes = unowned.length > 0 ? [] : unitNotes(theirs, measures, sides.elsewhere.whose);
  return all.map((one) => {
    const { kind, sentence, certain } = notes.length > 0 ? noted(one, notes, confirmed) : one;
    return { kind, sentence, certain: certain && clear, ...rests };
  });
}

/** The judgement with what is to be looked at beside it: 未见目标降低 is then no more certain until a person has said so. */
function noted({ kind, sentence, certain }: Judgement, notes: readonly string[], confirmed: boolean): Judgement {
  const words = `${[sentence.replace(/。$/, ''), ...notes].join('；')}。`;
  return { kind, sentence: words, certain: certain && (kind !== 'same' || confirmed) };
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

/** The superior names who answers for it, we name nobody: only a group, or nothing at all. */
function ownerless(theirs: MeasureReading, ours: MeasureReading, clauses: Clause[], whose: Whose): Judgement[] {
  if (ours.lead || ours.responsible.length > 0 || theirs.responsible.length === 0) return [];
  const names = theirs.responsible.map((unit) => unit.name).join('、');
  const nobodys = clauses.some((clause) => clause.nobodys) ? '这一条未分办，' : '';
  const group = `我方只写“${ours.open.join('、')}”，没有具体责任单位`;
  const here = ours.open.length > 0 ? group : `我方${nobodys}没有责任单位`;
  return [{ kind: 'ownerless', sentence: `${whose}由${names}负责，${here}。`, certain: true }];
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
