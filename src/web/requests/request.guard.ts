import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { Refusal } from '../../shared/errors.js';
import type { SessionAccessor } from '../session.js';
import { passed, readBody, refusePollutingKeys } from './body.js';
import { takeFormMeta } from './form-meta.js';
import { refuseForeignOrigin } from './origin.js';
import { requireToken } from './token.js';
import { ACCEPTS_FILES, type FileLimits, multipartReader } from './upload.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * The way in for every changing request, after the sign-in guard: its origin, then its body within limits, then the
 * session's secret. Reading requests have no body here at all.
 */
export class RequestGuard implements CanActivate {
  private readonly reflector = new Reflector();

  constructor(
    private readonly sessions: SessionAccessor,
    private readonly publicOrigin?: string,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    if (SAFE_METHODS.has(request.method)) return true;
    const session = this.sessions(request);
    const byProgram = session !== null && session.csrf === null;
    if (!byProgram) refuseForeignOrigin(request, this.publicOrigin);
    await this.readAnyBody(context, request);
    const token = takeFormMeta(request);
    if (session && session.csrf !== null) requireToken(session.csrf, token);
    return true;
  }

  private async readAnyBody(context: ExecutionContext, request: Request): Promise<void> {
    const response = context.switchToHttp().getResponse<Response>();
    if (!request.is('multipart/form-data')) return readBody(request, response);
    const limits = this.reflector.get<FileLimits | undefined>(ACCEPTS_FILES, context.getHandler());
    if (!limits) throw new Refusal('files_not_accepted', '这里不接收文件。', { cure: '请返回上一页重新操作。' });
    await passed(multipartReader(limits), request, response);
    refusePollutingKeys(request.body);
  }
}
