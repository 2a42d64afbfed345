import { Body, Controller, Param, Post, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '../identity/identity.service.js';
import { Me } from '../identity/me.decorator.js';
import { leaveFlash, SentForm, type FormMeta } from '../web/index.js';
import { errorLine, refusalOf, statusFor, toConfirm } from './confirm-acts.js';
import { clauseMeasure } from './confirm-measure-forms.js';
import { ConfirmPages } from './confirm-pages.service.js';
import { ClauseDto } from './confirm.dto.js';
import { CoordinatorGuard } from './coordinator.guard.js';
import type { DraftChange } from './draft-changes.js';
import { clauseLeft } from './draft-clauses.js';
import type { Standing } from './draft-conflicts.js';
import { DraftDesk, keysEver, type DraftSheet } from './draft-desk.service.js';
import { freshKey } from './draft-structure.js';

/** A numbered clause for which nobody is named: units are entered for it, or it is given to nobody (不分办). */
@Controller('plans/:id')
@UseGuards(CoordinatorGuard)
export class ConfirmClausesController {
  constructor(
    private readonly desk: DraftDesk,
    private readonly pages: ConfirmPages,
  ) {}

  @Post('confirm-clause')
  async decide(
    @Param('id') id: string,
    @Body() form: ClauseDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const reads = await this.pages.namesReader(id);
    let anchor = '';
    const changes = ({ now }: Standing, sheet: DraftSheet): DraftChange[] => {
      if (form.says === 'none') return [clauseLeft(now, form.clause)];
      anchor = freshKey(keysEver(sheet));
      return [clauseMeasure(now, anchor, form, reads)];
    };
    const wish = { seen: form.seen, form, key: sent.key, changes };
    const refusal = await refusalOf(() => this.desk.correct(id, wish, me.actor));
    if (refusal) {
      const line = errorLine(refusal, form.clause);
      const { clause, leads, responsible, supporting, due } = form;
      const typed = { clause, leads, responsible, supporting, due, refused: line.message };
      const state = { only: form.only !== '', errors: [line], clause: typed };
      response.status(statusFor(refusal)).render('pages/plans/confirm', await this.pages.page(id, me.actor, state));
      return;
    }
    leaveFlash(response, 'success', form.says === 'none' ? '这一条款不分办。' : '已为这一条款补录单位，列为一条举措。');
    toConfirm(response, id, form.only, anchor);
  }
}
