import { called, clausesOf, isGoalKey } from '../domain/comparison/clause.js';
import { goalPlaces } from '../domain/comparison/goal-wholes.js';
import type { Pair } from '../domain/comparison/pairing.js';
import type { PlanPair } from './cascade.entities.js';
import type { ComparisonResult } from './cascade.service.js';
import { planIdsOf, type ComparisonLine } from './comparison.lines.js';

/** A form that records what a person says of two clauses. */
export interface JudgeForm {
  label: string;
  verdict: string;
  left: string;
  right: string;
}

/** A form by which a person names the other clause; `side` is where the line's own clause stands. */
export interface ChooseView {
  label: string;
  side: 'left' | 'right';
  key: string;
  options: { value: string; label: string }[];
}

/** What a person may say of a pair: confirm or refuse it, or take the confirmation back. */
export function pairForms({ left, right, confirmed }: Pair): JudgeForm[] {
  const form = (verdict: string, label: string): JudgeForm => ({ label, verdict, left, right });
  if (confirmed) return [form('undone', '撤销确认')];
  return [form('same', '确认对应'), form('different', '不是同一事项')];
}

/** Who confirmed a pair, if anybody did. */
export function judgementOf({ left, right, confirmed }: Pair, result: ComparisonResult): PlanPair | undefined {
  if (!confirmed) return undefined;
  return result.judgements.find((one) => {
    const keys = keysOf(one, result);
    return one.verdict === 'same' && keys.left === left && keys.right === right;
  });
}

/**
 * The clauses of the other side that a person may name: between two versions only those that stayed alone, for a clause
 * that did, too; beside another plan any that is not on the line, as one clause may answer several; for a
 * goal of the whole plan goals too.
 */
export function chooseOther(line: ComparisonLine, result: ComparisonResult): ChooseView | null {
  const alone = line.left === null || line.right.length === 0 || line.kinds.includes('missing');
  const key = (line.left ?? line.right[0]?.place)?.key;
  if (!key || (result.kind === 'version' && !alone)) return null;
  const side = line.left ? 'left' : 'right';
  const options = othersOf(line, result, side === 'left' ? 'right' : 'left');
  const label = alone ? '指定对应条款' : '再指定一条';
  return options.length > 0 ? { label, side, key, options } : null;
}

function othersOf(line: ComparisonLine, result: ComparisonResult, side: 'left' | 'right'): ChooseView['options'] {
  const places = placesOf(result, side);
  const { leftOnly, rightOnly } = result.comparison.pairing;
  const here = line.right.map(({ place }) => place.key);
  const all = [...places.keys()].filter((key) => isGoalKey(line.left?.key ?? '') || !isGoalKey(key));
  const keys = result.kind === 'version' ? (side === 'left' ? leftOnly : rightOnly) : all;
  const free = side === 'right' ? keys.filter((key) => !here.includes(key)) : keys;
  return free.map((value) => ({ value, label: called(places.get(value)!) }));
}

/** Pairs that somebody declared different: they are not proposed, unless this is taken back. */
export function rejectedForms(result: ComparisonResult): object[] {
  const [left, right] = [placesOf(result, 'left'), placesOf(result, 'right')];
  return result.judgements
    .filter((one) => one.verdict === 'different')
    .map((one) => ({ one, keys: keysOf(one, result) }))
    .filter(({ keys }) => left.has(keys.left) && right.has(keys.right))
    .map(({ one, keys }) => ({
      ...{ label: '撤销判定', verdict: 'undone', ...keys },
      words: `${called(left.get(keys.left)!)}　与　${called(right.get(keys.right)!)}（${one.judgedBy}，${one.judgedOn}）`,
    }));
}

function keysOf(one: PlanPair, result: ComparisonResult): { left: string; right: string } {
  const turned = one.planA !== planIdsOf(result).leftPlan;
  return turned ? { left: one.keyB, right: one.keyA } : { left: one.keyA, right: one.keyB };
}

function placesOf(result: ComparisonResult, side: 'left' | 'right'): Map<string, { no: string; title: string }> {
  const isOwn = planIdsOf(result)[side === 'left' ? 'leftPlan' : 'rightPlan'] === result.own.plan.id;
  const { draft } = isOwn ? result.own : result.other;
  const goals = goalPlaces(draft).map((place) => [place.key, place] as const);
  return new Map<string, { no: string; title: string }>([
    ...goals,
    ...clausesOf(draft).map(({ key, measure }) => [key, measure] as const),
  ]);
}
