import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Refusal } from '../shared/errors.js';
import { PUBLIC_ROUTE } from '../web/index.js';
import type { SessionRequest } from './me.decorator.js';

/** Nothing answers without a sign-in unless its handler says so. Refusal: not_signed_in. */
@Injectable()
export class SignInGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const open = this.reflector.getAllAndOverride<boolean>(PUBLIC_ROUTE, [context.getHandler(), context.getClass()]);
    if (open || context.switchToHttp().getRequest<SessionRequest>().signedIn) return true;
    throw new Refusal('not_signed_in', '还没有登录，或登录已过期。', { cure: '请登录后再试。' });
  }
}
