import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Engine } from '../engine/engine.js';
import type { SignedIn } from '../identity/identity.service.js';
import { Me } from '../identity/me.decorator.js';
import { leaveFlash, SentForm, type FormMeta } from '../web/index.js';
import { CompareQueryDto, JudgeDto } from './cascade.dto.js';
import { CascadeService } from './cascade.service.js';
import { nameOf, planIdsOf } from './comparison.lines.js';
import { choosingView, comparisonView } from './comparison.presenter.js';
import { comparisonWorkbook } from './comparison.sheet.js';

const SAID = {
  same: '已确认这两条是同一事项。',
  different: '已登记这两条不是同一事项，不再提示为对应。',
  undone: '已撤销，恢复为系统建议。',
};
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** 对照: a plan beside the superior's or beside its new version. */
@Controller('plans/:id/compare')
export class CascadeController {
  constructor(
    private readonly cascade: CascadeService,
    private readonly engine: Engine,
  ) {}

  @Get()
  async choose(
    @Param('id') id: string,
    @Query() query: CompareQueryDto,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    if (query.other) return response.redirect(303, `/plans/${id}/compare/${query.other}?kind=${query.kind}`);
    const { plan, others } = await this.cascade.others(id, me.actor);
    response.render('pages/cascade/choose', choosingView(plan, others));
  }

  @Get(':other')
  async page(
    @Param('id') id: string,
    @Param('other') other: string,
    @Query() query: CompareQueryDto,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const result = await this.cascade.compare(id, other, query.kind, me.actor);
    response.render('pages/cascade/comparison', comparisonView(result, me.actor, query.show));
  }

  @Get(':other/export.xlsx')
  async sheet(
    @Param('id') id: string,
    @Param('other') other: string,
    @Query() query: CompareQueryDto,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const result = await this.cascade.compare(id, other, query.kind, me.actor);
    const bytes = comparisonWorkbook(result, await this.engine.today(id));
    const name = encodeURIComponent(`${nameOf(result)}表.xlsx`);
    response.set({ 'Content-Type': XLSX, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` });
    response.send(Buffer.from(bytes));
  }

  /** Many small forms of one page come here, so the clauses are part of the key that tells a double click. */
  @Post(':other/pairs')
  async judge(
    @Param('id') id: string,
    @Param('other') other: string,
    @Body() { left, right, verdict, kind, show }: JudgeDto,
    @SentForm() sent: FormMeta,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const { leftPlan, rightPlan } = planIdsOf({ kind, own: { plan: { id } }, other: { plan: { id: other } } });
    const judgement = { leftPlan, left, rightPlan, right, verdict, several: kind === 'superior' };
    await this.cascade.judge(judgement, me.actor, `${sent.key}:${left}:${right}:${verdict}`);
    leaveFlash(response, 'success', SAID[verdict]);
    response.redirect(303, `/plans/${id}/compare/${other}?kind=${kind}&show=${show}`);
  }
}
