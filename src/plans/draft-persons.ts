import { ownWords } from '../domain/plan/own-columns.js';
import { personsIn, withoutPersons } from '../domain/plan/persons.js';
import type { MeasureReading, PlanReading } from '../domain/plan/reading.js';

/**
 * A reading without persons' names in any of its words: source, titles, headings, texts, notes, goals, reasons alike. A
 * name found in one place is hidden in all. What is imported goes into a log that forgets nothing, and to units' pages.
 * Places stay as they are; the file itself is kept as it came.
 */
export function personsHidden(reading: PlanReading): PlanReading {
  const hidden = structuredClone(reading);
  const known = namesIn(reading);
  eachText(hidden, (text) => withoutPersons(text, known));
  hidden.measures.forEach(edgesAgain);
  return hidden;
}

/** Names in the source, and in texts that were put together from several places of it. */
export function namesIn({ text, measures }: PlanReading): string[] {
  const texts = measures.flatMap((measure) => [measure.title, measure.text, measure.note, ownWords(measure.own)]);
  return [...new Set([text, ...texts].flatMap(personsIn))];
}

/** Puts what `change` makes of it in the place of every text inside a value. */
export function eachText(value: object, change: (text: string) => string): void {
  for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
    if (typeof inner === 'string') Reflect.set(value, key, change(inner));
    else if (typeof inner === 'object' && inner !== null) eachText(inner, change);
  }
}

/** The first and last words of a measure are those of its text: a name cut in two there is not known by itself. */
export function edgesAgain(measure: Pick<MeasureReading, 'text' | 'opens' | 'ends'>): void {
  const flat = measure.text.replaceAll('\n', '');
  if (!flat.includes('×')) return;
  measure.opens = flat.slice(0, 12);
  measure.ends = flat.slice(-12);
}
