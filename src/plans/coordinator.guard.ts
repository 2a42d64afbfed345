import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { SessionRequest } from '../identity/me.decorator.js';
import { requireCoordinator } from './plans.access.js';

/** Addresses of the coordinating office: to everybody else they do not exist, whatever is asked of them. */
@Injectable()
export class CoordinatorGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { signedIn } = context.switchToHttp().getRequest<SessionRequest>();
    if (signedIn) requireCoordinator(signedIn);
    return true;
  }
}
