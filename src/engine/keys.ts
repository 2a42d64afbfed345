import type { Reader, Tx } from '../persistence/tx.js';
import { Refusal } from '../shared/errors.js';
import { canonical } from './canonical.js';
import { hashOf } from './chain.js';
import type { Answer, Command, Meta } from './types.js';

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

/** The first answer to a key; null for a new key. Refusal: key_reused, when it comes with another request. */
export async function earlierAnswer(read: Reader, key: string, request: string): Promise<Answer | null> {
  const sql = 'SELECT request, answer FROM idempotency WHERE key = ?';
  const found = await read.get<{ request: string; answer: string }>(sql, [key]);
  if (!found) return null;
  if (found.request === request) return JSON.parse(found.answer) as Answer;
  throw new Refusal('key_reused', '同一办理编号已用于另一项操作，本次没有执行。', { cure: '请刷新页面后重新提交。' });
}

/** Keeps the first answer in the command's own transaction. */
export function rememberAnswer(
  tx: Tx,
  key: string,
  request: string,
  answer: Answer,
  recordedAt: number,
): Promise<void> {
  return tx.insert('idempotency', { key, request, answer: JSON.stringify(answer), recordedAt });
}
