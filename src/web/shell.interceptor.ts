import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Observable } from 'rxjs';
import type { Shell } from './shell.js';

/** Gives each page the shell as `@root.shell`, whether it comes by @Render or by response.render. */
export class ShellInterceptor implements NestInterceptor {
  constructor(private readonly shell: Shell) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    const shell = lazily(() => this.shell.for(request, response));
    Object.defineProperty(response.locals, 'shell', { enumerable: true, get: shell });
    return next.handle();
  }
}

/** Made only when a page is rendered: an answer without a page must not eat the waiting notice. */
function lazily<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
