/** The characters with which the matches of a piece of a pattern begin, or end. */
export interface Opening {
  /** Some of them more than once; null for any. */
  characters: string | null;
  /** The characters that may stand next to these; null for any. */
  next: string | null;
  /** The piece may match nothing, so that the match may begin with what follows. */
  empty: boolean;
  /** It may match one character alone, so that what follows stands next to it. */
  single: boolean;
}

const NOTHING: Opening = { characters: '', next: '', empty: true, single: false };
const one = (characters: string | null): Opening => ({ characters, next: '', empty: false, single: true });
const ANY = one(null);
const WIDEST_RANGE = 300;

/**
 * A pattern that first looks whether a match could begin with the character at hand, which is faster where it is looked
 * for all through a text; matches and groups are the same. Patterns that may begin with any character stay as they are.
 */
export const opened = (pattern: RegExp): RegExp =>
  pattern.ignoreCase ? pattern : new RegExp(openedSource(pattern.source), pattern.flags);

/** The same of a piece of a pattern; written without named groups and flags of its own. */
export function openedSource(source: string): string {
  const { characters, empty } = new Reader(source).choice();
  if (characters === null || empty) return source;
  return `(?=[${[...new Set(characters.split(''))].map(escaped).join('')}])(?:${source})`;
}

/**
 * A pattern that is tried only at the characters with which a match of it can begin, told by a table: for long patterns that
 * are looked for all through a text. What it finds is what the pattern finds. Throws for a pattern that may begin with any
 * character.
 */
export class Led {
  private readonly opens = new Uint8Array(0x1_0000);
  private readonly sticky: RegExp;

  constructor(pattern: RegExp) {
    const { characters, empty } = new Reader(pattern.source).choice();
    if (characters === null || empty || pattern.ignoreCase) throw new Error(`may begin anywhere: ${pattern.source}`);
    for (let at = 0; at < characters.length; at++) this.opens[characters.charCodeAt(at)] = 1;
    this.sticky = new RegExp(pattern.source, 'y');
  }

  /** The first match that begins at an offset or behind it, and before `to`. */
  next(text: string, from = 0, to = text.length): RegExpExecArray | null {
    for (let at = this.candidate(text, from); at < to; at = this.candidate(text, at + 1)) {
      this.sticky.lastIndex = at;
      const match = this.sticky.exec(text);
      if (match) return match;
    }
    return null;
  }

  test(text: string): boolean {
    for (let at = this.candidate(text, 0); at < text.length; at = this.candidate(text, at + 1)) {
      this.sticky.lastIndex = at;
      if (this.sticky.test(text)) return true;
    }
    return false;
  }

  /** All matches, as of matchAll. */
  all(text: string): RegExpExecArray[] {
    const found: RegExpExecArray[] = [];
    for (let match = this.next(text); match; match = this.next(text, match.index + match[0].length)) found.push(match);
    return found;
  }

  private candidate(text: string, from: number): number {
    let at = from;
    while (at < text.length && this.opens[text.charCodeAt(at)] === 0) at += 1;
    return at;
  }
}

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

const GROUP = /\((?:\?(:|<?[=!]))?/y;
const CLASS = /\[(\^?)((?:\\.|[^\]\\])*)\]/y;
const QUANTIFIER = /(?:([*?]|\{0)|\+|\{\d)(?:[\d,]*\})?\??/y;
const CHARACTER = /\\u[0-9a-fA-F]{4}|\\?./sy;

/** The characters with which the matches of a pattern begin. */
export const openingOfSource = (source: string): Opening => new Reader(source).choice();

/** The characters with which they end. */
export const endingOfSource = (source: string): Opening => new Reader(source, true).choice();

/** What a pattern chooses from as a whole: `^甲` and `乙$` of `^甲|乙$`. */
export const branchesOf = (source: string): string[] => new Reader(source).branches();

/** Walks through a pattern's source. */
class Reader {
  private at = 0;

  constructor(
    private readonly source: string,
    private readonly fromEnd = false,
  ) {}

  branches(): string[] {
    const found: string[] = [];
    for (let from = 0; from <= this.source.length; from = this.at += 1) {
      this.sequence();
      found.push(this.source.slice(from, this.at));
    }
    return found;
  }

  choice(): Opening {
    let all = this.sequence();
    while (this.source[this.at] === '|') {
      this.at += 1;
      const next = this.sequence();
      all = either(all, next);
    }
    return all;
  }

  private sequence(): Opening {
    let all = NOTHING;
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at] ?? '')) {
      const next = this.repeated();
      all = this.fromEnd ? followed(next, all) : followed(all, next);
    }
    return all;
  }

  private repeated(): Opening {
    const piece = this.piece();
    if (!this.isAtOne('*?+{')) return piece;
    const again = either(piece, followed(piece, piece));
    return this.take(QUANTIFIER)?.[1] === undefined ? again : { ...again, empty: true };
  }

  private piece(): Opening {
    if (!this.isAtOne('([\\^$.')) return this.skip(one(this.source[this.at] ?? ''));
    const group = this.take(GROUP);
    if (group) return this.group(/[=!]/.test(group[1] ?? ''));
    const [, not, members] = this.take(CLASS) ?? [];
    if (members !== undefined) return not ? ANY : one(membersOf(members));
    if ('^$'.includes(this.source[this.at] ?? '')) return this.skip(NOTHING);
    if (this.source[this.at] === '.') return this.skip(ANY);
    return one(membersOf(this.take(CHARACTER)?.[0] ?? ''));
  }

  private group(looks: boolean): Opening {
    const inner = this.choice();
    return this.skip(looks ? NOTHING : inner);
  }

  private isAtOne(signs: string): boolean {
    return this.at < this.source.length && signs.includes(this.source.charAt(this.at));
  }

  private skip(opening: Opening): Opening {
    this.at += 1;
    return opening;
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.source);
    if (match) this.at += match[0].length;
    return match;
  }
}

/** Of two pieces, the one that is met first and the one behind it. */
const followed = (near: Opening, far: Opening): Opening => ({
  characters: near.empty ? joined(near.characters, far.characters) : near.characters,
  next: joined(near.single ? joined(near.next, far.characters) : near.next, near.empty ? far.next : ''),
  empty: near.empty && far.empty,
  single: (near.single && far.empty) || (near.empty && far.single),
});

/** What may begin as the one or as the other. */
export const either = (a: Opening, b: Opening): Opening => ({
  characters: joined(a.characters, b.characters),
  next: joined(a.next, b.next),
  empty: a.empty || b.empty,
  single: a.single || b.single,
});

const joined = (a: string | null, b: string | null): string | null => (a === null || b === null ? null : a + b);

const MEMBER = /\\u([0-9a-fA-F]{4})|\\(.)|(.)/gs;
const ESCAPED: Record<string, string> = { n: '\n', t: '\t', r: '\r', d: '0123456789' };

/** One of the characters of a class; a stroke that is no escaped one stands between the ends of a range. */
interface Member {
  characters: string | null;
  isStroke: boolean;
}

const memberOf = ([, code, sign, plain]: RegExpMatchArray): Member => {
  if (code !== undefined) return { characters: String.fromCharCode(parseInt(code, 16)), isStroke: false };
  if (sign !== undefined)
    return { characters: ESCAPED[sign] ?? (/[a-zA-Z0-9]/.test(sign) ? null : sign), isStroke: false };
  return { characters: plain ?? '', isStroke: plain === '-' };
};

/** The members of a class, or one character alone; null where they are many. */
function membersOf(words: string): string | null {
  if (!/[\\-]/.test(words)) return words;
  let found = '';
  const members = [...words.matchAll(MEMBER)].map(memberOf);
  for (let index = 0; index < members.length; index++) {
    const first = members[index]?.characters ?? null;
    if (first === null) return null;
    const isRange = members[index + 1]?.isStroke === true && index + 2 < members.length;
    const last = isRange ? (members[(index += 2)]?.characters ?? null) : null;
    if (isRange && (last === null || last.charCodeAt(0) - first.charCodeAt(0) > WIDEST_RANGE)) return null;
    found += last === null ? first : between(first, last);
  }
  return found;
}

const between = (first: string, last: string): string =>
  Array.from({ length: last.charCodeAt(0) - first.charCodeAt(0) + 1 }, (_, step) =>
    String.fromCharCode(first.charCodeAt(0) + step),
  ).join('');
