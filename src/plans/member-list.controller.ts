import { Body, Controller, Get, Post, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '../identity/identity.service.js';
import { Me } from '../identity/me.decorator.js';
import { leaveFlash, SentForm, type FormMeta } from '../web/index.js';
import { errorLine, refusalOf, statusFor } from './confirm-acts.js';
import { CoordinatorGuard } from './coordinator.guard.js';
import { MemberFormDto, UndoMembersDto } from './member-list.dto.js';
import { changedWords, memberListView } from './member-list.presenter.js';
import { MemberListDesk } from './member-list.service.js';

/** 成员单位名单: who stands behind 成员单位 and 相关部门 in plans that state no members themselves. */
@Controller('members')
@UseGuards(CoordinatorGuard)
export class MemberListController {
  constructor(private readonly desk: MemberListDesk) {}

  @Get()
  async page(@Me() me: SignedIn, @Res() response: Response): Promise<void> {
    response.render('pages/units/members', memberListView(await this.desk.sheet(me.actor), me.actor));
  }

  @Post()
  async change(
    @Body() form: MemberFormDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    let words = '';
    const refusal = await refusalOf(async () => {
      words = changedWords(await this.desk.change({ ...form }, me.actor, sent.key), form.from);
    });
    if (refusal) {
      const typed = { form, asked: await this.desk.asked(form, me.actor) };
      const view = memberListView(await this.desk.sheet(me.actor), me.actor, typed);
      const errors = [errorLine(refusal, 'members-from')];
      response.status(statusFor(refusal)).render('pages/units/members', { ...view, errors });
      return;
    }
    leaveFlash(response, 'success', words);
    response.redirect(303, '/members');
  }

  @Post('undo')
  async undo(
    @Body() { position }: UndoMembersDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const refusal = await refusalOf(() => this.desk.undo(position, me.actor, sent.key));
    if (refusal) {
      const view = memberListView(await this.desk.sheet(me.actor), me.actor);
      response
        .status(statusFor(refusal))
        .render('pages/units/members', { ...view, errors: [errorLine(refusal, 'latest')] });
      return;
    }
    leaveFlash(response, 'success', '已撤销上次改动，撤销本身也记入记录，可再恢复。');
    response.redirect(303, '/members');
  }
}
