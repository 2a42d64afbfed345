import 'reflect-metadata';
import { type AddressInfo } from 'node:net';
import { Body, Controller, Get, HttpCode, Module, Post, Redirect, Render, Req, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { IsString, MaxLength } from 'class-validator';
import type { Request, Response } from 'express';
import { AssetStore } from '../../src/web/assets.js';
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

/** A form as pages have it, with everything the script makes more comfortable. */
function formPage(script: string): string {
  return `<!doctype html><html lang="zh-CN"><title>表</title><script src="${script}" defer></script><body>
    <textarea id="names" readonly>截至12月1日未报：市教育局</textarea>
    <button type="button" data-copy="names" hidden>复制名单</button>
    <form method="post" action="/slow" data-draft="/draft">
      <input type="hidden" name="_csrf" value="${LIAISON.csrf}"><input type="hidden" name="_key" value="page-key-1">
      <label>说明 <input name="note"></label><span data-draft-status></span>
      <button type="submit" data-key="s">报送</button>
    </form>
    <form method="post" action="/slow" data-confirm="确定撤回？">
      <input type="hidden" name="_csrf" value="${LIAISON.csrf}"><button type="submit">撤回</button>
    </form></body></html>`;
}

/** Forms that reached the server, by address. */
const received: { path: string; note: string }[] = [];

@Controller()
class ToyController {
  @Get('form')
  form(): string {
    return formPage(new AssetStore().urls().script);
  }

  @Post(['slow', 'draft'])
  @HttpCode(200)
  async slow(@Body() body: Record<string, string>, @Req() request: Request): Promise<string> {
    received.push({ path: request.path, note: body.note ?? '' });
    if (request.path === '/slow') await new Promise((resolve) => setTimeout(resolve, 400));
    return '已收到';
  }

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
  /** Forms sent to /slow and /draft. */
  received: { path: string; note: string }[];
  setReady(ready: boolean): void;
  close(): Promise<void>;
}

/** A small office behind the real web shell, on a free loopback port. */
export async function openToyOffice(): Promise<ToyOffice> {
  const lines: string[] = [];
  received.length = 0;
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
    received,
    setReady: (ready) => (isReady = ready),
    close: () => app.close(),
  };
}
