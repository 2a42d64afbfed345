import { createHash, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../../shared/errors.js';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Refuses a form whose secret is missing or not this session's. Compared in constant time. */
export function requireToken(expected: string, given: string | null): void {
  if (given !== null && timingSafeEqual(digest(expected), digest(given))) return;
  throw new Refusal('bad_form_token', '页面已过期或登录已更换，这次提交没有生效。', {
    cure: '请返回上一页，刷新后再提交。',
  });
}
