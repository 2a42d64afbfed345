import type { LoggerService } from '@nestjs/common';
import type { Request, RequestHandler } from 'express';
import { type DestinationStream, type Logger, destination, pino, stdTimeFunctions } from 'pino';
import { requestIdOf } from './request-id.js';

type Level = 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal';

const STDERR = 2;

/** Nest tells of every module and route as it starts: of use to a developer only. */
const STARTING = new Set(['NestFactory', 'NestApplication', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer']);

/** The server log: one JSON line per entry on stderr, never a form's content, a query or a cookie. */
export class ServerLog implements LoggerService {
  private readonly pino: Logger;

  /** @param level the lowest level written; @param target where to, by default stderr */
  constructor(level: string = 'info', target: DestinationStream = destination({ fd: STDERR, sync: true })) {
    this.pino = pino({ level, base: null, timestamp: stdTimeFunctions.isoTime }, target);
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write(STARTING.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** One line of facts, for entries that are data rather than sentences. */
  entry(level: Level, facts: object, message: string): void {
    this.pino[level](facts, message);
  }

  /** Nest hands over the place last, and an error's stack before it. */
  private write(level: Level, message: unknown, rest: unknown[]): void {
    const texts = rest.filter((one): one is string => typeof one === 'string');
    const stack = texts.find((text) => text.includes('\n    at '));
    const context = texts.findLast((text) => text !== stack);
    const facts = message instanceof Error ? { err: message } : {};
    this.pino[level]({ ...facts, context, stack }, message instanceof Error ? message.message : String(message));
  }
}

/** Logs every answered request: number, method, path without its query, status, milliseconds. */
export function logRequests(log: ServerLog): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    const path = request.path;
    response.on('finish', () => {
      const ms = Math.round(performance.now() - started);
      log.entry('info', { ...requestFacts(request, path), status: response.statusCode, ms }, 'request');
    });
    next();
  };
}

function requestFacts(request: Request, path: string): object {
  return { id: requestIdOf(request), method: request.method, path };
}
