import { ALPHABET, numbered, NUMBERS } from './alphabet.js';
import { branchesOf, either, endingOfSource, openingOfSource, type Opening } from './opening.js';

const MOST = 32;

/** For every character the patterns whose matches begin, or end, with it, one bit each. */
class Edge {
  readonly bits = new Int32Array(ALPHABET);
  private given = 0;

  get isFull(): boolean {
    return this.given === MOST;
  }

  add({ characters }: Opening): number {
    const bit = 1 << this.given++;
    mark(this.bits, characters ?? '', bit);
    return bit;
  }
}

/** The same of two characters side by side with which a match may begin; and what was found in the words asked for last. */
class Pairs {
  private readonly firsts = new Int32Array(ALPHABET);
  private readonly seconds = new Int32Array(ALPHABET);
  private given = 0;
  private words = '';
  private found = 0;

  add({ characters, next }: Opening): number {
    if (this.given === MOST) throw new Error('no bit is left for another pattern');
    const bit = 1 << this.given++;
    mark(this.firsts, characters ?? '', bit);
    if (next === null) for (let at = 0; at < ALPHABET; at++) this.seconds[at]! |= bit;
    else mark(this.seconds, next, bit);
    return bit;
  }

  /** The patterns that some two characters of the words tell of. */
  of(words: string): number {
    if (words === this.words) return this.found;
    let found = 0;
    let before = 0;
    for (let at = 0; at < words.length; at++) {
      const number = NUMBERS[words.charCodeAt(at)]!;
      found |= before & this.seconds[number]!;
      before = this.firsts[number]!;
    }
    this.words = words;
    this.found = found | (before & this.seconds[0]!);
    return this.found;
  }
}

function mark(table: Int32Array, characters: string, bit: number): void {
  for (let at = 0; at < characters.length; at++) table[numbered(characters, at)]! |= bit;
}

/** A pattern of a sieve; finds what the pattern itself finds. */
export abstract class Sieved {
  constructor(private readonly pattern: RegExp) {}

  /** Whether the words have the characters without which nothing is found. */
  abstract may(words: string): boolean;

  test(words: string): boolean {
    return this.may(words) && this.pattern.test(words);
  }

  exec(words: string): RegExpExecArray | null {
    return this.may(words) ? this.pattern.exec(words) : null;
  }

  /** The words without what the pattern finds in them, as of replace. */
  without(words: string): string {
    return this.may(words) ? words.replace(this.pattern, '') : words;
  }
}

class Beginning extends Sieved {
  private readonly bit: number;

  constructor(
    pattern: RegExp,
    opening: Opening,
    private readonly edge: Edge,
  ) {
    super(pattern);
    this.bit = edge.add(opening);
  }

  may(words: string): boolean {
    return words !== '' && (this.edge.bits[NUMBERS[words.charCodeAt(0)]!]! & this.bit) !== 0;
  }
}

class Ending extends Sieved {
  private readonly bit: number;

  constructor(
    pattern: RegExp,
    ending: Opening,
    private readonly edge: Edge,
  ) {
    super(pattern);
    this.bit = edge.add(ending);
  }

  may(words: string): boolean {
    return words !== '' && (this.edge.bits[NUMBERS[words.charCodeAt(words.length - 1)]!]! & this.bit) !== 0;
  }
}

class Inside extends Sieved {
  private readonly bits: number;

  constructor(
    pattern: RegExp,
    openings: readonly Opening[],
    private readonly pairs: Pairs,
  ) {
    super(pattern);
    this.bits = openings.reduce((bits, opening) => bits | pairs.add(opening), 0);
  }

  may(words: string): boolean {
    return (this.pairs.of(words) & this.bits) !== 0;
  }
}

/**
 * Patterns that are asked about one after the other of the same words. A pattern is tried only where the words have the characters
 * with which each of its matches must begin or end: the first of the words for ^…, the last for …$, two side by side anywhere
 * for others. One pass over the words tells it of all the others, so that those asked of other words belong to another sieve.
 */
export class Sieve {
  private readonly pairs = new Pairs();

  /** Throws for a pattern that may begin and end with any character, and for one with flags. */
  of(pattern: RegExp): Sieved {
    const { source } = pattern;
    const branches = branchesOf(source);
    const opening = openingOfSource(source);
    const ending = endingOfSource(source);
    if (pattern.flags !== '') throw new Error(`no pattern with flags: ${source}`);
    if (tells(opening) && branches.every((one) => one.startsWith('^')))
      return new Beginning(pattern, opening, roomIn(BEGINNINGS));
    if (tells(ending) && branches.every((one) => one.endsWith('$') && !one.endsWith('\\$')))
      return new Ending(pattern, ending, roomIn(ENDS));
    if (!tells(opening)) throw new Error(`may begin anywhere: ${source}`);
    return new Inside(pattern, apart(branches.map(openingOfSource)), this.pairs);
  }
}

const tells = ({ characters, empty }: Opening): boolean => characters !== null && !empty;

/** The branches that tell two characters, and those that tell one alone. */
const apart = (branches: readonly Opening[]): Opening[] =>
  [branches.filter(isPair), branches.filter((one) => !isPair(one)).map((one) => ({ ...one, next: null }))]
    .filter((some) => some.length > 0)
    .map((some) => some.reduce(either));
const isPair = ({ next, single }: Opening): boolean => next !== null && !single;

/** What words begin and end with is one character for all who ask. */
const BEGINNINGS: Edge[] = [];
const ENDS: Edge[] = [];

function roomIn(edges: Edge[]): Edge {
  const last = edges.at(-1);
  if (last && !last.isFull) return last;
  const next = new Edge();
  edges.push(next);
  return next;
}
