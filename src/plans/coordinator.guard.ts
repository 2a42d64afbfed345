import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { SessionRequest } from '../identity/me.decorator.js';
import { requireCoordinator, requireReader } from './plans.access.js';

/**
 * Addresses of the coordinating office: to everybody else they do not exist, whatever is asked of them, but that whoever
 * reads every plan may look.
 */
@Injectable()
export class CoordinatorGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { signedIn, method } = context.switchToHttp().getRequest<SessionRequest>();
    if (signedIn && method === 'GET') requireReader(signedIn);
    else if (signedIn) requireCoordinator(signedIn);
    return true;
  }
}
