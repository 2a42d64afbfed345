import { branchesOf, endingOfSource, openingOfSource, type Opening } from './opening.js';

const MOST = 32;

/** For every character the patterns that it tells of, one bit each; and what was found in the words asked for last. */
class Characters {
  readonly bits = new Int32Array(0x1_0000);
  private given = 0;
  private words = '';
  private found = 0;

  get isFull(): boolean {
    return this.given === MOST;
  }

  add(characters: string): number {
    if (this.isFull) throw new Error('no bit is left for another pattern');
    const bit = 1 << this.given++;
    for (let at = 0; at < characters.length; at++) this.bits[characters.charCodeAt(at)]! |= bit;
    return bit;
  }

  /** The patterns that some character of the words tells of. */
  of(words: string): number {
    if (words === this.words) return this.found;
    let found = 0;
    for (let at = 0; at < words.length; at++) found |= this.bits[words.charCodeAt(at)]!;
    this.words = words;
    this.found = found;
    return found;
  }
}

type Where = 'begin' | 'end' | 'some';

/** A pattern of a sieve; finds what the pattern itself finds. */
export class Sieved {
  constructor(
    private readonly pattern: RegExp,
    private readonly where: Where,
    private readonly characters: Characters,
    private readonly bit: number,
  ) {}

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

  /** Whether the words have the character without which nothing is found. */
  may(words: string): boolean {
    if (this.where === 'some') return (this.characters.of(words) & this.bit) !== 0;
    if (words === '') return false;
    const at = this.where === 'begin' ? 0 : words.length - 1;
    return (this.characters.bits[words.charCodeAt(at)]! & this.bit) !== 0;
  }
}

/**
 * Patterns that are asked about one after the other of the same words. A pattern is tried only where the words have a character
 * with which each of its matches must begin or end: the first of the words for ^…, the last for …$, any for others. One pass
 * over the words tells it of all the others, so that those asked of other words belong to another sieve.
 */
export class Sieve {
  private readonly inside = new Characters();

  /** Throws for a pattern that may begin and end with any character, and for one that keeps a place of its own. */
  of(pattern: RegExp): Sieved {
    const { source } = pattern;
    const branches = branchesOf(source);
    const opening = charactersOf(openingOfSource(source));
    const ending = charactersOf(endingOfSource(source));
    if (pattern.flags !== '') throw new Error(`no pattern with flags: ${source}`);
    if (opening !== null && branches.every((one) => one.startsWith('^')))
      return sieved(pattern, 'begin', roomIn(BEGINNINGS), opening);
    if (ending !== null && branches.every((one) => one.endsWith('$') && !one.endsWith('\\$')))
      return sieved(pattern, 'end', roomIn(ENDS), ending);
    if (opening === null) throw new Error(`may begin anywhere: ${source}`);
    return sieved(pattern, 'some', this.inside, opening);
  }
}

const sieved = (pattern: RegExp, where: Where, characters: Characters, told: string): Sieved =>
  new Sieved(pattern, where, characters, characters.add(told));

const charactersOf = ({ characters, empty }: Opening): string | null => (empty ? null : characters);

/** What words begin and end with is one character for all who ask. */
const BEGINNINGS: Characters[] = [];
const ENDS: Characters[] = [];

function roomIn(tables: Characters[]): Characters {
  const last = tables.at(-1);
  if (last && !last.isFull) return last;
  const next = new Characters();
  tables.push(next);
  return next;
}
