import { hash, verify } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';
import { Refusal } from '../shared/errors.js';

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const SHORTEST = 10;
const COMMON = /^(password|qiantou|admin|123456|12345678|nongmingong|renshe)/i;
const LETTERS = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** argon2id hash of a password, in PHC form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Whether a password is the one whose hash was stored; rejects for a text that is no hash. */
export function passwordFits(stored: string, password: string): Promise<boolean> {
  return verify(stored, password);
}

/** A random password that can be read out and typed: 16 characters, no look-alikes. */
export function randomPassword(): string {
  return [...randomBytes(16)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
}

/** Refuses a password that is short, of too few kinds of character, common, or holds the account name. */
export function refuseWeak(password: string, account: string): void {
  const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/].filter((kind) => kind.test(password)).length;
  if (password.length >= SHORTEST && kinds >= 3 && !COMMON.test(password) && !password.includes(account)) return;
  throw new Refusal('password_weak', '新密码过于简单。', {
    place: '新密码',
    cure: `至少 ${SHORTEST} 位，含大写字母、小写字母、数字、符号中的三种，不含账号名，不用常见口令。`,
  });
}
