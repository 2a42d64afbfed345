import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { FlowService, type FlowView } from '../flow/flow.service.js';
import type { SignedIn } from '../identity/identity.service.js';
import { Me } from '../identity/me.decorator.js';
import { leaveFlash, SentForm, type FormMeta } from '../web/index.js';
import { withEntries } from './measure.amendments.js';
import { MeasureQueries } from './measure.queries.js';
import { disputeView, measureView } from './measure.presenter.js';
import { MeasuresService } from './measures.service.js';

/** The measure's own page, and signing for all of a unit's tasks in one click. */
@Controller()
export class MeasuresController {
  constructor(
    private readonly queries: MeasureQueries,
    private readonly flow: FlowService,
    private readonly measures: MeasuresService,
  ) {}

  @Get('measures/:id')
  async page(@Param('id') id: string, @Me() me: SignedIn, @Res() response: Response): Promise<void> {
    const sheet = await this.queries.sheet(id, me.actor);
    const here = `/measures/${id}`;
    const flow = await this.flow.view(id, me.actor, here);
    const duties = new Map<string, FlowView>();
    for (const { id: duty } of sheet.assignments) duties.set(duty, await this.flow.view(duty, me.actor, here));
    const told = await this.flow.timeline([id, ...sheet.assignments.map((one) => one.id)]);
    const timeline = withEntries(told, await this.queries.toldElsewhere(sheet));
    const position = await this.flow.position(id, flow.state);
    const dispute = disputeView(flow.words, await this.queries.openDispute(sheet));
    response.render('pages/measures/measure', { ...measureView(sheet, flow, duties), ...dispute, timeline, position });
  }

  @Post('plans/:id/sign-all')
  async signAll(
    @Param('id') planId: string,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const count = await this.measures.signAll(planId, me.actor, sent.key);
    leaveFlash(response, 'success', `已签收 ${count} 项任务。`);
    response.redirect(303, '/inbox');
  }
}
