import { Injectable } from '@nestjs/common';
import { parseDay } from '../domain/calendar/day.js';
import { Engine } from '../engine/engine.js';
import { PastRecords, type Past } from '../engine/past.js';
import type { Actor } from '../engine/types.js';
import { logAccess } from '../identity/identity.service.js';
import {
  MOST_AT_A_PAGE,
  LedgerService,
  refuseFuture,
  type DutyLine,
  type LedgerFilters,
} from '../ledger/ledger.service.js';
import { Database } from '../persistence/database.js';
import { Plan } from '../plans/plans.entities.js';
import { PlansService } from '../plans/plans.service.js';
import { Clock } from '../shared/clock.js';
import { Refusal } from '../shared/errors.js';
import { readsEveryPaper, refuseUnlessReadable, visiblePlans, type VisiblePlan } from './access.js';
import { editedTexts, type EditedTexts } from './data/edited.js';
import { loadPlannedData, loadReportData, ownColumnsOf } from './data/load.js';
import type { ReportData } from './data/report-data.js';
import { MIME_TYPES, PAPER_NAMES, type PaperFormat, type PaperKind } from './kinds.js';
import { ledgerWorkbook } from './papers/index.js';
import { indicatorResults, type IndicatorResult } from './presenters/indicator-results.js';
import { filteredLedgerView } from './presenters/ledger.presenter.js';
import { htmlOf, renderPaper, type PaperFile, type PaperWish } from './render.js';
import type { Genre } from './views.js';

export type { PaperFile } from './render.js';

export interface PaperRequest {
  planId: string;
  kind: PaperKind;
  format: PaperFormat;
  /** Data up to the end of this day; default: today of the plan's clock. */
  asOf?: string;
  /** 底稿 instead of the clean 报送稿. */
  draft?: boolean;
  /** One unit's sheet, reminder, receipt or self-check. */
  unitId?: string;
  genre?: Genre;
  /** 含以后补录: what was entered after the day, but received by then, counts too; else the record as it stood then. */
  withLater?: boolean;
}

/** Papers from the record: the same record, day and request give the same bytes. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly database: Database,
    private readonly engine: Engine,
    private readonly ledger: LedgerService,
    private readonly planning: PlansService,
    private readonly clock: Clock,
    private readonly past: PastRecords,
  ) {}

  /**
   * Makes a paper; of a past day by the record of that day, replayed (`most`: see PastRecords). Refusals: no_record_then, log_too_long, not_found, plan_not_issued, format_not_available, day_invalid, day_not_yet, nothing_to_supervise,
   * nothing_to_remind, no_round, unit_without_tasks.
   */
  async render(request: PaperRequest, most?: number): Promise<PaperFile> {
    const { planId, asOf, withLater = false } = request;
    const planned = await this.planned(request);
    if (planned) return renderPaper(planned, await this.wish(planned, request));
    if (withLater || !asOf || asOf >= (await this.engine.today(planId))) {
      const data = await this.data(planId, asOf);
      return renderPaper(data, await this.wish(data, request));
    }
    const work = async (past: Past) => {
      const then = this.on(past);
      const data = await then.data(planId, asOf);
      return renderPaper(data, await then.wish(data, request));
    };
    return this.past.use(planId, parseDay(asOf), work, most);
  }

  /** The same service on the record of the past. */
  private on({ database, engine }: Past): ReportsService {
    const ledger = new LedgerService(database, engine, this.past);
    return new ReportsService(database, engine, ledger, this.planning, this.clock, this.past);
  }

  /** The same for a person: whole papers for the office, auditors and superiors, units get what is theirs. Exports are logged. */
  async renderFor(actor: Actor, wanted: PaperRequest): Promise<PaperFile> {
    const request = readsEveryPaper(actor) ? wanted : { ...wanted, unitId: wanted.unitId ?? actor.unit ?? undefined };
    await refuseUnlessReadable(this.database.reader, actor, request);
    const file = await this.render(request, MOST_AT_A_PAGE);
    await this.logExport(actor, `${request.planId} ${file.fileName}`);
    return file;
  }

  /** The paper as semantic HTML to stand in a page, its figures linked to their submissions. */
  async preview(actor: Actor, request: Omit<PaperRequest, 'format'>): Promise<string> {
    await refuseUnlessReadable(this.database.reader, actor, request);
    const data = await this.data(request.planId, request.asOf);
    return htmlOf(data, await this.wish(data, { ...request, format: 'html' }));
  }

  /** The filtered ledger of the page as a workbook. */
  async ledgerFile(actor: Actor, planId: string, filters: LedgerFilters, asOf?: string): Promise<PaperFile> {
    const { lines } =
      asOf && planId !== 'all'
        ? await this.ledger.rowsAsOf(planId, asOf, filters, actor)
        : await this.ledger.rows(planId, filters, actor);
    const own =
      planId === 'all' ? null : (await visiblePlans(this.database.reader, actor)).find((plan) => plan.id === planId);
    const day = (own && asOf) || (await this.engine.today(own?.id ?? ''));
    const plan = { title: own?.title ?? '各项计划', number: own?.number ?? null };
    const office = own?.region ? `${own.region}农民工办` : '农民工办';
    const columns = await ownColumnsOf(
      this.database.reader,
      lines.map((line) => line.planId),
    );
    const remarkOf = (line: DutyLine): string => columns.get(`${line.planId}|${line.draftKey}`) ?? '';
    const bytes = ledgerWorkbook(filteredLedgerView(lines, plan, office, day, remarkOf));
    const fileName = `${plan.title.replace(/[\\/:*?"<>|\s]/g, '').slice(0, 60)}-${PAPER_NAMES.ledger}-${day}.xlsx`;
    await this.logExport(actor, fileName);
    return { bytes, fileName, mime: MIME_TYPES.xlsx };
  }

  /** Plans whose papers a person may have. */
  plans(actor: Actor): Promise<VisiblePlan[]> {
    return visiblePlans(this.database.reader, actor);
  }

  /** One indicator over all units, with the way back to every part. Refusal: not_found. */
  async figure(
    actor: Actor,
    planId: string,
    indicatorId: string,
    asOf?: string,
  ): Promise<{ result: IndicatorResult; data: ReportData }> {
    await refuseUnlessReadable(this.database.reader, actor, { planId });
    const data = await this.data(planId, asOf);
    const result = indicatorResults(data).find((one) => one.indicator.id === indicatorId);
    if (!result) throw new Refusal('not_found', '没有找到该指标。', { cure: '请从报告或计划页面进入。' });
    return { result, data };
  }

  /**
   * The present record of a plan's year, with what was received by the end of a day, default today of the plan's clock.
   * Refusal: day_not_yet.
   */
  async data(planId: string, asOf?: string): Promise<ReportData> {
    const today = await this.engine.today(planId);
    const day = asOf ? parseDay(asOf) : today;
    refuseFuture(day, today);
    return loadReportData(this.database.reader, this.ledger, planId, day);
  }

  /** The 任务分解表 goes out right after confirming, before anything is issued; null for every other case. */
  private async planned({ planId, kind }: PaperRequest): Promise<ReportData | null> {
    if (kind !== 'task-table') return null;
    const plan = await this.database.reader.manager.findOneBy(Plan, { id: planId });
    if (plan?.state !== 'confirmed') return null;
    const today = await this.engine.today(planId);
    return loadPlannedData(this.database.reader, planId, await this.planning.planned(planId), today);
  }

  /** The office's own paragraphs of the year's paper of this kind, as of the data's day. */
  edited(data: ReportData, kind: string): Promise<EditedTexts> {
    return editedTexts(this.database.reader, data.cycle.id, kind, data.day);
  }

  private async wish(data: ReportData, request: PaperRequest): Promise<PaperWish> {
    const { kind, format, draft = false, unitId = null, genre = '报告' } = request;
    const { edited, number } = await this.edited(data, kind);
    return { kind, format, draft, unitId, genre, edited, number, signer: null };
  }

  private logExport(actor: Actor, detail: string): Promise<void> {
    const access = {
      at: this.clock.now(),
      accountId: actor.user,
      action: 'export',
      detail: detail.slice(0, 300),
      address: null,
    };
    return this.database.write((tx) => logAccess(tx, access));
  }
}
