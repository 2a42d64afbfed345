import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '../identity/identity.service.js';
import { Me } from '../identity/me.decorator.js';
import { Refusal } from '../shared/errors.js';
import { leaveFlash, SentForm, type FormMeta } from '../web/index.js';
import { amendmentsView, amendmentView } from './amendment.presenter.js';
import { AmendmentService } from './amendment.service.js';
import { AmendDto, carriesOf, decisionsOf } from './cascade.dto.js';
import { CascadeService } from './cascade.service.js';

/** What was previewed is not what would be done: nothing was, and the choices made are kept. */
const OVERTAKEN: Readonly<Record<string, string>> = {
  preview_stale: '没有执行：预览之后处理方式或任务情况有了变化。',
  stale_revision: '没有执行：您打开页面之后，原计划又有了办理。',
  unfound_unchosen: '没有执行：新文本中没有找到的任务，还有没有选定处理的（处理一栏为“请选择”）。',
  unread_parts: '没有执行：新文件中有内容没有读入，请先对照原件核对并勾选。',
};
const SEE_BELOW = '下面已按您的选择重新预览，请核对“执行后”一栏，再按“按此执行”。';

/** Runs an act; for a text that was merged before (the page of before, come back to), the record of that stands instead. */
async function orRecord(response: Response, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'already_merged') throw error;
    leaveFlash(response, 'info', `${error.message}下面是修订记录。`);
    response.redirect(303, `/plans/${String(error.detail.facts?.plan)}/amendments`);
  }
}

/** 修订: a running plan carried over to a new text, after a preview. */
@Controller('plans/:id')
export class AmendmentController {
  constructor(
    private readonly amendments: AmendmentService,
    private readonly cascade: CascadeService,
  ) {}

  @Get('amendments')
  async list(@Param('id') id: string, @Me() me: SignedIn, @Res() response: Response): Promise<void> {
    response.render('pages/cascade/amendments', amendmentsView(await this.cascade.amendments(id, me.actor)));
  }

  @Get('amend/:other')
  async page(
    @Param('id') id: string,
    @Param('other') other: string,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    await orRecord(response, async () => {
      const preview = await this.amendments.preview(id, other, {}, me.actor);
      response.render('pages/cascade/amend', amendmentView(preview, ''));
    });
  }

  @Post('amend/:other/preview')
  async preview(
    @Param('id') id: string,
    @Param('other') other: string,
    @Body() form: AmendDto,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const choices = { declined: form.declined, carries: carriesOf(form) };
    await orRecord(response, async () => {
      const preview = await this.amendments.preview(id, other, decisionsOf(form), me.actor, choices);
      response.render('pages/cascade/amend', amendmentView(preview, form.note));
    });
  }

  @Post('amend/:other')
  async merge(
    @Param('id') id: string,
    @Param('other') other: string,
    @Body() form: AmendDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const { digest, declined } = form;
    const choices = { declined, carries: carriesOf(form) };
    const order = { decisions: decisionsOf(form), digest, ...choices, note: form.note.trim() };
    try {
      if (!form.unreadSeen) await this.refuseUnread(other, me);
      await this.amendments.merge(id, other, order, me.actor, sent.seenRevision ?? undefined, sent.key);
    } catch (error) {
      if (!(error instanceof Refusal) || !(error.code in OVERTAKEN)) throw error;
      const preview = await this.amendments.preview(id, other, order.decisions, me.actor, choices);
      const errors = [{ message: `${OVERTAKEN[error.code]}${SEE_BELOW}` }];
      response.status(409).render('pages/cascade/amend', { ...amendmentView(preview, form.note), errors });
      return;
    }
    leaveFlash(response, 'success', '已并入修订：任务和分工已按新文调整，原文和原进展保留在记录中。');
    response.redirect(303, `/plans/${id}`);
  }

  /** Refusal: unread_parts, where parts of the new text's file were not read: what they hold would count as dropped. */
  private async refuseUnread(other: string, me: SignedIn): Promise<void> {
    const unread = await this.cascade.unread(other, me.actor);
    if (unread.length === 0) return;
    throw new Refusal('unread_parts', `新文件有 ${unread.length} 处内容没有读入，没有执行。`, {
      place: '文件中没有读入的内容',
      cure: '请对照原件核对后勾选。',
    });
  }

  @Post('superseded-by/:other')
  async supersede(
    @Param('id') id: string,
    @Param('other') other: string,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    await this.amendments.supersede(id, other, me.actor, sent.seenRevision ?? undefined, sent.key);
    leaveFlash(response, 'success', '原计划已由新计划替代，未办结的任务已撤销，记录保留。');
    response.redirect(303, `/plans/${other}`);
  }
}
