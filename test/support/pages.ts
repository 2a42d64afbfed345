import { Global, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response as Answer } from 'express';
import { pastOf } from '../../src/core/core.module.js';
import { Engine } from '../../src/engine/engine.js';
import { PastRecords } from '../../src/engine/past.js';
import type { Actor } from '../../src/engine/types.js';
import type { SessionRequest } from '../../src/identity/me.decorator.js';
import { Database } from '../../src/persistence/database.js';
import { StoredFiles } from '../../src/persistence/stored-files.js';
import { Clock } from '../../src/shared/clock.js';
import { IdSource } from '../../src/shared/ids.js';
import { configureWeb, ServerLog, WebModule, webApplicationOptions, type WebSession } from '../../src/web/index.js';
import type { TestGround } from './ground.js';
import { storedFiles } from './stored-files.js';

/** Pages of some features over HTTP on a test ground; people are named instead of signing in. */
export interface TestPages {
  /** Scheme, host and port, for a browser. */
  origin: string;
  /** The page's HTML; anything but 200 comes as '<status> <address or body>'. */
  text(path: string, person: string): Promise<string>;
  get(path: string, person: string): Promise<Response>;
  post(path: string, person: string, fields: Record<string, string> | URLSearchParams | FormData): Promise<Response>;
  close(): Promise<void>;
}

/** Serves the pages of `modules` on 127.0.0.1. */
export async function openPages(
  ground: TestGround,
  people: Record<string, Actor>,
  modules: Type[],
): Promise<TestPages> {
  const app = await serve(ground, people, modules);
  const origin = await app.getUrl();
  const ask = (path: string, person: string, more: RequestInit = {}) => {
    const headers = { 'x-person': person, accept: 'text/html' };
    return fetch(origin + path, { ...more, headers, redirect: 'manual' });
  };
  return {
    origin,
    get: (path, person) => ask(path, person),
    text: async (path, person) => {
      const answer = await ask(path, person);
      if (answer.status === 200) return answer.text();
      return `${answer.status} ${answer.headers.get('location') ?? (await answer.text())}`;
    },
    post: (path, person, fields) => {
      const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
      return ask(path, person, { method: 'POST', body });
    },
    close: () => app.close(),
  };
}

async function serve(
  ground: TestGround,
  people: Record<string, Actor>,
  modules: Type[],
): Promise<NestExpressApplication> {
  @Module({ imports: [groundModule(ground), WebModule.forRoot(() => true), ...modules] })
  class PagesModule {}
  const log = new ServerLog('fatal');
  const app = await NestFactory.create<NestExpressApplication>(PagesModule, webApplicationOptions(log));
  app.use((request: Request, _answer: Answer, next: NextFunction) => {
    const actor = people[String(request.headers['x-person'])];
    if (actor) (request as SessionRequest).signedIn = { actor } as SessionRequest['signedIn'];
    next();
  });
  configureWeb(app, { sessions: sessionOf, log, secure: false });
  await app.listen(0, '127.0.0.1');
  return app;
}

function groundModule(ground: TestGround): Type {
  const { database, engine, clock, ids } = ground;
  const providers = [
    { provide: Database, useValue: database },
    { provide: Engine, useValue: engine },
    { provide: Clock, useValue: clock },
    { provide: IdSource, useValue: ids },
    { provide: StoredFiles, useValue: storedFiles(ground) },
    { provide: PastRecords, useValue: pastOf(database) },
  ];
  @Global()
  @Module({ providers, exports: providers.map((one) => one.provide) })
  class GroundModule {}
  return GroundModule;
}

function sessionOf(request: Request): WebSession | null {
  const actor = (request as SessionRequest).signedIn?.actor;
  return actor ? { user: { id: actor.user, name: actor.name, unitId: actor.unit, unitName: '' }, csrf: null } : null;
}

/** The flash that a page left, in words. */
export function flashOf(answer: Response): string {
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('qiantou_flash='));
  const value = /=([^;]*)/.exec(cookie ?? '')?.[1] ?? '';
  return (JSON.parse(Buffer.from(value, 'base64url').toString()) as { text: string }).text;
}
