import type { ClausePlace } from '../domain/comparison/clause.js';
import type { Pair } from '../domain/comparison/pairing.js';
import { SUPERIOR_WORDS, type SuperiorKind } from '../domain/comparison/superior.js';
import { VERSION_WORDS, type VersionKind } from '../domain/comparison/versions.js';
import type { WordChange } from '../domain/comparison/words.js';
import type { ComparisonKind, ComparisonResult } from './cascade.service.js';

/** A line of a comparison, whichever kind: on the left the superior's clause or the old version. */
export interface ComparisonLine {
  kinds: (SuperiorKind | VersionKind)[];
  left: ClausePlace | null;
  right: ClausePlace | null;
  sentence: string;
  words: WordChange[];
  certain: boolean;
  pair: Pair | null;
}

/** The findings of either kind as lines of one table. */
export function linesOf(result: ComparisonResult): ComparisonLine[] {
  if (result.kind === 'version')
    return result.comparison.rows.map(({ old, now, ...row }) => ({ ...row, left: old, right: now }));
  return result.comparison.findings.map(({ kind, superior, own, ...finding }) => {
    return { ...finding, kinds: [kind], left: superior, right: own, words: [] };
  });
}

/** Kinds of a comparison with their words, in the order in which they are looked at. */
export function kindsOf(result: ComparisonResult): [kind: string, word: string][] {
  return Object.entries(result.kind === 'version' ? VERSION_WORDS : SUPERIOR_WORDS);
}

/** Names of the two sides. */
export function sidesOf(result: ComparisonResult): { left: string; right: string } {
  const { own, other } = result;
  if (result.kind === 'version')
    return { left: `原文：${own.plan.title}`, right: `新文：${other.plan.docNumber ?? other.plan.title}` };
  return { left: `上级：${other.plan.title}`, right: `我方：${own.plan.title}` };
}

interface Sides {
  kind: ComparisonKind;
  own: { plan: { id: string } };
  other: { plan: { id: string } };
}

/** Ids of the plans on the left and on the right. */
export function planIdsOf(result: Sides): { leftPlan: string; rightPlan: string } {
  const [own, other] = [result.own.plan.id, result.other.plan.id];
  return result.kind === 'version' ? { leftPlan: own, rightPlan: other } : { leftPlan: other, rightPlan: own };
}
