import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { SignedIn } from './identity.service.js';

/** A request whose session was looked up; null when nobody is signed in. */
export type SessionRequest = Request & { signedIn?: SignedIn | null };

/** The signed-in person, for handlers behind the sign-in guard. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  return context.switchToHttp().getRequest<SessionRequest>().signedIn!;
});
