import { Body, Controller, Param, Post, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '../identity/identity.service.js';
import { Me } from '../identity/me.decorator.js';
import { leaveFlash, SentForm, type FormMeta } from '../web/index.js';
import { toConfirm } from './confirm-acts.js';
import { MatterDto } from './confirm.dto.js';
import { CoordinatorGuard } from './coordinator.guard.js';
import type { Standing } from './draft-conflicts.js';
import { DraftDesk } from './draft-desk.service.js';
import { matterChange } from './draft-matters.js';

const SAID = {
  one: '已定为同一事项：合为一个指标，每期只报一次，总体目标和举措都引用它。',
  two: '已定为两个事项：各是一个指标，分别报送。',
};

/** A goal of the plan and a measure's target that may be one matter: a person says which. */
@Controller('plans/:id')
@UseGuards(CoordinatorGuard)
export class ConfirmMattersController {
  constructor(private readonly desk: DraftDesk) {}

  @Post('confirm-matter')
  async decide(
    @Param('id') id: string,
    @Body() form: MatterDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const changes = ({ now }: Standing) => [matterChange(now, form.matter, form.says === 'one')];
    await this.desk.correct(id, { seen: form.seen, form, key: sent.key, changes }, me.actor);
    leaveFlash(response, 'success', SAID[form.says]);
    toConfirm(response, id, form.only, 'matters');
  }
}
