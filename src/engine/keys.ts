import type { Reader, Tx } from '../persistence/tx.js';
import { Refusal } from '../shared/errors.js';
import { canonical } from './canonical.js';
import { hashOf, type EventBody } from './chain.js';
import type { Answer, Command, Meta, Receipt, SendCommand } from './types.js';

/** What comes with a key, so that a key that comes with something else is noticed. */
export interface Asked {
  actor: string;
  /** The one act that was asked for, as its event will show it; null where it is more, or planned inside. */
  act: SendCommand | null;
  /** Of all that was asked for; made only where it is needed. */
  hash(): string;
}

/** What somebody asks for with these commands; null for commands that are planned inside. */
export function askedOf({ actor: { user: actor }, request }: Meta, commands: Command[] | null): Asked {
  const only = request === undefined && commands?.length === 1 ? commands[0]! : null;
  const act = only?.kind === 'send' && !only.asSystem ? only : null;
  const shape = () => request ?? commands?.map(withoutRevision) ?? '';
  return { actor, act, hash: () => hashOf(canonical({ actor, shape: shape() })) };
}

/** What the page had seen, and ids drawn anew for each try, are not part of the request. */
function withoutRevision(command: Command): unknown {
  if (command.kind === 'start') return { ...command, id: null };
  if (command.kind === 'migrate') return command;
  const { kind, instance, type, payload = null, onBehalf = null, asSystem } = command;
  return { asSystem, instance, kind, onBehalf, payload, seenRevision: null, type };
}

/** Characters of the request's hash that are kept: enough to notice another request, which nobody gains by forging. */
const KEPT = 32;
/** Stands for the hash where the event itself shows what was asked for. */
const SHOWN = '';

interface KeptAnswer {
  request: string;
  position: number | null;
  states: string;
}

interface AnsweredEvent extends Omit<Receipt, 'state'> {
  body: string;
}

/** The first answer to a key; null for a new key. Refusal: key_reused, when it comes with another request. */
export async function earlierAnswer(read: Reader, key: string, asked: Asked): Promise<Answer | null> {
  const sql = 'SELECT request, position, states FROM idempotency WHERE key = ?';
  const found = await read.get<KeptAnswer>(sql, [key]);
  if (!found) return null;
  const states = JSON.parse(found.states) as string[];
  const events = await answeredEvents(read, found.position, states.length);
  if (isSame(asked, found.request, events))
    return { receipts: events.map((event, at) => receiptOf(event, states[at]!)) };
  throw new Refusal('key_reused', '同一办理编号已用于另一项操作，本次没有执行。', { cure: '请刷新页面后重新提交。' });
}

/** The events of one command stand next to one another in the log. */
function answeredEvents(read: Reader, from: number | null, count: number): Promise<AnsweredEvent[]> {
  const sql =
    'SELECT instance_id AS instance, seq AS revision, position, body FROM event WHERE position >= ? ORDER BY position LIMIT ?';
  return read.all<AnsweredEvent>(sql, [from, count]);
}

function receiptOf({ instance, revision, position }: AnsweredEvent, state: string): Receipt {
  return { instance, revision, state, position };
}

function isSame(asked: Asked, request: string, [first]: AnsweredEvent[]): boolean {
  if (request !== SHOWN) return asked.hash().slice(0, KEPT) === request;
  return (
    first !== undefined && asked.act !== null && isShown(asked.act, asked.actor, JSON.parse(first.body) as EventBody)
  );
}

function isShown({ instance, type, payload = {}, onBehalf }: SendCommand, actor: string, body: EventBody): boolean {
  if (body.instance !== instance || body.type !== type || body.actor !== actor) return false;
  return canonical([payload, onBehalf]) === canonical([body.payload, body.onBehalf]);
}

/**
 * Keeps the answer in the command's own transaction: where its events lie, and the states they led to. Fails, perhaps later,
 * when the key is there already.
 */
export function rememberKey(
  tx: Tx,
  key: string,
  asked: Asked,
  { receipts }: Answer,
  recordedAt: number,
): Promise<void> {
  const position = receipts[0]?.position ?? null;
  const states = receipts.map(({ state }) => state);
  const request = asked.act ? SHOWN : asked.hash().slice(0, KEPT);
  return tx.insert('idempotency', { key, request, position, states, recordedAt });
}

/** The keys whose commands are being carried out: a double click waits for the first click instead of failing on its row. */
export class Underway {
  private readonly works = new Map<string, Promise<unknown>>();

  /** Carries out `work`; where another of the key is at it, waits for that one and takes what `known` then finds. */
  after<T>(key: string, work: () => Promise<T>, known: () => Promise<T | null>): Promise<T> {
    const first = this.works.get(key);
    return first ? this.second(first, work, known) : this.first(key, work());
  }

  private async second<T>(first: Promise<unknown>, work: () => Promise<T>, known: () => Promise<T | null>): Promise<T> {
    await first.catch(() => null);
    return (await known()) ?? work();
  }

  private async first<T>(key: string, work: Promise<T>): Promise<T> {
    this.works.set(key, work);
    try {
      return await work;
    } finally {
      this.works.delete(key);
    }
  }
}
