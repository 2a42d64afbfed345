import type { UnitRef } from '../plan/reading.js';

/** What of a measure tells whose figure a goal is. */
export interface NamedMeasure {
  title: string;
  text: string;
  responsible: readonly UnitRef[];
}

const LEAST_SHARE = 0.5;

/**
 * The name of the one unit that is asked for a goal of the whole plan: the first responsible unit of the measure whose
 * text covers the goal's words best; where none covers half of them, the unit that the plan makes responsible most often.
 * One unit, so that a total is never the sum of the same figure from many; the office may change it. Null: no unit at all.
 */
export function goalReporter(plan: { measures: readonly NamedMeasure[] }, metric: string): string | null {
  const wanted = bigrams(metric);
  const named = plan.measures.filter((measure) => measure.responsible.length > 0);
  const scored = named.map((measure) => ({ measure, share: covered(wanted, measure) }));
  const best = scored.sort((a, b) => b.share - a.share)[0];
  if (best && best.share >= LEAST_SHARE) return best.measure.responsible[0]!.name;
  return mostOften(named.flatMap((measure) => measure.responsible.map((unit) => unit.name)));
}

function covered(wanted: Set<string>, measure: NamedMeasure): number {
  const have = bigrams(`${measure.title}${measure.text}`);
  const hits = [...wanted].filter((pair) => have.has(pair)).length;
  return wanted.size === 0 ? 0 : hits / wanted.size;
}

function bigrams(text: string): Set<string> {
  const plain = text.replace(/[\s\p{P}]/gu, '');
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2)));
}

function mostOften(names: string[]): string | null {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
