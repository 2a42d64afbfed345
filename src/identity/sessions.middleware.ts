import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { cookieOf, type WebSession } from '../web/index.js';
import type { IdentityService } from './identity.service.js';
import type { SessionRequest } from './me.decorator.js';

/** Cookie of the session; over https with the __Host- prefix, which ties it to this host and to encryption. */
export function sessionCookie(secure: boolean): string {
  return secure ? '__Host-qiantou' : 'qiantou';
}

/** Looks up who is signed in, once per request. */
export function sessions(identity: IdentityService, secure: boolean): RequestHandler {
  const name = sessionCookie(secure);
  return (request: Request, _response: Response, next: NextFunction) => {
    const token = cookieOf(request, name);
    const found = token ? identity.whoHolds(token) : Promise.resolve(null);
    found.then((signedIn) => {
      (request as SessionRequest).signedIn = signedIn;
      next();
    }, next);
  };
}

/** The session as the web room asks for it. */
export function webSession(request: Request): WebSession | null {
  const signedIn = (request as SessionRequest).signedIn;
  if (!signedIn) return null;
  const { account, unitName, csrf } = signedIn;
  return { user: { id: account.id, name: account.name, unitId: account.unitId, unitName }, csrf };
}
