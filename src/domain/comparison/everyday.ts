import type { MeasureReading } from '../plan/reading.js';

/** Whether words tell nothing of the matter that a clause is about. */
export type Everyday = (words: string) => boolean;

/** What clauses of any matter say. */
const OF_ALL =
  /农民工|务工人员|工作|进一步|加强|加大|加快|强化|做好|抓好|开展|推进|推动|促进|提升|提高|完善|健全|落实|切实|着力|全面|深入|积极|持续|大力/g;
/** Fewer characters beside such words name no matter. */
const LEAST = 2;
/** Words that stand in more clauses of one plan do not tell them apart. */
const MOST = 2;

/** Words without what clauses of any matter say. */
export const withoutEveryday = (words: string): string => words.replace(OF_ALL, '');

/** Words that hold nothing but what clauses of any matter say. */
export const saidOfAll: Everyday = (words) => withoutEveryday(words).length < LEAST;

/** Words that are said of all matters, or by many clauses of one of these plans. */
export function everydayIn(plans: readonly (readonly MeasureReading[])[]): Everyday {
  const sides = plans.map((measures) => measures.map(({ title, text }) => `${title}\n${text}`));
  const known = new Map<string, boolean>();
  return (words) => {
    const told = known.get(words) ?? (saidOfAll(words) || sides.some((texts) => isCommon(words, texts)));
    known.set(words, told);
    return told;
  };
}

const isCommon = (words: string, texts: readonly string[]): boolean =>
  texts.filter((text) => text.includes(words)).length > MOST;
