import { Body, Controller, Get, Param, Post, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '../identity/identity.service.js';
import { Me } from '../identity/me.decorator.js';
import { leaveFlash, SentForm, type FormMeta } from '../web/index.js';
import { errorLine, refusalOf, statusFor, toConfirm } from './confirm-acts.js';
import { elementsView } from './confirm-detail.presenter.js';
import { ConfirmPages } from './confirm-pages.service.js';
import { dutiesFrom, phasesFrom, targetsFrom } from './confirm-values.js';
import { CorrectElementsDto } from './confirm.dto.js';
import { reconcile, type Standing } from './draft-conflicts.js';
import { DraftDesk } from './draft-desk.service.js';
import type { Refusal } from '../shared/errors.js';
import { CoordinatorGuard } from './coordinator.guard.js';

/** Phases, duties to report and goals of the whole plan, on a page of their own. */
@Controller('plans/:id')
@UseGuards(CoordinatorGuard)
export class ConfirmElementsController {
  constructor(
    private readonly desk: DraftDesk,
    private readonly pages: ConfirmPages,
  ) {}

  @Get('elements')
  async page(@Param('id') id: string, @Me() me: SignedIn, @Res() response: Response): Promise<void> {
    response.render('pages/plans/confirm-elements', await this.view(id, me, null, null));
  }

  @Post('elements')
  async correct(
    @Param('id') id: string,
    @Body() form: CorrectElementsDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const wish = { seen: form.seen, form, key: sent.key, changes: (standing: Standing) => asked(standing, form) };
    const refusal = await refusalOf(() => this.desk.correct(id, wish, me.actor));
    if (refusal) {
      response
        .status(statusFor(refusal))
        .render('pages/plans/confirm-elements', await this.view(id, me, refusal, form));
      return;
    }
    leaveFlash(response, 'success', '已保存阶段、报送要求和总体目标。');
    toConfirm(response, id, form.only);
  }

  private async view(id: string, me: SignedIn, refusal: Refusal | null, form: CorrectElementsDto | null) {
    const { common, sheet } = await this.pages.frame(id, me.actor);
    const errors = refusal ? [errorLine(refusal, 'phases')] : [];
    const back = { href: `/plans/${id}/confirm`, label: '核对识读结果' };
    return {
      ...common,
      title: '阶段、报送要求和总体目标',
      back,
      errors,
      only: false,
      ...elementsView(sheet.draft, form),
    };
  }
}

function asked(standing: Standing, form: CorrectElementsDto) {
  const { phases, reporting, goals } = standing.base;
  return reconcile(standing, null, {
    phases: phasesFrom(form, phases),
    reporting: dutiesFrom(form, reporting),
    goals: targetsFrom(form, goals),
  });
}
