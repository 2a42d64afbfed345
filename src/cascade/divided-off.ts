import { bare } from '../domain/comparison/clause.js';

/** The texts of the clauses concerned, each in every form that a paper or the office gave it. */
export interface Divided {
  /** The running clause. */
  whole: string;
  /** The clause that begins. */
  part: readonly string[];
  /** The clause that carries the running measure on. */
  rest: readonly string[];
}

/**
 * Whether a clause that begins was divided off a running one: words of the running clause stand in it, and stand no more
 * in the clause that carries the measure on. Words that the office alone wrote or struck out prove nothing.
 */
export function isDividedOff({ whole, part, rest }: Divided): boolean {
  const [begun, left] = [part.map(bare), rest.map(bare)];
  return phrasesOf(whole).some(
    (words) => begun.every((text) => text.includes(words)) && left.every((text) => !text.includes(words)),
  );
}

const LEAST = 6;

const phrasesOf = (text: string): string[] =>
  text
    .split(/[，。；：！？、,;\n]/)
    .map(bare)
    .filter((words) => words.length >= LEAST);
