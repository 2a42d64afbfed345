import { Body, Controller, Param, Post, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '../identity/identity.service.js';
import { Me } from '../identity/me.decorator.js';
import { leaveFlash, SentForm, type FormMeta } from '../web/index.js';
import { toConfirm } from './confirm-acts.js';
import { MatterDto, SourceNoteDto } from './confirm.dto.js';
import { CoordinatorGuard } from './coordinator.guard.js';
import type { Standing } from './draft-conflicts.js';
import { DraftDesk } from './draft-desk.service.js';
import { matterChange } from './draft-matters.js';
import { sourceNoteSeen } from './draft-source-notes.js';

const SAID = {
  one: '已定为同一事项：合为一个指标，每期只报一次，总体目标和举措都引用它。',
  two: '已定为两个事项：各是一个指标，分别报送。',
};

/** What a person says of the plan as a whole: whether a goal and a target are one matter, that unread parts are seen to. */
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

  /** A part of the document that was not read: the office has looked at it and entered what is needed. */
  @Post('confirm-source-note')
  async seen(
    @Param('id') id: string,
    @Body() form: SourceNoteDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const changes = ({ now }: Standing) => [sourceNoteSeen(now, form.note)];
    await this.desk.correct(id, { seen: form.seen, form, key: sent.key, changes }, me.actor);
    leaveFlash(response, 'success', '没有读入的内容已核对。');
    toConfirm(response, id, form.only, 'source-notes');
  }
}
