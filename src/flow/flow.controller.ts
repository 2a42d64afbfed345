import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Me } from '../identity/me.decorator.js';
import type { SignedIn } from '../identity/identity.service.js';
import { leaveFlash, SentForm, type FormMeta } from '../web/index.js';
import { FlowService } from './flow.service.js';

/** One address for every button that sends a plain event; the engine decides who may. */
@Controller('flow')
export class FlowController {
  constructor(private readonly flow: FlowService) {}

  @Post(':instance/:type')
  async send(
    @Param('instance') instance: string,
    @Param('type') type: string,
    @Body() form: Record<string, unknown>,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const meta = { key: sent.key, seenRevision: sent.seenRevision ?? undefined };
    const { past } = await this.flow.send(instance, type, form, me.actor, meta);
    leaveFlash(response, 'success', `已办理：${past}。`);
    response.redirect(303, ownPage(form.next));
  }
}

function ownPage(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/inbox';
}
