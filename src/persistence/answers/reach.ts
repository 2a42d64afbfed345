import type { SqlValue } from '../tx.js';

/** The types whose values both databases give back as they were written, and PostgreSQL takes in lists. */
export type ElementType = 'text' | 'int8';
export const isElementType = (type: string): type is ElementType => type === 'text' || type === 'int8';

/** A table's columns and their types ('' for one that is not handed over in lists), and the columns of its primary key. */
export type Columns = ReadonlyMap<string, ElementType | ''> & { readonly key?: readonly string[] };
/** The tables by their names. */
export type Catalogue = ReadonlyMap<string, Columns>;

/** What a question may see of one table. */
export interface Reach {
  table: string;
  /** The words of the statement, its columns among them; null where it reads all columns. */
  words: ReadonlySet<string> | null;
  /** Only rows with these values are seen. */
  equals: readonly (readonly [column: string, value: string])[];
}

/** What a question may see: of some tables, or of all when that cannot be told. */
export type Sight = readonly Reach[] | 'everything';

/** By which parameter the rows of a table are sought that a kind of question sees. */
export interface Trace {
  table: string;
  /** As in a reach. */
  words: ReadonlySet<string> | null;
  /** The column that must equal the parameter at `place`; null where every row may be seen. */
  sought: { column: string; place: number } | null;
}

type Source = { place: number } | { text: string };
interface Seen {
  table: string;
  name: string;
  equals: Map<string, Source>;
  /** As in a reach. */
  words: ReadonlySet<string> | null;
}

const TOKEN = /'(?:[^']|'')*'|"[^"]*"|[A-Za-z_]\w*|\d+(?:\.\d+)?|\?|<>|<=|>=|!=|\|\||\S/g;
const WORD = /^["A-Za-z_]/;
const CHANGING = new Set(['INSERT', 'UPDATE', 'DELETE', 'INTO']);
/** With one of these a condition at the end need not hold for every row that is seen. */
const NOT_PLAIN =
  'OR UNION EXCEPT INTERSECT LEFT RIGHT FULL OUTER CROSS NATURAL USING CASE BETWEEN WITH EXISTS HAVING LATERAL'.split(
    ' ',
  );
const AFTER_WHERE = new Set(['ORDER', 'GROUP', 'LIMIT', 'OFFSET', 'FETCH', 'FOR', 'WINDOW']);
const AFTER_TABLE = new Set(['WHERE', 'JOIN', 'INNER', 'ON', ...AFTER_WHERE]);
/** What may stand before a bracket in a question whose answer depends on rows and parameters alone. */
const STEADY = new Set(
  'AND OR NOT IN EXISTS AS WHERE ON FROM VALUES SELECT OVER COUNT MAX MIN SUM COALESCE'.split(' '),
);

/** A question's text, as far as it can be told what it sees and whether several of its kind can be asked as one. */
export class Reading {
  /** The types of its parameters where each is compared with a column for equality; else null. */
  readonly types: ElementType[] | null;
  /** What it sees of which tables, so that its answer can be kept; none where another answer may come though no row changed. */
  readonly traces: readonly Trace[];
  /** The whole key of the only table, where it asks for columns of the row with this key and for nothing else. */
  readonly ofOneRow: { table: string; key: readonly string[] } | null;
  private readonly tables: Set<string>;
  private readonly words: Set<string> | null;
  private readonly seen: Seen[] | null;

  private constructor(tokens: string[], catalogue: Catalogue) {
    const words = new Set(tokens.filter((token) => WORD.test(token)).map(bare));
    this.tables = new Set([...words].filter((word) => catalogue.has(word)));
    this.words = tokens.includes('*') ? null : words;
    const plain = new PlainQuestion(tokens, catalogue);
    this.seen = plain.seen;
    this.types = plain.types;
    this.ofOneRow = plain.ofOneRow();
    this.traces = tokens.every(isSteady) ? this.tracesOf() : [];
  }

  private tracesOf(): Trace[] {
    if (!this.seen) return [...this.tables].map((table) => ({ table, words: this.words, sought: null }));
    return this.seen.map(({ table, equals, words }) => {
      for (const [column, from] of equals) if ('place' in from) return { table, words, sought: { column, ...from } };
      return { table, words, sought: null };
    });
  }

  /** Null for a statement that may change something. */
  static of(sql: string, catalogue: Catalogue): Reading | null {
    const tokens = sql.match(TOKEN) ?? [];
    const first = tokens[0]?.toUpperCase();
    if (first !== 'SELECT' && first !== 'WITH') return null;
    if (tokens.some((token) => CHANGING.has(token.toUpperCase()))) return null;
    return new Reading(tokens, catalogue);
  }

  /** What it sees with these parameters. */
  sight(params: readonly SqlValue[]): Sight {
    if (this.seen) return this.seen.map((seen) => this.reach(seen, params));
    if (this.tables.size === 0) return 'everything';
    return [...this.tables].map((table) => ({ table, words: this.words, equals: [] }));
  }

  private reach({ table, equals, words }: Seen, params: readonly SqlValue[]): Reach {
    const values = [...equals].map(([column, from]) => {
      return [column, 'text' in from ? from.text : String(params[from.place])] as const;
    });
    return { table, words, equals: values };
  }
}

/** `SELECT … FROM a [JOIN b ON …] [WHERE …]` with conditions that all must hold; `seen` is null for anything else. */
class PlainQuestion {
  readonly seen: Seen[] | null;
  readonly types: ElementType[] | null;
  private readonly found: Seen[] = [];
  private readonly same: [Seen, string, Seen, string][] = [];
  private readonly typeAt = new Map<number, ElementType | ''>();

  constructor(
    private readonly tokens: string[],
    private readonly catalogue: Catalogue,
  ) {
    const upper = tokens.map((token) => token.toUpperCase());
    const once = upper.filter((token) => token === 'SELECT').length === 1;
    const plain = once && !NOT_PLAIN.some((word) => upper.includes(word)) && this.parse(upper);
    if (plain) this.spread();
    for (const seen of this.found) seen.words = this.wordsOf(seen);
    this.seen = plain ? this.found : null;
    const places = tokens.filter((token) => token === '?').length;
    this.types = plain && places > 0 ? this.typesOf(places) : null;
  }

  /** See Reading; conditions beside the key are taken for another question. */
  ofOneRow(): Reading['ofOneRow'] {
    const [seen, second] = this.found;
    if (!this.types || !seen || second) return null;
    const { table, equals } = seen;
    const columns = this.catalogue.get(table)!;
    const { key = [] } = columns;
    const from = this.tokens.findIndex((token) => token.toUpperCase() === 'FROM');
    const selected = this.tokens.slice(1, from);
    const plain = selected.every((token) => token === ',' || token === '*' || columns.has(bare(token)));
    const exact = equals.size === key.length && key.every((column) => equals.has(column)) && key.length > 0;
    // FROM table WHERE key = ? AND …: four tokens for each condition, and nothing after them but LIMIT 1.
    const after = this.tokens.slice(from + 2 + 4 * key.length).map((token) => token.toUpperCase());
    return plain && exact && /^(LIMIT 1)?$/.test(after.join(' ')) ? { table, key } : null;
  }

  private parse(upper: string[]): boolean {
    let at = upper.indexOf('FROM');
    if (at < 0) return false;
    const conditions: [number, number][] = [];
    do {
      const after = this.table(upper, at + 1);
      if (after === null) return false;
      at = after;
      if (upper[at] === 'ON') {
        const end = this.end(upper, at + 1, ['JOIN', 'INNER', 'WHERE']);
        conditions.push([at + 1, end]);
        at = end;
      }
      if (upper[at] === 'INNER') at++;
    } while (upper[at] === 'JOIN');
    if (upper[at] === 'WHERE') {
      const end = this.end(upper, at + 1, []);
      conditions.push([at + 1, end]);
      at = end;
    }
    if (at < upper.length && !AFTER_WHERE.has(upper[at]!)) return false;
    for (const [from, to] of conditions) this.conditions(upper, from, to);
    return true;
  }

  /** Takes `table [AS] [name]`; the place after it, null where it is something else. */
  private table(upper: string[], at: number): number | null {
    const table = bare(this.tokens[at] ?? '');
    if (!this.catalogue.has(table)) return null;
    let after = at + 1;
    if (upper[after] === 'AS') after++;
    const token = this.tokens[after];
    const named = token !== undefined && WORD.test(token) && !AFTER_TABLE.has(upper[after]!);
    this.found.push({ table, name: named ? bare(token) : table, equals: new Map(), words: null });
    return named ? after + 1 : after;
  }

  /** Where a part ends: at one of the words or at what follows the conditions, outside of brackets. */
  private end(upper: string[], from: number, words: string[]): number {
    let depth = 0;
    for (let at = from; at < upper.length; at++) {
      const token = upper[at]!;
      if (token === '(') depth++;
      else if (token === ')') depth--;
      else if (depth === 0 && (words.includes(token) || AFTER_WHERE.has(token))) return at;
    }
    return upper.length;
  }

  private conditions(upper: string[], from: number, to: number): void {
    let depth = 0;
    let start = from;
    for (let at = from; at <= to; at++) {
      if (upper[at] === '(') depth++;
      if (upper[at] === ')') depth--;
      if (at < to && (depth > 0 || upper[at] !== 'AND')) continue;
      this.condition(start, at);
      start = at + 1;
    }
  }

  private condition(start: number, end: number): void {
    const left = this.column(start, end);
    if (!left || this.tokens[left.after] !== '=') return;
    const at = left.after + 1;
    const right = this.column(at, end);
    if (right && right.after === end) this.same.push([left.seen, left.column, right.seen, right.column]);
    if (at + 1 === end) this.value(left.seen, left.column, at);
  }

  private value(seen: Seen, column: string, at: number): void {
    const token = this.tokens[at]!;
    if (token === '?') {
      const place = this.tokens.slice(0, at).filter((one) => one === '?').length;
      this.typeAt.set(place, this.catalogue.get(seen.table)!.get(column)!);
      seen.equals.set(column, { place });
    }
    if (token.startsWith(`'`)) seen.equals.set(column, { text: token.slice(1, -1).replaceAll(`''`, `'`) });
  }

  /** A column at a place, its table named or the only one that has it. */
  private column(at: number, end: number): { seen: Seen; column: string; after: number } | null {
    const token = this.tokens[at];
    if (at >= end || !token || !WORD.test(token)) return null;
    const qualified = this.tokens[at + 1] === '.';
    const column = bare(qualified ? (this.tokens[at + 2] ?? '') : token);
    const owners = this.found.filter(({ table, name }) => {
      return this.catalogue.get(table)!.has(column) && (!qualified || name === bare(token));
    });
    if (owners.length !== 1) return null;
    return { seen: owners[0]!, column, after: at + (qualified ? 3 : 1) };
  }

  /** The words that may be columns of a table: all but those that stand behind another table's name (a.state). */
  private wordsOf(seen: Seen): ReadonlySet<string> | null {
    const own = this.tokens.filter((_, at) => {
      const of = this.tokens[at - 1] === '.' ? bare(this.tokens[at - 2] ?? '') : seen.name;
      return of === seen.name || !this.found.some(({ name }) => name === of);
    });
    return own.includes('*') ? null : new Set(own.filter((token) => WORD.test(token)).map(bare));
  }

  /** What is known of one column is known of those that must be equal to it. */
  private spread(): void {
    for (const _ of this.found) {
      for (const [left, a, right, b] of this.same) {
        const known = left.equals.get(a) ?? right.equals.get(b);
        if (!known) continue;
        left.equals.set(a, known);
        right.equals.set(b, known);
      }
    }
  }

  private typesOf(places: number): ElementType[] | null {
    const types = Array.from({ length: places }, (_, place) => this.typeAt.get(place) ?? '');
    return types.every(isElementType) ? types : null;
  }
}

function bare(token: string): string {
  return token.startsWith('"') ? token.slice(1, -1) : token.toLowerCase();
}

/** Whether a token leaves the answer to rows and parameters: not one of a function that may tell the time, or draw. */
function isSteady(token: string, at: number, tokens: readonly string[]): boolean {
  if (/^(CURRENT_|LOCALTIME)/i.test(token)) return false;
  const before = tokens[at - 1] ?? '';
  return token !== '(' || !WORD.test(before) || STEADY.has(before.toUpperCase());
}
