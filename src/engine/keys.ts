import type { Reader, Tx } from '../persistence/tx.js';
import { Refusal } from '../shared/errors.js';
import { canonical } from './canonical.js';
import { hashOf } from './chain.js';
import type { Answer, Command, Meta, Receipt } from './types.js';

/** What was asked for, so that a key that comes with something else is noticed. */
export function requestHash(meta: Meta, commands: Command[] | null): string {
  const shape = meta.request ?? commands?.map(withoutRevision) ?? '';
  return hashOf(canonical({ actor: meta.actor.user, shape }));
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

interface KeptAnswer {
  request: string;
  position: number | null;
  states: string;
}

/** The first answer to a key; null for a new key. Refusal: key_reused, when it comes with another request. */
export async function earlierAnswer(read: Reader, key: string, request: string): Promise<Answer | null> {
  const sql = 'SELECT request, position, states FROM idempotency WHERE key = ?';
  const found = await read.get<KeptAnswer>(sql, [key]);
  if (!found) return null;
  if (found.request === request.slice(0, KEPT)) return { receipts: await receiptsOf(read, found) };
  throw new Refusal('key_reused', '同一办理编号已用于另一项操作，本次没有执行。', { cure: '请刷新页面后重新提交。' });
}

/** The events of one command stand next to one another in the log. */
async function receiptsOf(read: Reader, { position, states }: KeptAnswer): Promise<Receipt[]> {
  const known = JSON.parse(states) as string[];
  const sql =
    'SELECT instance_id AS instance, seq AS revision, position FROM event WHERE position >= ? ORDER BY position LIMIT ?';
  const events = await read.all<Receipt>(sql, [position, known.length]);
  return events.map(({ instance, revision, position }, at) => ({ instance, revision, state: known[at]!, position }));
}

/**
 * Keeps the answer in the command's own transaction: where its events lie, and the states they led to. Fails, perhaps later,
 * when the key is there already.
 */
export function rememberKey(
  tx: Tx,
  key: string,
  request: string,
  { receipts }: Answer,
  recordedAt: number,
): Promise<void> {
  const position = receipts[0]?.position ?? null;
  const states = receipts.map(({ state }) => state);
  return tx.insert('idempotency', { key, request: request.slice(0, KEPT), position, states, recordedAt });
}

/** The keys whose commands are being carried out: a double click waits for the first click instead of failing on its row. */
export class Underway {
  private readonly works = new Map<string, Promise<unknown>>();

  /** Carries out `work`; where another of the key is at it, waits for that one and takes what `known` then finds. */
  async after<T>(key: string, work: () => Promise<T>, known: () => Promise<T | null>): Promise<T> {
    const first = this.works.get(key);
    if (!first) return this.first(key, work());
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
