import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';

const ids = new WeakMap<object, string>();

/** Number of a request, the same in the log, in the answer's X-Request-Id and on an error page. */
export function requestIdOf(request: Request): string {
  return ids.get(request) ?? '';
}

/** Gives every request a number of ours; what a caller sends as one is not believed. */
export const numberRequests: RequestHandler = (request, response, next) => {
  const id = randomUUID();
  ids.set(request, id);
  response.set('X-Request-Id', id);
  next();
};
