import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { ServerLog } from '../logger.js';
import { requestIdOf } from '../request-id.js';
import type { Shell } from '../shell.js';
import { type Failure, failureOf } from './failure.js';

const SIGN_IN = '/sign-in';
const MAY_TRY_AGAIN = new Set([429, 503]);
const RETRY_SECONDS = '5';

/** Answers every error: JSON for programs, a small notice for a part of a page, a page for people. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(
    private readonly shell: Shell,
    private readonly log: ServerLog,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const failure = failureOf(error);
    this.note(error, failure, request);
    if (response.headersSent) return void response.destroy();
    if (MAY_TRY_AGAIN.has(failure.status)) response.set('Retry-After', RETRY_SECONDS);
    if (wantsJson(request)) return void response.status(failure.status).json(jsonOf(failure, request));
    if (mustSignIn(failure, request)) return response.redirect(303, signInAddress(request));
    this.page(failure, request, response);
  }

  private note(error: unknown, failure: Failure, request: Request): void {
    const facts = { id: requestIdOf(request), method: request.method, path: request.path, code: failure.code };
    if (failure.ours) this.log.entry('error', { ...facts, err: error }, 'request failed');
    else this.log.entry('info', { ...facts, status: failure.status }, 'request refused');
  }

  private page(failure: Failure, request: Request, response: Response): void {
    const template = request.headers['hx-request'] ? 'pages/errors/notice' : 'pages/errors/error';
    const shell = this.shell.for(request, response);
    response.status(failure.status);
    response.render(template, { ...viewOf(failure, request), shell }, (error: Error | null, html?: string) => {
      if (error) this.plainly(error, failure, request, response);
      else response.send(html);
    });
  }

  /** The last resort, when not even the error page can be made: the words alone, never Express' own page. */
  private plainly(error: Error, failure: Failure, request: Request, response: Response): void {
    this.log.entry('error', { id: requestIdOf(request), err: error }, 'error page failed');
    response
      .type('text/plain')
      .send(`${failure.message}${failure.detail.cure ?? ''}（编号 ${requestIdOf(request)}）\n`);
  }
}

function wantsJson(request: Request): boolean {
  return /^\/(api\/|readyz$)/.test(request.path) || request.accepts(['html', 'json']) === 'json';
}

function jsonOf({ code, message, detail }: Failure, request: Request): object {
  return { code, message, detail, requestId: requestIdOf(request) };
}

function mustSignIn(failure: Failure, request: Request): boolean {
  return failure.code === 'not_signed_in' && request.method === 'GET' && !request.headers['hx-request'];
}

function signInAddress(request: Request): string {
  return `${SIGN_IN}?next=${encodeURIComponent(request.originalUrl)}`;
}

function viewOf(failure: Failure, request: Request): object {
  const { status, code, message, detail } = failure;
  const titles: Record<number, string> = { 404: '没有找到', 500: '系统出错' };
  return {
    title: titles[status] ?? '没有办成',
    nav: null,
    code,
    message,
    place: placeOf(failure),
    cure: detail.cure ?? null,
    status,
    returnTo: backTo(request),
    requestId: requestIdOf(request),
  };
}

/** Where the fault is; a field's name inside the program says nothing to a person, its message does. */
function placeOf({ code, detail }: Failure): string | null {
  const place = detail.place ?? null;
  return code === 'invalid_input' && /^[A-Za-z][\w.、]*$/.test(place ?? '') ? null : place;
}

/** The page the person came from, if it is one of ours; else the front page. */
function backTo(request: Request): string {
  try {
    const from = new URL(request.headers.referer ?? '');
    return from.host === request.headers.host ? `${from.pathname}${from.search}` : '/';
  } catch {
    return '/';
  }
}
