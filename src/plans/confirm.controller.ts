import { Body, Controller, Get, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { SignedIn } from '../identity/identity.service.js';
import { Me } from '../identity/me.decorator.js';
import type { Refusal } from '../shared/errors.js';
import { leaveFlash, SentForm, type FormMeta } from '../web/index.js';
import { stillAsked, taughtWords } from './card-saved.js';
import { cardAlone, errorLine, goTo, questionsAlone, refusalOf, statusFor, toConfirm } from './confirm-acts.js';
import { headFields, measureFields } from './confirm-forms.js';
import { ConfirmPages } from './confirm-pages.service.js';
import {
  BulkDto,
  ConfirmFormDto,
  CorrectHeadDto,
  CorrectMeasureDto,
  GroupsDto,
  NameUnitDto,
  RepeatDto,
  UndoDto,
} from './confirm.dto.js';
import { measureOf, type UnitChange } from './draft-changes.js';
import { reconcile, type Standing } from './draft-conflicts.js';
import { issuersLeft } from './draft-issuers.js';
import { DraftDesk } from './draft-desk.service.js';
import { nextStep } from './issue-asked.js';
import { unbracketedLeft } from './draft-clauses.js';
import { staysAfter, staysWords } from './draft-undo.js';
import { doubtedDaysLeft } from './draft-deadlines.js';
import { groupsChosen, officeConsolidates, undoubtedAccepted } from './draft-proposals.js';
import { daysPutWords, repeatsOf, repeatsOut, repeatsSaidAlready, type Repeat } from './draft-repeats.js';
import { openQuestions, type DraftReading } from './draft.js';
import { CoordinatorGuard } from './coordinator.guard.js';
import { PlansService } from './plans.service.js';
import { takenWords } from './proposals-taken.js';
import { namedWords, namingChanges, requiredNames, taughtBy } from './units-naming.js';
import { withNamesRead } from './units-typed.js';
import { headMoved, type HeadMoved } from './year-changed.js';
import { firstLeads } from './lead-printed.js';
import { planStart } from './years.js';

/** 核对: the source beside the reading; nothing is issued before a person has confirmed it. */
@Controller('plans/:id')
@UseGuards(CoordinatorGuard)
export class ConfirmController {
  constructor(
    private readonly plans: PlansService,
    private readonly desk: DraftDesk,
    private readonly pages: ConfirmPages,
  ) {}

  @Get('confirm')
  async page(
    @Param('id') id: string,
    @Query('only') only: string | undefined,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    response.render('pages/plans/confirm', await this.pages.page(id, me.actor, { only: only === 'open' }));
  }

  /** A pasted text as it came, beside the rows that were put together from it. */
  @Get('pasted')
  async pasted(@Param('id') id: string, @Me() me: SignedIn, @Res() response: Response): Promise<void> {
    const { common, sheet } = await this.pages.frame(id, me.actor);
    const back = { href: `/plans/${id}/confirm`, label: '核对识读结果' };
    const texts = { pasted: await this.plans.asPasted(id), composed: sheet.imported.text };
    response.render('pages/plans/pasted', { ...common, ...texts, title: '导入时的文字', back });
  }

  @Post('correct-measure')
  async correctMeasure(
    @Param('id') id: string,
    @Body() form: CorrectMeasureDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const reads = await this.pages.namesReader(id);
    let taught: UnitChange[] = [];
    const changes = (standing: Standing) => {
      const shown = measureOf(standing.base, form.key);
      const read = withNamesRead(shown, form, reads);
      const rule = firstLeads(standing.base.text);
      const now = measureOf(standing.now, form.key);
      const fields = measureFields(shown, read, reads, planStart(standing.base), rule, now);
      const asked = reconcile(standing, form.key, fields);
      taught = taughtBy(standing, shown, read, reads);
      return [...asked, ...taught];
    };
    const wish = { seen: form.seen, form, key: sent.key, changes };
    const refusal = await refusalOf(() => this.desk.correct(id, wish, me.actor));
    if (refusal && request.headers['hx-request'] && HAS_NO_CARD.has(refusal.code)) throw refusal;
    if (refusal) {
      const typed = { form, message: refusal.message, cure: refusal.detail.cure ?? '' };
      const state = { only: form.only !== '', errors: [errorLine(refusal, form.key)], typed };
      cardAlone(response, form.key);
      response.status(statusFor(refusal)).render('pages/plans/confirm', await this.pages.page(id, me.actor, state));
      return;
    }
    const { draft } = await this.desk.sheet(id);
    const questions = openQuestions(draft);
    const next = questions[0]?.key ?? form.key;
    const saved = measureOf(draft, form.key);
    const open = questions.find(({ key }) => key === form.key)?.reasons ?? [];
    const words = `已保存 ${saved.no} ${form.title.trim()} 的核对结果。${taughtWords(taught)}${stillAsked(saved, open)}`;
    leaveFlash(response, 'success', words);
    toConfirm(response, id, form.only, next);
  }

  @Post('correct-head')
  async correctHead(
    @Param('id') id: string,
    @Body() form: CorrectHeadDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const told: { words: HeadMoved['words'] | null } = { words: null };
    const changes = (standing: Standing) => {
      const head = reconcile(standing, null, headFields(standing.base, form));
      const moved = headMoved(standing.now, head);
      told.words = moved.words;
      return [...head, ...moved.changes];
    };
    const refusal = await refusalOf(() =>
      this.desk.correct(id, { seen: form.seen, form, key: sent.key, changes }, me.actor),
    );
    if (!refusal) {
      const words = told.words?.((await this.desk.sheet(id)).draft) ?? '';
      return this.done(response, id, form, `已保存计划的基本信息。${words}`);
    }
    const { seen: _seen, only, level: _level, ...head } = form;
    const state = { only: only !== '', errors: [errorLine(refusal, 'head-title')], head };
    response.status(statusFor(refusal)).render('pages/plans/confirm', await this.pages.page(id, me.actor, state));
  }

  @Post('accept-proposals')
  async acceptProposals(
    @Param('id') id: string,
    @Body() form: ConfirmFormDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const taken = await this.plans.takeProposals(id, me.actor, sent.key);
    const { draft } = await this.desk.sheet(id);
    this.done(response, id, form, takenWords(taken), openQuestions(draft)[0]?.key ?? '');
  }

  @Post('confirm-bulk')
  async bulk(
    @Param('id') id: string,
    @Body() form: BulkDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const { what, changes } = BULK[form.what];
    let told = '';
    const made = ({ now }: Standing) => {
      told = form.what === 'repeats-out' ? daysPutWords(repeatsSaidAlready(now)) : '';
      return changes(now);
    };
    const some = await this.desk.correct(id, { seen: form.seen, form, key: sent.key, what, changes: made }, me.actor);
    this.done(response, id, form, some ? `已办理：${what}。${told}` : '没有需要改动的举措。');
  }

  /** Takes out one measure that repeats a clause, with its day put to the clause where that has none. */
  @Post('confirm-repeat')
  async repeat(
    @Param('id') id: string,
    @Body() form: RepeatDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    let repeats: Repeat[] = [];
    const changes = ({ now }: Standing) => {
      repeats = repeatsOf(now).filter(({ row }) => row.key === form.key);
      return repeatsOut(repeats);
    };
    const wish = { seen: form.seen, form, key: sent.key, what: '移出重复的一条', changes };
    const some = await this.desk.correct(id, wish, me.actor);
    const next = openQuestions((await this.desk.sheet(id)).draft)[0]?.key ?? '';
    const words = `已移出，理由：重复。${daysPutWords(repeats)}可以撤销。`;
    this.done(response, id, form, some ? words : '这一条已经办理，没有改动。', next);
  }

  @Post('confirm-groups')
  async groups(
    @Param('id') id: string,
    @Body() form: GroupsDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const changes = ({ now }: Standing) => groupsChosen(now, form.kind, form.choice);
    const what = '统一处理未点名的单位';
    const some = await this.desk.correct(id, { seen: form.seen, form, key: sent.key, what, changes }, me.actor);
    this.done(response, id, form, some ? GROUPS_DONE : '这一类单位已经都是这样处理的。', 'groups');
  }

  @Post('name-unit')
  async nameUnit(
    @Param('id') id: string,
    @Body() form: NameUnitDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const names = requiredNames(form, await this.pages.namesReader(id));
    const changes = (standing: Standing) => namingChanges(standing, form.surface, names);
    await this.desk.correct(id, { seen: form.seen, form, key: sent.key, changes }, me.actor);
    const { draft } = await this.desk.sheet(id);
    this.done(response, id, form, namedWords(draft, form.surface, names, typedFor(form)), 'units');
  }

  @Post('undo-correction')
  async undo(
    @Param('id') id: string,
    @Body() form: UndoDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const { corrections, draft } = await this.desk.sheet(id);
    await this.desk.undo(id, form.position, me.actor, sent.key);
    const stays = staysWords(staysAfter(corrections, form.position), draft, me.actor.user);
    this.done(response, id, form, `已撤销，撤销本身也记入更正记录，可再恢复。${stays}`, 'history');
  }

  @Post('confirm')
  async confirm(
    @Param('id') id: string,
    @Body() form: ConfirmFormDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const refusal = await refusalOf(() => this.plans.confirm(id, me.actor, sent.seenRevision ?? undefined, sent.key));
    if (refusal) return this.notYet(response, id, form, me, refusal);
    const asked = await this.plans.issueAsked(await this.plans.plan(id), me.actor);
    leaveFlash(response, 'success', `核对完成。${nextStep(asked)}`);
    goTo(request, response, `/plans/${id}`);
  }

  /** 确认无误 came too early: the page for checking again, its first open question named and linked. */
  private async notYet(response: Response, id: string, form: ConfirmFormDto, me: SignedIn, refusal: Refusal) {
    const { draft } = await this.desk.sheet(id);
    const first = openQuestions(draft)[0]?.key ?? 'questions';
    const state = { only: form.only !== '', errors: [errorLine(refusal, first)] };
    questionsAlone(response);
    response.status(statusFor(refusal)).render('pages/plans/confirm', await this.pages.page(id, me.actor, state));
  }

  private done(response: Response, id: string, form: ConfirmFormDto, words: string, anchor = ''): void {
    leaveFlash(response, 'success', words);
    toConfirm(response, id, form.only, anchor);
  }
}

/** The name typed, where none was pressed or chosen. */
const typedFor = ({ name, suggested, several }: NameUnitDto): string =>
  several.length === 0 && suggested === '' ? name : '';

const GROUPS_DONE = '已按选择处理本计划中这一类未点名的单位。';

/** Refusals after which the page has no card that could show what was typed: the card in the browser stays as it is. */
const HAS_NO_CARD = new Set(['unknown_measure', 'not_now']);

const BULK = {
  'accept-undoubted': { what: '无疑问的全部标为已核对', changes: undoubtedAccepted },
  'days-left': { what: '有疑问的日期不设时限', changes: doubtedDaysLeft },
  'clauses-left': { what: '未分工条款不分办', changes: unbracketedLeft },
  'issuers-left': { what: '原件未印发文机关，照此办理', changes: issuersLeft },
  'repeats-out': {
    what: '与前文重复的各条移出，理由：重复',
    changes: (draft: DraftReading) => repeatsOut(repeatsSaidAlready(draft)),
  },
  'office-consolidates': { what: '不设牵头的由我办汇总', changes: officeConsolidates },
};
