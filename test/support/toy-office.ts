import 'reflect-metadata';
import { type AddressInfo } from 'node:net';
import { Body, Controller, Get, HttpCode, Module, Post, Redirect, Render, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { IsString, MaxLength } from 'class-validator';
import type { Request, Response } from 'express';
import { Refusal } from '../../src/shared/errors.js';
import {
  AcceptsFiles,
  type FormMeta,
  type ReceivedFile,
  ReceivedFiles,
  SentForm,
  ServerLog,
  WebModule,
  type WebSession,
  configureWeb,
  cookieOf,
  leaveFlash,
  webApplicationOptions,
} from '../../src/web/index.js';

class NoteDto {
  @IsString() @MaxLength(10, { message: '说明最多 10 个字' }) note: string;
}

/** What a page of the toy office shows: any page does, since the shell around it is what is looked at. */
const PAGE = {
  title: '测试页',
  nav: 'inbox',
  message: '内容',
  place: null,
  cure: null,
  code: 'x',
  requestId: 'x',
  returnTo: '/',
};

@Controller()
class ToyController {
  @Get('desk')
  @Render('pages/errors/error')
  desk(): object {
    return PAGE;
  }

  @Post('notes')
  @HttpCode(200)
  note(@Body() body: NoteDto, @SentForm() form: FormMeta): object {
    return { body: { ...body }, form };
  }

  @Post('api/raw')
  raw(@Body() body: Record<string, unknown>): object {
    return body;
  }

  @Post('evidence')
  @HttpCode(200)
  @AcceptsFiles({ field: 'file', maxFiles: 2, maxBytes: 1000 })
  evidence(@ReceivedFiles() files: ReceivedFile[], @Body() body: Record<string, string>): object {
    return { files: files.map((file) => [file.name, file.bytes.toString('utf8')]), body: { ...body } };
  }

  @Post('done')
  @Redirect('/desk', 303)
  done(@Res({ passthrough: true }) response: Response): void {
    leaveFlash(response, 'success', '已印发并分办 12 项');
  }

  @Get(['refused', 'api/refused'])
  refused(): never {
    throw new Refusal('stale_revision', '这项任务刚被别人改过。', { place: '第（三）项', cure: '请刷新后再试。' });
  }

  @Get('locked')
  locked(): never {
    throw new Refusal('not_signed_in', '还没有登录。');
  }

  @Get('broken')
  broken(): never {
    throw new Error('secret inner detail');
  }
}

export const LIAISON: WebSession = {
  user: { id: 'u1', name: '张三', unitId: 'rsj', unitName: '市人力资源社会保障局' },
  csrf: 'secret-of-the-session',
};

const PROGRAM: WebSession = { ...LIAISON, csrf: null };

/** The toy office's idea of signing in: a cookie that says so, or a header for programs. */
function sessionOf(request: Request): WebSession | null {
  if (request.headers.authorization === 'Bearer program') return PROGRAM;
  return cookieOf(request, 'toy') === 'liaison' ? LIAISON : null;
}

export interface ToyOffice {
  origin: string;
  /** Lines of the server log. */
  lines: string[];
  setReady(ready: boolean): void;
  close(): Promise<void>;
}

/** A small office behind the real web shell, on a free loopback port. */
export async function openToyOffice(): Promise<ToyOffice> {
  const lines: string[] = [];
  let isReady = true;
  const log = new ServerLog('info', { write: (line: string) => void lines.push(line) });
  @Module({ imports: [WebModule.forRoot(() => isReady)], controllers: [ToyController] })
  class ToyModule {}
  const app = await NestFactory.create<NestExpressApplication>(ToyModule, webApplicationOptions(log));
  configureWeb(app, { sessions: sessionOf, log, secure: false });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    lines,
    setReady: (ready) => (isReady = ready),
    close: () => app.close(),
  };
}
