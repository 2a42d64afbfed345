import type { SqlValue } from './tx.js';

type Ask = (sql: string, params: SqlValue[]) => Promise<{ lists: unknown[][] }>;

/** A connection: what is only told goes out with what is asked next. */
export interface Asked {
  ask: Ask;
  tell: Ask;
  /** Sends what was told, at the end of this turn of the microtasks. */
  hasten(): void;
}

const LAST = 'SELECT pg_sequence_last_value(pg_get_serial_sequence(?, ?)::regclass)';
const DRAW = 'SELECT nextval(pg_get_serial_sequence(?, ?)) FROM generate_series(1, ?)';
const MOST_AHEAD = 64;

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

  constructor(
    private readonly session: Asked,
    private readonly names: [table: string, column: string],
  ) {}

  /** Asks for as many as a group has commands; to be called when its turn has come. */
  begin(commands: number): void {
    this.size = 1;
    this.ready = false;
    const missing = commands - this.free.length;
    const last = this.session.tell(LAST, this.names);
    const drawn = missing > 0 ? numbersOf(this.session.tell(DRAW, [...this.names, missing])) : null;
    this.turn = this.begun(last, drawn, commands);
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

  /** After a commit: what was used is gone. */
  committed(): void {
    this.free.splice(0, this.next);
    this.next = 0;
  }

  /** After a rollback: no row bears one of these numbers. */
  undone(): void {
    this.next = 0;
  }

  private hasten(): void {
    if (!this.ready) this.session.hasten();
  }

  private async begun(last: ReturnType<Ask>, drawn: Promise<number[]> | null, commands: number): Promise<void> {
    const [{ lists }, more] = await Promise.all([last, drawn]);
    this.ready = true;
    if (lists[0]?.[0] !== this.last) this.free = [];
    if (more) this.keep(more);
    if (this.free.length < commands) this.keep(await this.draw(commands - this.free.length));
  }

  private async take(): Promise<number> {
    if (this.next >= this.free.length) {
      this.keep(await this.draw(this.size));
      this.size = Math.min(this.size * 4, MOST_AHEAD);
    }
    return this.free[this.next++]!;
  }

  private draw(count: number): Promise<number[]> {
    return numbersOf(this.session.ask(DRAW, [...this.names, count]));
  }

  private keep(numbers: number[]): void {
    this.free.push(...numbers);
    this.last = numbers[numbers.length - 1] ?? this.last;
  }
}

async function numbersOf(answer: ReturnType<Ask>): Promise<number[]> {
  return (await answer).lists.map(([number]) => number as number);
}

/** The series that a connection has drawn from. */
export class Numbers {
  private readonly known = new Map<string, Series>();
  private commands = 1;

  constructor(private readonly session: Asked) {}

  /** A group of so many commands begins. */
  begin(commands: number): void {
    this.commands = commands;
    for (const series of this.known.values()) series.begin(commands);
  }

  of(table: string, column: string): Series {
    const name = `${table}.${column}`;
    let series = this.known.get(name);
    if (series) return series;
    this.known.set(name, (series = new Series(this.session, [table, column])));
    series.begin(this.commands);
    return series;
  }

  committed(): void {
    for (const series of this.known.values()) series.committed();
  }

  undone(): void {
    for (const series of this.known.values()) series.undone();
  }
}
