import { Controller, Get, Header } from '@nestjs/common';
import { Refusal } from '../shared/errors.js';
import { Availability } from './availability.js';
import { Public } from './public-route.js';

/** For the watchers of the server: is the process alive, and can it work? No data, no sign-in. */
@Public()
@Controller()
export class HealthController {
  constructor(private readonly availability: Availability) {}

  @Get('healthz')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  alive(): string {
    return 'ok\n';
  }

  @Get('readyz')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  async canWork(): Promise<string> {
    if (await this.availability.ready()) return 'ready\n';
    throw new Refusal('unavailable', '系统尚未就绪。', { cure: '请稍候再试。' });
  }
}
