import type { Answer } from './batch.js';
import type { SqlValue } from '../tx.js';

type Ask = (sql: string, params?: SqlValue[]) => Promise<Answer>;

/**
 * What a group of commands begins with: 'known', what is known from the group before; 'asked', what it is told by the server;
 * 'drawn', the same, where other nodes are likely to have drawn numbers meanwhile.
 */
export type Beginning = 'known' | 'asked' | 'drawn';

/** A connection: what is only told goes out with what is asked next. */
export interface Asked {
  ask: Ask;
  tell: Ask;
  /** Sends what was told, at the end of this turn of the microtasks. */
  hasten(): void;
}

const LAST = 'SELECT pg_sequence_last_value(pg_get_serial_sequence(?, ?)::regclass)';
const DRAW = `SELECT nextval(sequence) FROM generate_series(1, ?),
  (SELECT pg_get_serial_sequence(?, ?)::regclass AS sequence OFFSET 0) AS found`;
const MOST_AHEAD = 64;
/** Groups for which numbers are drawn at once where nobody else draws, and how many a group must find. */
const GROUPS_AHEAD = 8;
const GROUPS_KEPT = 2;

/**
 * The numbers that a table draws for its rows, drawn ahead by the one writer whose turn it is: each command of a group has one
 * set aside for it, in the order of the group. What a group did not use serves the next one, unless another node has drawn
 * meanwhile: later rows have higher numbers, whoever writes them.
 */
export class Series {
  private free: number[] = [];
  private next = 0;
  private last = 0;
  private size = 1;
  private turn: Promise<unknown> = Promise.resolve();
  private ready = false;
  /** Commands of this group, and of the one before. */
  private commands: [now: number, before: number] = [0, 0];

  constructor(
    private readonly session: Asked,
    private readonly names: [table: string, column: string],
  ) {}

  /**
   * Sees to it that there are as many as a group has commands; to be called when its turn has come. A group that rests on what
   * is known from before fails where another node could have drawn.
   */
  begin(commands: number, beginning: Beginning): void {
    this.size = 1;
    this.commands = [commands, this.commands[0]];
    if (beginning === 'drawn') this.free = [];
    this.ready = beginning === 'known' && this.free.length >= commands;
    this.turn = this.ready ? Promise.resolve() : this.begun(commands, beginning);
    this.turn.catch(() => undefined);
  }

  /** The number set aside for a command of the group, by its place. */
  async at(place: number): Promise<number> {
    this.hasten();
    await this.turn;
    return this.free[place]!;
  }

  /** The command at this place has used its number: those before it are not given out any more. */
  used(place: number): void {
    this.next = Math.max(this.next, place + 1);
  }

  /** The next number after all that were used; one call waits for the other. */
  following(): Promise<number> {
    this.hasten();
    const number = this.turn.then(() => this.take());
    this.turn = number;
    this.turn.catch(() => undefined);
    return number;
  }

  /** With a commit: what was used is gone. Where nobody else draws, the next groups' are drawn along with it, before they lack. */
  pass(alone: boolean): void {
    this.free.splice(0, this.next);
    this.next = 0;
    const most = Math.max(...this.commands);
    if (!alone || this.free.length >= GROUPS_KEPT * most) return;
    this.draw('tell', GROUPS_AHEAD * most - this.free.length).catch(() => undefined);
  }

  /** After a rollback: no row bears one of these numbers. */
  undone(): void {
    this.next = 0;
  }

  private hasten(): void {
    if (!this.ready) this.session.hasten();
  }

  private async begun(commands: number, beginning: Beginning): Promise<void> {
    const last = beginning === 'asked' ? this.session.tell(LAST, this.names) : null;
    const wanted = beginning === 'drawn' ? GROUPS_AHEAD * commands : commands;
    const missing = wanted - this.free.length;
    // They come after the answer on the last one; what is free until then may have to be given up.
    const drawn = missing > 0 ? this.session.tell(DRAW, [missing, ...this.names]) : null;
    if (last && (await last).lists[0]?.[0] !== this.last) this.free = [];
    if (drawn) this.keep(numbersOf(await drawn));
    this.ready = true;
    if (this.free.length < commands) await this.draw('ask', commands - this.free.length);
  }

  private async take(): Promise<number> {
    if (this.next >= this.free.length) {
      await this.draw('ask', this.size);
      this.size = Math.min(this.size * 4, MOST_AHEAD);
    }
    return this.free[this.next++]!;
  }

  private async draw(how: 'ask' | 'tell', count: number): Promise<void> {
    this.keep(numbersOf(await this.session[how](DRAW, [count, ...this.names])));
  }

  private keep(numbers: number[]): void {
    this.free.push(...numbers);
    this.last = numbers[numbers.length - 1] ?? this.last;
  }
}

function numbersOf({ lists }: { lists: unknown[][] }): number[] {
  return lists.map(([number]) => number as number);
}

/** The series that a connection has drawn from. */
export class Numbers {
  private readonly known = new Map<string, Series>();
  private group: [commands: number, beginning: Beginning] = [1, 'asked'];

  constructor(private readonly session: Asked) {}

  /** A group of so many commands begins; see Series. */
  begin(commands: number, beginning: Beginning): void {
    this.group = [commands, beginning];
    for (const series of this.known.values()) series.begin(commands, beginning);
  }

  of(table: string, column: string): Series {
    const name = `${table}.${column}`;
    let series = this.known.get(name);
    if (series) return series;
    this.known.set(name, (series = new Series(this.session, [table, column])));
    series.begin(...this.group);
    return series;
  }

  pass(alone: boolean): void {
    for (const series of this.known.values()) series.pass(alone);
  }

  undone(): void {
    for (const series of this.known.values()) series.undone();
  }
}
