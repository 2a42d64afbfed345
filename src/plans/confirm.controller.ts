import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Engine } from '../engine/engine.js';
import type { SignedIn } from '../identity/identity.service.js';
import { Me } from '../identity/me.decorator.js';
import { Refusal } from '../shared/errors.js';
import { leaveFlash, SentForm, type FormMeta } from '../web/index.js';
import { groupChoices, measureForms, sourceParts, unitRefs } from './confirm.presenter.js';
import { openQuestions, type DraftChange, type DraftMeasure, type DraftReading } from './draft.js';
import { CorrectMeasureDto, CorrectPlanDto } from './plans.dto.js';
import { requireCoordinator } from './plans.access.js';
import { PlansService } from './plans.service.js';

/** 核对: the source beside the reading; nothing is issued before a person has confirmed it. */
@Controller('plans/:id')
export class ConfirmController {
  constructor(
    private readonly plans: PlansService,
    private readonly engine: Engine,
  ) {}

  @Get('confirm')
  async page(@Param('id') id: string, @Me() me: SignedIn, @Res() response: Response): Promise<void> {
    requireCoordinator(me);
    const [plan, draft, offer] = await Promise.all([
      this.plans.plan(id),
      this.plans.draft(id),
      this.engine.offers(id, me.actor),
    ]);
    response.render('pages/plans/confirm', confirmView(plan, draft, offer));
  }

  @Post('correct-measure')
  async correctMeasure(
    @Param('id') id: string,
    @Body() form: CorrectMeasureDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const draft = await this.plans.draft(id);
    const measure = draft.measures.find((one) => one.key === form.key);
    if (!measure)
      throw new Refusal('unknown_measure', '要更正的举措不在本计划中。', { place: form.key, cure: '请刷新页面。' });
    const changes = measureChanges(measure, form);
    if (changes.length > 0) await this.plans.correct(id, changes, me.actor, sent.seenRevision ?? undefined, sent.key);
    leaveFlash(response, 'success', `已保存 ${measure.no} ${measure.title} 的核对结果。`);
    response.redirect(303, `/plans/${id}/confirm#${form.key}`);
  }

  @Post('correct-head')
  async correctHead(
    @Param('id') id: string,
    @Body() form: CorrectPlanDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const draft = await this.plans.draft(id);
    const changes = headChanges(draft, form);
    if (changes.length > 0) await this.plans.correct(id, changes, me.actor, sent.seenRevision ?? undefined, sent.key);
    leaveFlash(response, 'success', '已保存计划的基本信息。');
    response.redirect(303, `/plans/${id}/confirm`);
  }

  @Post('accept-proposals')
  async acceptProposals(@Param('id') id: string, @Me() me: SignedIn, @Res() response: Response): Promise<void> {
    await this.plans.acceptProposals(id, me.actor);
    leaveFlash(response, 'success', '已全部采用建议：无牵头的由我办汇总，各组按名单补齐，疑问内容按读出的结果接受。');
    response.redirect(303, `/plans/${id}/confirm`);
  }

  @Post('confirm')
  async confirm(
    @Param('id') id: string,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    await this.plans.confirm(id, me.actor, sent.seenRevision ?? undefined, sent.key);
    leaveFlash(response, 'success', '核对完成。下载任务分解表，或印发并分办。');
    response.redirect(303, `/plans/${id}`);
  }
}

type Offer = Awaited<ReturnType<Engine['offers']>>;
type PlanRow = Awaited<ReturnType<PlansService['plan']>>;

const LEVELS = { state: '国家', province: '省级', city: '市级', county: '县级' };

function confirmView(plan: PlanRow, draft: DraftReading, offer: Offer): object {
  const questions = openQuestions(draft);
  const levels = Object.entries(LEVELS).map(([value, label]) => ({ value, label, selected: value === draft.level }));
  const joint = draft.measures.filter((measure) => measure.leadBasis !== 'stated').length;
  return {
    title: '核对识读结果',
    nav: 'plans',
    subtitle: `${plan.title}（${plan.sourceName}）`,
    back: { href: '/plans', label: '计划' },
    ...{ id: plan.id, rev: offer.revision, editable: offer.events.includes('correct'), questions, levels },
    questionCount: questions.length,
    head: {
      title: draft.title ?? '',
      docNumber: draft.docNumber ?? '',
      issuedOn: draft.issuedOn ?? '',
      region: draft.region ?? '',
    },
    facts: headFacts(draft, joint),
    planDoubts: draft.doubts.map((doubt) => doubt.reason),
    measures: measureForms(draft).map((form) => ({
      ...form,
      planId: plan.id,
      rev: offer.revision,
      editable: offer.events.includes('correct'),
    })),
    parts: sourceParts(draft),
  };
}

function headFacts(draft: DraftReading, joint: number): { label: string; value: string }[] {
  const phases = draft.phases.map((phase) => `${phase.name}（${phase.start ?? ''}至${phase.end ?? ''}）`).join('，');
  return [
    { label: '发文机关', value: draft.issuers.map((unit) => unit.name).join('、') || '未读出' },
    { label: '举措', value: `${draft.measures.length} 条，其中未印明牵头的 ${joint} 条` },
    { label: '阶段', value: phases || '未印明，按惯例推定，可由我办调整' },
    { label: '总体目标', value: draft.goals.map((goal) => `${goal.metric} ${goal.raw}`).join('；') || '无数字目标' },
    {
      label: '向上报送',
      value: draft.reporting.map((duty) => `${duty.from}→${duty.to}（${duty.due ?? '未定'}）`).join('；') || '未印明',
    },
    { label: '未分工条款', value: draft.unassigned.join('；') || '无' },
    { label: '联系人', value: draft.contacts > 0 ? `${draft.contacts} 人（个人信息不保留）` : '无' },
  ];
}

function measureChanges(measure: DraftMeasure, form: CorrectMeasureDto): DraftChange[] {
  const { key } = measure;
  const wanted: Record<string, unknown> = {
    ...{
      title: form.title.trim(),
      mode: form.mode,
      track: form.track,
      consolidator: form.consolidator,
      due: form.due || null,
    },
    responsible: unitRefs(form.responsible, measure.responsible),
    supporting: unitRefs(form.supporting, measure.supporting),
    groups: groupChoices(measure.groups, form.groups),
    accepted: true,
  };
  return changed(wanted, measure as unknown as Record<string, unknown>, key);
}

function headChanges(draft: DraftReading, form: CorrectPlanDto): DraftChange[] {
  const { title, level } = form;
  const wanted = {
    title,
    level,
    docNumber: form.docNumber || null,
    issuedOn: form.issuedOn || null,
    region: form.region || null,
  };
  return changed(wanted, draft as unknown as Record<string, unknown>, null);
}

function changed(wanted: Record<string, unknown>, before: Record<string, unknown>, key: string | null): DraftChange[] {
  return Object.entries(wanted)
    .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field]))
    .map(([field, value]) => ({ key, field, value }));
}
