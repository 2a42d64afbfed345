import { createHash } from 'node:crypto';
import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { Request } from 'express';
import { v7 } from 'uuid';
import { Refusal } from '../../shared/errors.js';

/** What every command of a page carries beside its fields. */
export interface FormMeta {
  /** Idempotency key: sending the same form twice gives the same key. */
  key: string;
  /** Revision of the thing as the page showed it; null when the form is not about one thing. */
  seenRevision: number | null;
}

const metas = new WeakMap<Request, FormMeta>();
const KEY_SHAPE = /^[\w.:-]{8,120}$/;

/** Parameter of a handler: key and seen revision of the form just sent. */
export const SentForm = createParamDecorator((_data: unknown, context: ExecutionContext): FormMeta =>
  formMetaOf(context.switchToHttp().getRequest<Request>()),
);

/** A new key. It ascends with time: of keys that are sent together the rows lie together, in few pages of the database. */
export const drawKey = (): string => v7();

/** Key and seen revision of a request; a request without a key gets one of its own. */
export function formMetaOf(request: Request): FormMeta {
  return metas.get(request) ?? { key: drawKey(), seenRevision: null };
}

/**
 * Takes `_csrf`, `_key` and `_rev` out of the body, so that handlers see the form's own fields only. Programs send
 * them as X-CSRF-Token, Idempotency-Key and If-Match.
 * @returns the form's secret, null when it carries none
 */
export function takeFormMeta(request: Request): string | null {
  const body = fieldsOf(request.body);
  const token = textOf(body._csrf) ?? textOf(request.headers['x-csrf-token']);
  const key = textOf(body._key) ?? textOf(request.headers['idempotency-key']);
  const revision = textOf(body._rev) ?? textOf(request.headers['if-match']);
  metas.set(request, { key: keyFor(request, key), seenRevision: revisionFrom(revision) });
  for (const name of ['_csrf', '_key', '_rev']) delete body[name];
  return token;
}

function fieldsOf(body: unknown): Record<string, unknown> {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** All forms of one page share its key; the address they go to tells them apart. */
function keyFor(request: Request, sent: string | null): string {
  if (sent === null) return drawKey();
  if (!KEY_SHAPE.test(sent)) throw new Refusal('bad_key', '页面的提交编号不完整。', { cure: '请刷新页面后再提交。' });
  return `${sent}:${createHash('sha256').update(request.path).digest('hex').slice(0, 12)}`;
}

function revisionFrom(sent: string | null): number | null {
  if (sent === null) return null;
  const digits = sent.replace(/^"|"$/g, '');
  if (/^\d{1,12}$/.test(digits)) return Number(digits);
  throw new Refusal('bad_revision', '页面的版本号不完整。', { cure: '请刷新页面后再提交。' });
}
