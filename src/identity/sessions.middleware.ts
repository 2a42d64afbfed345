import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { cookieOf, type WebSession } from '../web/index.js';
import type { ApiTokens } from './api-tokens.service.js';
import type { IdentityService } from './identity.service.js';
import type { SessionRequest } from './me.decorator.js';

/** Cookie of the session; over https with the __Host- prefix, which ties it to this host and to encryption. */
export function sessionCookie(secure: boolean): string {
  return secure ? '__Host-qiantou' : 'qiantou';
}

/** Looks up who is signed in, once per request: a person by cookie or, at the addresses for programs, a token's account. */
export function sessions(identity: IdentityService, tokens: ApiTokens, secure: boolean): RequestHandler {
  const name = sessionCookie(secure);
  return (request: Request, response: Response, next: NextFunction) => {
    const bearer = bearerToken(request);
    const token = cookieOf(request, name);
    const byCookie = () => (token ? identity.whoHolds(token) : Promise.resolve(null));
    const found = bearer === null ? byCookie() : tokens.whoHolds(bearer);
    found.then((signedIn) => {
      (request as SessionRequest).signedIn = signedIn;
      if (!signedIn && request.path.startsWith('/api/')) response.set('WWW-Authenticate', 'Bearer realm="qiantou"');
      if (signedIn?.mustChange && isPage(request)) return response.redirect(303, PASSWORD_PAGE);
      next();
    }, next);
  };
}

const PASSWORD_PAGE = '/password';

/** Whoever holds a password that another person set must change it before anything else. */
function isPage(request: Request): boolean {
  return !/^\/(password|sign-out|sign-in|assets\/|api\/|healthz|readyz|metrics)/.test(request.path);
}

/** The token of an Authorization header at an address for programs; null without such a header. */
function bearerToken(request: Request): string | null {
  const header = request.headers.authorization;
  if (header === undefined || !/^\/(api\/|metrics$)/.test(request.path)) return null;
  return /^Bearer ([\w-]{1,200})$/i.exec(header)?.[1] ?? '';
}

/** The session as the web room asks for it. */
export function webSession(request: Request): WebSession | null {
  const signedIn = (request as SessionRequest).signedIn;
  if (!signedIn) return null;
  const { account, unitName, csrf } = signedIn;
  return { user: { id: account.id, name: account.name, unitId: account.unitId, unitName }, csrf };
}
