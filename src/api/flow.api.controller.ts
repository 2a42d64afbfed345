import { Body, Controller, Param } from '@nestjs/common';
import { FlowService } from '../flow/flow.service.js';
import type { SignedIn } from '../identity/identity.service.js';
import { Me } from '../identity/me.decorator.js';
import { SentForm, type FormMeta } from '../web/index.js';
import { doneView } from './done.view.js';
import { plainForm } from './plain-events.js';
import { Route } from './route.decorator.js';
import { API_ROOT } from './routes.js';

/** One address for every plain event of the workflows. */
@Controller(API_ROOT)
export class FlowApiController {
  constructor(private readonly flow: FlowService) {}

  @Route('flow')
  async send(
    @Param('instance') instance: string,
    @Param('type') type: string,
    @Body() body: Record<string, unknown>,
    @SentForm() { key, seenRevision }: FormMeta,
    @Me() me: SignedIn,
  ): Promise<object> {
    const definition = await this.flow.definitionOf(instance);
    const form = plainForm(definition, type, body);
    const meta = { key, seenRevision: seenRevision ?? undefined };
    const { answer } = await this.flow.send(instance, type, form, me.actor, meta);
    return doneView(definition.name, answer);
  }
}
