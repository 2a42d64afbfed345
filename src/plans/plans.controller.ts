import { Body, Controller, Get, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { Engine } from '../engine/engine.js';
import { FlowService } from '../flow/flow.service.js';
import type { SignedIn } from '../identity/identity.service.js';
import { Me } from '../identity/me.decorator.js';
import { Config } from '../shared/config.js';
import { Refusal } from '../shared/errors.js';
import { AcceptsFiles, leaveFlash, ReceivedFiles, SentForm, type FormMeta, type ReceivedFile } from '../web/index.js';
import { isOut } from './known-plans.js';
import { correctionsNamed, importFault, planLine, planView } from './plan.presenter.js';
import { CoordinatorGuard } from './coordinator.guard.js';
import { requireCoordinator } from './plans.access.js';
import { IssueDto, MoveClockDto, OpenCycleDto, PasteDto } from './plans.dto.js';
import type { Plan } from './plans.entities.js';
import { PlanQueries } from './plans.queries.js';
import { PlansService } from './plans.service.js';
import { issuedWords } from './unreached.js';

/** Plans: the list, the import, the plan's own page, issuing, years and the demonstration's clock. */
@Controller('plans')
export class PlansController {
  constructor(
    private readonly plans: PlansService,
    private readonly queries: PlanQueries,
    private readonly engine: Engine,
    private readonly flow: FlowService,
    private readonly config: Config,
  ) {}

  @Get()
  async list(@Me() me: SignedIn, @Res() response: Response): Promise<void> {
    const brought = await this.queries.brought(me.actor);
    const plans = (await this.queries.visible(me.actor)).map((one) => planLine(one, brought.get(one.id)));
    const coordinates = me.actor.roles.includes('coordinator');
    response.render('pages/plans/list', {
      title: '计划',
      nav: 'plans',
      plans,
      coordinates,
      showsFiles: brought.size > 0,
    });
  }

  @Get('import')
  async importPage(
    @Query('revises') revises: string | undefined,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    requireCoordinator(me);
    const issued = (await this.queries.visible(me.actor)).filter(isOut);
    const original = issued.find(({ id }) => id === revises);
    const form = original ? { revision: 'yes', revises: original.id } : {};
    response.render('pages/plans/import', importView(null, issued, null, form));
  }

  @Post('import')
  @AcceptsFiles({ field: 'file' })
  async import(
    @ReceivedFiles() files: ReceivedFile[],
    @Body() form: PasteDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    requireCoordinator(me);
    let name: string | null = null;
    try {
      const source = sourceOf(files, form);
      name = source.name;
      const asRevision = form.revision === 'yes';
      const id = await this.plans.import(source, me.actor, sent.key, asRevision, form.original);
      if (asRevision) leaveFlash(response, 'success', await this.revisionCame(id, form.original));
      response.redirect(303, `/plans/${id}/confirm`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const issued = (await this.queries.visible(me.actor)).filter(isOut);
      response.status(422).render('pages/plans/import', importView(error, issued, name, form));
    }
  }

  private async revisionCame(id: string, chosen: string): Promise<string> {
    const original = await this.plans.originalOf(id, chosen);
    const came = `已作为${original ? `《${original.title}》的` : ''}修订文本导入。`;
    const next = '请先核对，再到原计划页面的“对照”中选“对方是本计划的修订文本”，逐条比对并入。';
    return came + (await this.plans.broughtWords(id)) + next;
  }

  @Get(':id')
  async page(@Param('id') id: string, @Me() me: SignedIn, @Res() response: Response): Promise<void> {
    const sheet = await this.queries.sheet(id, me.actor);
    const here = `/plans/${id}`;
    const plan = await this.flow.view(id, me.actor, here);
    const cycle = sheet.cycles[0] ? await this.flow.view(sheet.cycles[0].id, me.actor, here) : null;
    const today = await this.engine.today(id);
    const draft = sheet.plan.enabledOn === null ? await this.plans.draft(id) : null;
    const isUnsigned = sheet.plan.issuers.length === 0;
    const issuersLeft = isUnsigned ? (draft ?? (await this.plans.draft(id))).issuersLeft : null;
    const unreached = me.actor.roles.includes('coordinator') ? await this.queries.withoutAccount(id) : [];
    const record = await this.flow.timeline([id, ...sheet.cycles.map((one) => one.id)], 30);
    const timeline = correctionsNamed(record, await this.plans.correctionWords(id));
    const asked = draft ? await this.plans.issueAsked(sheet.plan, me.actor) : null;
    const running = asked?.foreign || asked?.claims ? await this.queries.visible(me.actor) : [];
    response.render('pages/plans/plan', {
      ...planView({ ...sheet, draft, issuersLeft, unreached, asked, running }, me.actor, { plan, cycle }, today),
      timeline,
      demo: this.config.demo,
    });
  }

  @UseGuards(CoordinatorGuard)
  @Post(':id/issue')
  async issue(
    @Param('id') id: string,
    @Body() form: IssueDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const { recipient, moveClock, ...said } = form;
    const choices = { ...said, recipient: recipient || null, moveClock: moveClock && this.config.demo };
    await this.plans.issue(id, choices, me.actor, sent.seenRevision ?? undefined, sent.key);
    leaveFlash(response, 'success', issuedWords(await this.queries.withoutAccount(id)));
    response.redirect(303, `/plans/${id}`);
  }

  @UseGuards(CoordinatorGuard)
  @Post(':id/clock')
  async moveClock(
    @Param('id') id: string,
    @Body() form: MoveClockDto,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    await this.plans.moveTo(id, form.day, me.actor);
    leaveFlash(response, 'success', `本计划的日期已推进到 ${form.day}，到期事项已处理。`);
    response.redirect(303, `/plans/${id}`);
  }

  @UseGuards(CoordinatorGuard)
  @Post(':id/cycles')
  async openCycle(
    @Param('id') id: string,
    @Body() form: OpenCycleDto,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    await this.plans.openCycle(id, form.year, me.actor);
    leaveFlash(response, 'success', `已开启 ${form.year} 年度，上一年度继续保留。`);
    response.redirect(303, `/plans/${id}`);
  }
}

function sourceOf(files: ReceivedFile[], form: PasteDto): ReceivedFile {
  const [file] = files;
  const isPasted = form.text.trim() !== '';
  if (file && isPasted) throw bothSent(file.name);
  if (file) return file;
  if (isPasted) return { name: '粘贴的文本.txt', bytes: Buffer.from(form.text, 'utf8') };
  throw new Refusal('file_missing', '没有选择文件，也没有粘贴内容。', {
    place: '计划文件',
    cure: '请选择计划文件，或把全文粘贴到文本框。',
  });
}

const bothSent = (file: string): Refusal =>
  new Refusal('file_and_text', `既选择了文件“${file}”，又粘贴了文字，不能确定以哪一份为准，都没有识读。`, {
    cure: '请只交一份：要读粘贴的文字（仍在下面），直接按“识读”；要读文件，请清空文字，重新选择文件。',
    facts: { file },
  });

/**
 * The import page; after a refusal with what was typed and ticked, the tick for a revision where it may be one, and the
 * issued plans to choose the original from where the text is like none of them.
 */
function importView(
  refusal: Refusal | null,
  issued: readonly Plan[],
  file: string | null = null,
  typed: Partial<PasteDto> = {},
): object {
  const { plan: known, revision = false } = refusal?.detail.facts ?? {};
  const from = issued.find(({ id }) => id === typed.revises) ?? null;
  const asks = refusal?.code === 'revises_nothing';
  const errors = refusal ? [{ message: importFault(refusal, file), field: 'file' }] : [];
  return {
    ...{ title: '导入计划', nav: 'plans', back: { href: '/plans', label: '计划' }, errors },
    ...{ text: typed.text ?? '', revision: revision || typed.revision === 'yes' },
    from: from && { id: from.id, title: from.title },
    originals: asks ? issued.map(({ id, title }) => ({ value: id, label: title, selected: id === from?.id })) : [],
    known: typeof known === 'string' ? `/plans/${known}` : null,
  };
}
