import type { NestApplicationOptions } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RequestHandler } from 'express';
import { AssetStore } from './assets.js';
import { ErrorFilter } from './errors/error.filter.js';
import { type ServerLog, logRequests } from './logger.js';
import { numberRequests } from './request-id.js';
import { refuseEncodedBodies } from './requests/body.js';
import { RequestGuard } from './requests/request.guard.js';
import { noStore, securityHeaders } from './security-headers.js';
import type { SessionAccessor } from './session.js';
import { Shell } from './shell.js';
import { ShellInterceptor } from './shell.interceptor.js';
import { chineseValidation } from './validation.js';
import { useTemplates } from './views.js';

export interface WebOptions {
  /** Who is signed in, as identity knows it. */
  sessions: SessionAccessor;
  log: ServerLog;
  /** Finds out who is signed in, where that needs a look into the database; runs for pages, not for assets. */
  sessionLookup?: RequestHandler;
  /** Whether people reach the server by https. */
  secure: boolean;
  /** Scheme and host under which people reach the server when a proxy stands before it. */
  publicOrigin?: string;
  /** Express' "trust proxy", when one stands before the server. */
  trustProxy?: string;
}

/** Options with which the composition must create the application: bodies are read by our guard, not before it. */
export function webApplicationOptions(log: ServerLog): NestApplicationOptions {
  return { bodyParser: false, logger: log, abortOnError: false };
}

/**
 * Sets up what every page shares: headers, assets, templates, the way in for changing requests, Chinese checks and
 * errors. Call before `app.listen`. A global sign-in guard must be registered as APP_GUARD, so that it comes before
 * the guard that reads bodies.
 */
export function configureWeb(app: NestExpressApplication, options: WebOptions): void {
  const assets = new AssetStore();
  const shell = new Shell(options.sessions, assets.urls());
  if (options.trustProxy) app.set('trust proxy', options.trustProxy);
  app.set('query parser', 'simple');
  useTemplates(app);
  app.use(securityHeaders(options.secure), assets.handler());
  app.use(numberRequests, logRequests(options.log), noStore, refuseEncodedBodies);
  if (options.sessionLookup) app.use(options.sessionLookup);
  app.useGlobalGuards(new RequestGuard(options.sessions, options.publicOrigin));
  app.useGlobalInterceptors(new ShellInterceptor(shell));
  app.useGlobalPipes(chineseValidation());
  app.useGlobalFilters(new ErrorFilter(shell, options.log));
}
