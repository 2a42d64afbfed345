import { Body, Controller, Param, Post, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '../identity/identity.service.js';
import { Me } from '../identity/me.decorator.js';
import { leaveFlash, SentForm, type FormMeta } from '../web/index.js';
import { errorLine, refusalOf, statusFor, toConfirm } from './confirm-acts.js';
import { ConfirmPages } from './confirm-pages.service.js';
import { refusePast, requiredDay } from './confirm-values.js';
import { DeadlineDto, StrangeDayDto } from './confirm.dto.js';
import { CoordinatorGuard } from './coordinator.guard.js';
import { reconcile, type Standing } from './draft-conflicts.js';
import { measureOf } from './draft-changes.js';
import { deadlineFields, targetsLeft } from './draft-deadlines.js';
import { DraftDesk } from './draft-desk.service.js';
import { strangeDaySeen } from './draft-strange-days.js';
import { planStart, type PlanStart } from './years.js';

/** A day printed in a measure's own text: taken as its 完成时限, changed, or not set. */
@Controller('plans/:id')
@UseGuards(CoordinatorGuard)
export class ConfirmDeadlinesController {
  constructor(
    private readonly desk: DraftDesk,
    private readonly pages: ConfirmPages,
  ) {}

  @Post('confirm-deadline')
  async decide(
    @Param('id') id: string,
    @Body() form: DeadlineDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const changes = (standing: Standing) => {
      const day = form.says === 'none' ? null : dayToCome(form, planStart(standing.now));
      const left = day === null ? { targets: targetsLeft(standing.now.text, measureOf(standing.now, form.key)) } : {};
      return reconcile(standing, form.key, { ...deadlineFields(day), ...left });
    };
    const refusal = await refusalOf(() =>
      this.desk.correct(id, { seen: form.seen, form, key: sent.key, changes }, me.actor),
    );
    if (refusal) {
      const state = { only: form.only !== '', errors: [errorLine(refusal, 'deadlines')] };
      response.status(statusFor(refusal)).render('pages/plans/confirm', await this.pages.page(id, me.actor, state));
      return;
    }
    const words =
      form.says === 'none' ? '不设完成时限，仍为常态型任务。' : `完成时限定为 ${form.day}，按办结型任务办理。`;
    leaveFlash(response, 'success', words);
    toConfirm(response, id, form.only, 'deadlines');
  }

  /** A day that no calendar has, outside of a measure: the office has looked at the paper and entered what is needed. */
  @Post('confirm-strange-day')
  async seen(
    @Param('id') id: string,
    @Body() form: StrangeDayDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const changes = ({ now }: Standing) => [strangeDaySeen(now, form.day)];
    await this.desk.correct(id, { seen: form.seen, form, key: sent.key, changes }, me.actor);
    leaveFlash(response, 'success', '这一处日期已核对。');
    toConfirm(response, id, form.only, 'strange-days');
  }
}

/** The day that a person sets. Refusals: invalid_input; day_before_plan for one that had passed when the plan was issued. */
function dayToCome({ key, day: typed }: DeadlineDto, start: PlanStart | null): string {
  const field = `deadline-${key}`;
  const day = requiredDay(typed, '完成时限', field);
  refusePast(day, start, field);
  return day;
}
