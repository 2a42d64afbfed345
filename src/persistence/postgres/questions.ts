import type { Answer } from './batch.js';
import type { Reading } from '../answers/reach.js';
import { allAtOnce } from './sql.js';
import type { SqlValue } from '../tx.js';

type Ask = (sql: string, params: SqlValue[]) => Promise<Answer>;

interface Waiting {
  reading: Reading;
  params: SqlValue[];
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/**
 * Gathers the questions of all commands of a group until each of them waits, and asks those that differ only in their
 * parameters as one.
 */
export class Questions {
  private waiting = new Map<string, Waiting[]>();
  private planned = false;

  constructor(private readonly send: Ask) {}

  ask(reading: Reading, sql: string, params: SqlValue[]): Promise<Answer> {
    this.plan();
    return new Promise<Answer>((resolve, reject) => {
      const one = { reading, params, resolve, reject };
      const alike = this.waiting.get(sql);
      if (alike) alike.push(one);
      else this.waiting.set(sql, [one]);
    });
  }

  /** Sends what was asked so far. */
  flush(): void {
    this.planned = false;
    const { waiting } = this;
    if (waiting.size === 0) return;
    this.waiting = new Map();
    for (const [sql, alike] of waiting) this.sendAlike(sql, alike);
  }

  /** At the end of all microtasks, when nobody goes on by himself any more. */
  private plan(): void {
    if (this.planned) return;
    this.planned = true;
    queueMicrotask(() => process.nextTick(() => this.flush()));
  }

  private sendAlike(sql: string, alike: Waiting[]): void {
    const { types } = alike[0]!.reading;
    const params = alike.map((one) => one.params);
    const all = types && alike.length > 1 ? allAtOnce(sql, types, params) : null;
    if (!all) {
      for (const { params, resolve, reject } of alike) this.send(sql, params).then(resolve, reject);
      return;
    }
    const fail = (error: unknown) => alike.forEach(({ reject }) => reject(error));
    this.send(...all).then((answer) => distribute(answer, alike), fail);
  }
}

/** The first column is the place of the question, from 1; the others are its answer. */
function distribute({ columns, lists, command }: Answer, alike: Waiting[]): void {
  const parts = alike.map((): unknown[][] => []);
  for (const [place, ...values] of lists) parts[(place as number) - 1]!.push(values);
  const names = columns.slice(1);
  alike.forEach(({ resolve }, at) => resolve({ columns: names, lists: parts[at]!, count: parts[at]!.length, command }));
}
