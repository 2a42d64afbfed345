import { Sieve } from '../../domain/text/sieve.js';

/** What a text as a whole may hold: figures in words, stretches of years, trends. */
export const TEXT = new Sieve();
/** What is asked of the words before a figure in its clause, and of those right behind it. */
export const CLAUSE = new Sieve();
/** What is asked of the clauses before in the sentence. */
export const SENTENCE = new Sieve();
/** What is asked of a measure word. */
export const UNIT = new Sieve();
/** What is asked of the name that a figure gets, and of its words while it is made. */
export const NAME = new Sieve();
