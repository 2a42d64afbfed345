import { Body, Controller, Get, Param, Post, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '../identity/identity.service.js';
import { Me } from '../identity/me.decorator.js';
import type { Refusal } from '../shared/errors.js';
import { leaveFlash, SentForm, type FormMeta } from '../web/index.js';
import { errorLine, refusalOf, statusFor, toConfirm } from './confirm-acts.js';
import { measureDetail, type MeasureTyped } from './confirm-detail.presenter.js';
import { historyOf } from './confirm-history.presenter.js';
import { detailFields, newMeasure } from './confirm-measure-forms.js';
import { ConfirmPages } from './confirm-pages.service.js';
import { requiredWords } from './confirm-values.js';
import { AddMeasureDto, ConfirmFormDto, MeasureDetailDto, MergeDto, RemoveDto, SplitDto } from './confirm.dto.js';
import { measureOf, type DraftChange } from './draft-changes.js';
import { reconcile, refuseChanged, type Standing } from './draft-conflicts.js';
import { inWords } from './draft-history.js';
import { DraftDesk, keysEver, type DraftSheet } from './draft-desk.service.js';
import { firstWords, freshKey } from './draft-structure.js';
import { textFollowed } from './text-followed.js';
import { CoordinatorGuard } from './coordinator.guard.js';

/** Who checked the whole has not checked how it was divided. */
const unchecked = (key: string): DraftChange => ({ key, field: 'accepted', value: false });

/** One measure of a draft on a page of its own: text and targets, split, merge, remove; and measures added. */
@Controller('plans/:id')
@UseGuards(CoordinatorGuard)
export class ConfirmMeasureController {
  constructor(
    private readonly desk: DraftDesk,
    private readonly pages: ConfirmPages,
  ) {}

  @Get('confirm/:key')
  async page(
    @Param('id') id: string,
    @Param('key') key: string,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    response.render('pages/plans/confirm-measure', await this.view(id, key, me, null, null));
  }

  @Post('confirm/:key/detail')
  async detail(
    @Param('id') id: string,
    @Param('key') key: string,
    @Body() form: MeasureDetailDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    let read = '';
    const changes = (standing: Standing, { imported }: DraftSheet): DraftChange[] => {
      const asked = reconcile(standing, key, detailFields(measureOf(standing.base, key), form));
      const first = imported.measures.find((one) => one.key === key);
      const { changes: all, words } = textFollowed(standing.now, key, asked, first);
      read = words;
      return all;
    };
    const refusal = await refusalOf(() => this.correct(id, form, sent, me, changes));
    if (refusal) return this.refuse(response, refusal, await this.view(id, key, me, refusal, form));
    this.done(response, id, form, `已保存这条举措的内容和指标。${read}`, key);
  }

  @Post('confirm/:key/split')
  split(
    @Param('id') id: string,
    @Param('key') key: string,
    @Body() form: SplitDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const changes = (standing: Standing, sheet: DraftSheet): DraftChange[] => {
      refuseChanged(standing, [key]);
      const { text, accepted } = measureOf(standing.now, key);
      const title = form.title.trim() || firstWords(text.slice(form.at));
      const newKey = freshKey(keysEver(sheet));
      return [{ op: 'split', key, at: form.at, newKey, title }, ...(accepted ? [key, newKey].map(unchecked) : [])];
    };
    return this.act(response, id, key, form, sent, me, changes, '已拆分为两条，请分别核对分工。');
  }

  @Post('confirm/:key/merge')
  merge(
    @Param('id') id: string,
    @Param('key') key: string,
    @Body() form: MergeDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const changes = (standing: Standing): DraftChange[] => {
      refuseChanged(standing, [key, form.next]);
      return [{ op: 'merge', key, next: form.next }];
    };
    return this.act(response, id, key, form, sent, me, changes, '已与下一条合并。');
  }

  @Post('confirm/:key/remove')
  remove(
    @Param('id') id: string,
    @Param('key') key: string,
    @Body() form: RemoveDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const changes = (standing: Standing): DraftChange[] => {
      refuseChanged(standing, [key]);
      return [{ op: 'remove', key, reason: requiredWords(form.reason, '移出的理由', 'reason') }];
    };
    return this.act(response, id, key, form, sent, me, changes, '已移出草稿；在更正记录中可以撤销。');
  }

  @Post('add-measure')
  async add(
    @Param('id') id: string,
    @Body() form: AddMeasureDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    let key = '';
    const reads = await this.pages.namesReader(id);
    const changes = ({ now }: Standing, sheet: DraftSheet): DraftChange[] => {
      key = freshKey(keysEver(sheet));
      return [{ op: 'add', after: form.after || null, measure: newMeasure(now, key, form, reads) }];
    };
    const refusal = await refusalOf(() => this.correct(id, form, sent, me, changes));
    if (!refusal) return this.done(response, id, form, `已补录举措“${form.title.trim()}”。`, key);
    const state = { only: form.only !== '', errors: [errorLine(refusal, 'add-title')], added: { ...form } };
    response.status(statusFor(refusal)).render('pages/plans/confirm', await this.pages.page(id, me.actor, state));
  }

  private async act(
    response: Response,
    id: string,
    key: string,
    form: ConfirmFormDto,
    sent: FormMeta,
    me: SignedIn,
    changes: (standing: Standing, sheet: DraftSheet) => DraftChange[],
    words: string,
  ): Promise<void> {
    const refusal = await refusalOf(() => this.correct(id, form, sent, me, changes));
    if (refusal) return this.refuse(response, refusal, await this.view(id, key, me, refusal, null));
    this.done(response, id, form, words, key);
  }

  private correct(
    id: string,
    form: ConfirmFormDto,
    sent: FormMeta,
    me: SignedIn,
    changes: (standing: Standing, sheet: DraftSheet) => DraftChange[],
  ): Promise<boolean> {
    return this.desk.correct(id, { seen: form.seen, form, key: sent.key, changes }, me.actor);
  }

  /** Throws the refusal on when the measure itself is gone, since then there is no page to show it on. */
  private async view(id: string, key: string, me: SignedIn, refusal: Refusal | null, typed: MeasureTyped | null) {
    const { common, sheet, perForm } = await this.pages.frame(id, me.actor);
    if (refusal && !sheet.draft.measures.some((one) => one.key === key)) throw refusal;
    const measure = inWords(sheet, () => measureOf(sheet.draft, key));
    const history = historyOf(sheet, key).map((entry) => ({
      ...entry,
      ...perForm,
      only: false,
    }));
    return {
      ...{
        ...common,
        title: `${measure.no} ${measure.title}`.trim(),
        errors: refusal ? [errorLine(refusal, 'text')] : [],
      },
      ...{ back: { href: `/plans/${id}/confirm#${key}`, label: '核对识读结果' }, history, only: false },
      ...measureDetail(sheet.draft, measure, typed),
    };
  }

  private refuse(response: Response, refusal: Refusal, view: object): void {
    response.status(statusFor(refusal)).render('pages/plans/confirm-measure', view);
  }

  private done(response: Response, id: string, form: ConfirmFormDto, words: string, key: string): void {
    leaveFlash(response, 'success', words);
    toConfirm(response, id, form.only, key);
  }
}
