import { isDeadline } from './beside-units.js';
import type { Token } from './tokens.js';
import { unitLike } from './unit-like.js';

/** Whether a word of a note may name who takes part. */
const isParty = (token: Token): boolean =>
  token.kind === 'group' ||
  token.kind === 'etc' ||
  (token.kind === 'name' && unitLike(token.text) && !isDeadline(token));

/**
 * “甲局牵头，乙局配合，联系方式另行公布”: the note's words without those behind the last verb's comma, where none of them names
 * a unit; `tail` is where those begin, -1 for none. Days and seasons among them stay.
 */
export function withoutTail(tokens: readonly Token[]): { own: readonly Token[]; tail: number } {
  const whole = { own: tokens, tail: -1 };
  if (tokens.some(({ kind }) => kind === 'label')) return whole;
  const last = tokens.findLastIndex(isParty);
  const said = tokens.findIndex(({ kind }, index) => index > last && kind === 'verb');
  const stop = tokens.findIndex((token, index) => index > said && token.kind === 'stop' && token.mark !== '、');
  const first = tokens.find((token, index) => index > stop && token.kind === 'name' && !isDeadline(token));
  if (last < 0 || said < 0 || stop < 0 || !first) return whole;
  if (tokens.slice(stop).some((token) => token.kind === 'verb' && token.verb !== 'carry_out')) return whole;
  return { own: tokens.filter((token, index) => index <= stop || isDeadline(token)), tail: first.start };
}
