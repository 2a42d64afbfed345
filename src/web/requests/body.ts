import express, { type Request, type RequestHandler, type Response } from 'express';
import { Refusal } from '../../shared/errors.js';

const FORM_BYTES = '1mb';
const JSON_BYTES = '1mb';
const LARGEST_FORM_FIELDS = 8000;
const FORM_DEPTH = 5;
const POLLUTING_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** The types of this version do not know `depth` yet; the parser does. */
const FORM_LIMITS = {
  extended: true,
  inflate: false,
  limit: FORM_BYTES,
  parameterLimit: LARGEST_FORM_FIELDS,
  depth: FORM_DEPTH,
};
const asForm = express.urlencoded(FORM_LIMITS);
const asJson = express.json({ inflate: false, limit: JSON_BYTES, strict: true });

/** Refuses compressed bodies before anything touches them: a decoder is never reached from outside. */
export const refuseEncodedBodies: RequestHandler = (request, _response, next) => {
  const encoding = request.headers['content-encoding'];
  if (encoding === undefined || encoding.toLowerCase() === 'identity') return next();
  next(new Refusal('encoded_body', '不接受压缩过的请求内容。', { cure: '请不要压缩，直接发送。' }));
};

/** Whether a request says that a body follows. */
export function hasBody(request: Request): boolean {
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
}

/** Runs an Express middleware as a promise. */
export function passed(middleware: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = (error?: unknown): void => (error ? reject(error) : resolve());
    void middleware(request, response, next);
  });
}

/** Reads a form or JSON body into `request.body`, within limits. Throws for other kinds and for polluting keys. */
export async function readBody(request: Request, response: Response): Promise<void> {
  if (!hasBody(request)) return;
  const parser = request.is('application/json')
    ? asJson
    : request.is('application/x-www-form-urlencoded')
      ? asForm
      : null;
  if (!parser) throw unknownKind();
  await passed(parser, request, response);
  refusePollutingKeys(request.body);
}

/** Refuses keys that would reach an object's prototype, at any depth. */
export function refusePollutingKeys(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (POLLUTING_KEYS.has(key)) throw new Refusal('bad_field_name', `不允许的字段名：${key}`, { place: key });
    refusePollutingKeys(inner);
  }
}

function unknownKind(): Refusal {
  return new Refusal('unknown_body_kind', '不认识的请求内容类型。', { cure: '请用表单或 JSON 发送。' });
}
