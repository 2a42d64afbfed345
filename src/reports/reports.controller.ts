import { Controller, Get, Param, Query, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '../identity/identity.service.js';
import { Me } from '../identity/me.decorator.js';
import { filtersOf, LedgerQueryDto } from '../ledger/ledger.service.js';
import { Refusal } from '../shared/errors.js';
import { readsEveryPaper, UNIT_KINDS } from './access.js';
import { isPaperFormat, isPaperKind, PAPER_KINDS, type PaperFormat, type PaperKind } from './kinds.js';
import { PaperQueryDto } from './reports.dto.js';
import { figurePage, reportsPage, type FigurePage, type ReportsPage } from './reports.presenter.js';
import { ReportsService } from './reports.service.js';
import { sendFile } from './send-file.js';

/** Papers to download, and where their figures come from. */
@Controller('reports')
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Get()
  @Render('pages/reports/list')
  async list(@Me() me: SignedIn): Promise<ReportsPage> {
    const everything = readsEveryPaper(me.actor);
    return reportsPage(
      await this.reports.plans(me.actor),
      everything ? null : me.actor.unit,
      everything ? PAPER_KINDS : UNIT_KINDS,
    );
  }

  /** The ledger page's rows, filtered as there. */
  @Get('ledger.xlsx')
  async ledger(@Query() query: LedgerQueryDto, @Me() me: SignedIn, @Res() response: Response): Promise<void> {
    sendFile(response, await this.reports.ledgerFile(me.actor, query.plan ?? 'all', filtersOf(query), query.asOf));
  }

  @Get(':plan/figures/:indicator')
  @Render('pages/reports/figure')
  async figure(
    @Param('plan') plan: string,
    @Param('indicator') indicator: string,
    @Query() query: PaperQueryDto,
    @Me() me: SignedIn,
  ): Promise<FigurePage> {
    return figurePage(await this.reports.figure(me.actor, plan, indicator, query.asOf));
  }

  @Get(':plan/:file')
  async download(
    @Param('plan') planId: string,
    @Param('file') file: string,
    @Query() query: PaperQueryDto,
    @Me() me: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const request = { planId, ...paperOf(file), asOf: query.asOf, unitId: query.unit };
    sendFile(response, await this.reports.renderFor(me.actor, request));
  }
}

/** 'year-end-draft.docx' → kind, format, 底稿 or not. Refusal: not_found. */
function paperOf(file: string): { kind: PaperKind; format: PaperFormat; draft: boolean } {
  const [, name = '', format = ''] = /^(.+)\.([a-z]+)$/.exec(file) ?? [];
  const kind = name.replace(/-draft$/, '');
  if (isPaperKind(kind) && isPaperFormat(format)) return { kind, format, draft: name.endsWith('-draft') };
  throw new Refusal('not_found', '没有这样的材料。', { place: file, cure: '请从“报告”页面选择。' });
}
