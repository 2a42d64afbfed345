import { Controller, Get, Header, Req } from '@nestjs/common';
import type { SessionRequest } from '../identity/me.decorator.js';
import { Refusal } from '../shared/errors.js';
import { Public } from '../web/index.js';
import { MetricsService } from './metrics.service.js';

const OWN_MACHINE = /^(127\.|::1$|::ffff:127\.)/;
const PROXIED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/** /metrics: for a watcher on the same machine, or for an administrator's token; to all others it does not exist. */
@Public()
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: MetricsService) {}

  @Get()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  show(@Req() request: SessionRequest): Promise<string> {
    if (isLocal(request) || request.signedIn?.actor.roles.includes('admin')) return this.metrics.text();
    throw new Refusal('not_found', '没有找到这个页面。', { cure: '请核对地址，或从待办进入。' });
  }
}

/** From this machine itself, and not through a proxy that stands on it. */
function isLocal({ socket, headers }: SessionRequest): boolean {
  return OWN_MACHINE.test(socket.remoteAddress ?? '') && PROXIED.every((name) => headers[name] === undefined);
}
