import type { Tx } from '../../src/persistence/tx.js';

/** A row of keys, as the specs of groups write it. */
export interface Row {
  key: string;
  request: string;
  states: string;
  recordedAt: number;
}

/** A table as plain data, by key. */
type Model = Map<string, Row>;

/** One thing that a command does, on the database and in the model; both give the same answer. */
interface Step {
  on(tx: Tx): Promise<unknown>;
  inModel(model: Model): unknown;
}

/** What a command was told, under which number, and which of the commands it was. */
export interface Told {
  at: number;
  number: number;
  answers: unknown[];
}

export interface RandomCommand {
  on(tx: Tx): Promise<Told>;
  inModel(model: Model): unknown[];
}

type Draw = (below: number) => number;

const GROUPS = 25;
const COMMANDS = 12;
const KEYS = ['a', 'b', 'c', 'd', 'e'];
const REQUESTS = ['r', 's'];
const BY_KEY = 'SELECT request, states, recorded_at FROM idempotency WHERE key = ?';
const BY_REQUEST = 'SELECT key, recorded_at FROM idempotency WHERE request = ? ORDER BY key';

const sorted = (model: Model) => [...model.values()].sort((a, b) => (a.key < b.key ? -1 : 1));

const kinds: ((draw: Draw) => Step)[] = [put, bump, touchAll, move, remove, readOne, readSome, sumUp, askServer];

/** Groups of commands that read and write a handful of rows in all the ways a transaction offers, repeatable by the seed. */
export function randomCommands(seed: number): RandomCommand[][] {
  const draw = drawing(seed);
  const steps = () => Array.from({ length: 1 + draw(4) }, () => kinds[draw(kinds.length)]!(draw));
  const command = (_: unknown, at: number) => commandOf(at, draw, steps(), draw(10) === 0);
  return Array.from({ length: GROUPS }, () => Array.from({ length: COMMANDS }, command));
}

/** So many commands that mostly read, seldom change and never fail, which leave what a node knows as it is. */
export function calmCommands(seed: number, count: number): RandomCommand[] {
  const draw = drawing(seed);
  const calm = [readOne, readOne, readSome, sumUp, readOne, put, move, touchAll];
  const step = () => (draw(60) === 0 ? askServer(draw) : calm[draw(calm.length)]!(draw));
  return Array.from({ length: count }, (_, at) =>
    commandOf(at, draw, Array.from({ length: 1 + draw(2) }, step), false),
  );
}

/** Whether the answers and the rows are those of the commands carried out one after the other in the order of their numbers. */
export function isSerial(before: Row[], told: Told[], commands: RandomCommand[], after: Row[]): boolean {
  const model: Model = new Map(before.map((row) => [row.key, { ...row }]));
  const inOrder = [...told].sort((a, b) => a.number - b.number);
  const same = inOrder.every(({ at, answers }) => alike(commands[at]!.inModel(model), answers));
  return same && alike(sorted(model), after);
}

const alike = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function commandOf(at: number, draw: Draw, steps: Step[], fails: boolean): RandomCommand {
  const numbered = draw(steps.length + 1);
  const number = (tx: Tx) =>
    tx.append('access_log', { at, accountId: null, action: 'serial', detail: null, address: null }, 'id');
  return {
    async on(tx) {
      const told: Told = { at, number: 0, answers: [] };
      for (const [n, step] of steps.entries()) {
        if (n === numbered) told.number = await number(tx);
        told.answers.push((await step.on(tx)) ?? null);
      }
      if (numbered === steps.length) told.number = await number(tx);
      if (fails) throw new Error('drawn to fail');
      return told;
    },
    inModel: (model) => steps.map((step) => step.inModel(model) ?? null),
  };
}

function put(draw: Draw): Step {
  const row = { key: KEYS[draw(5)]!, request: REQUESTS[draw(2)]!, states: `${draw(1_000)}`, recordedAt: 0 };
  return {
    async on(tx) {
      if (await tx.get('SELECT key FROM idempotency WHERE key = ?', [row.key])) {
        await tx.update('idempotency', { states: row.states }, { key: row.key });
      } else await tx.insert('idempotency', row);
    },
    inModel(model) {
      const known = model.get(row.key);
      if (known) known.states = row.states;
      else model.set(row.key, { ...row });
    },
  };
}

function bump(draw: Draw): Step {
  const key = KEYS[draw(5)]!;
  return {
    async on(tx) {
      const known = await tx.get<Row>(BY_KEY, [key]);
      if (!known) return;
      const { recordedAt } = known;
      const missed = () => new Error('the row has changed since it was read');
      await tx.change('idempotency', { recordedAt: recordedAt + 1 }, { key, recordedAt }, missed);
    },
    inModel(model) {
      const known = model.get(key);
      if (known) known.recordedAt++;
    },
  };
}

function touchAll(draw: Draw): Step {
  const [request, states] = [REQUESTS[draw(2)]!, `all ${draw(1_000)}`];
  return {
    on: (tx) => tx.update('idempotency', { states }, { request }).then(() => null),
    inModel: (model) => {
      for (const row of model.values()) if (row.request === request) row.states = states;
    },
  };
}

function move(draw: Draw): Step {
  const [from, request] = draw(2) === 0 ? ['r', 's'] : ['s', 'r'];
  const key = KEYS[draw(5)]!;
  return {
    on: (tx) => tx.update('idempotency', { request }, { key, request: from }).then(() => null),
    inModel: (model) => {
      const known = model.get(key);
      if (known?.request === from) known.request = request!;
    },
  };
}

function remove(draw: Draw): Step {
  const key = KEYS[draw(5)]!;
  return {
    on: (tx) => tx.remove('idempotency', { key }).then(() => null),
    inModel: (model) => void model.delete(key),
  };
}

function readOne(draw: Draw): Step {
  const key = KEYS[draw(5)]!;
  return {
    on: (tx) => tx.get(BY_KEY, [key]),
    inModel: (model) => {
      const known = model.get(key);
      return known && { request: known.request, states: known.states, recordedAt: known.recordedAt };
    },
  };
}

function readSome(draw: Draw): Step {
  const request = REQUESTS[draw(2)]!;
  return {
    on: (tx) => tx.all(BY_REQUEST, [request]),
    inModel: (model) =>
      sorted(model)
        .filter((row) => row.request === request)
        .map(({ key, recordedAt }) => ({ key, recordedAt })),
  };
}

function sumUp(): Step {
  return {
    on: (tx) => tx.get('SELECT count(*) AS n, coalesce(sum(recorded_at), 0) AS total FROM idempotency'),
    inModel: (model) => ({ n: model.size, total: sorted(model).reduce((sum, row) => sum + row.recordedAt, 0) }),
  };
}

/** A change in words of its own, whose count is asked for. */
function askServer(draw: Draw): Step {
  const request = REQUESTS[draw(2)]!;
  const sql = 'UPDATE idempotency SET recorded_at = recorded_at + 10 WHERE request = ? AND recorded_at < 5';
  return {
    on: (tx) => tx.run(sql, [request]),
    inModel: (model) => {
      const met = sorted(model).filter((row) => row.request === request && row.recordedAt < 5);
      met.forEach((row) => (row.recordedAt += 10));
      return met.length;
    },
  };
}

function drawing(seed: number): Draw {
  let state = seed * 2_654_435_761;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return Math.floor(((state ^ (state >>> 13)) >>> 0) / (0x1_0000_0000 / below));
  };
}
