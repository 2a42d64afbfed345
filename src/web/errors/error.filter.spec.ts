import type { ArgumentsHost } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import type { Request, Response } from 'express';
import { ServerLog } from '../logger.js';
import { Shell } from '../shell.js';
import { ErrorFilter } from './error.filter.js';

/** An answer whose pages cannot be made, as when the templates were never built. */
class BrokenAnswer {
  code = 0;
  sent = '';
  headersSent = false;

  status(code: number): this {
    this.code = code;
    return this;
  }

  type(): this {
    return this;
  }

  send(text: string): void {
    this.sent = text;
  }

  render(_name: string, _view: object, done: (error: Error) => void): void {
    done(new Error('No template'));
  }
}

describe('an error whose page cannot be made', () => {
  it('still answers in Chinese, tells nothing of the inside, and is logged', () => {
    const lines: string[] = [];
    const log = new ServerLog('info', { write: (line: string) => void lines.push(line) });
    const answer = new BrokenAnswer();
    const request = { headers: {}, path: '/plans', method: 'GET', accepts: () => 'html' } as unknown as Request;
    const http = { getRequest: () => request, getResponse: () => answer as unknown as Response };
    const host = { switchToHttp: () => http } as unknown as ArgumentsHost;
    new ErrorFilter(new Shell(() => null, {}), log).catch(new Error('inner'), host);
    expect([answer.code, answer.sent]).toEqual([500, expect.stringMatching(/^系统内部出错。.*编号/)]);
    expect(answer.sent).not.toMatch(/inner|template/);
    expect(lines.join('')).toContain('No template');
  });
});
