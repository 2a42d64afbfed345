import { Injectable } from '@nestjs/common';
import type { Actor } from '../engine/types.js';
import { Engine } from '../engine/engine.js';
import { FlowService, type FlowView } from '../flow/flow.service.js';
import { Database } from '../persistence/database.js';
import { refuseUnlessReadable } from './access.js';
import { DocumentsService } from './documents.service.js';
import { reportWordCount } from './papers/index.js';
import { indicatorResults } from './presenters/indicator-results.js';
import { prefilled } from './presenters/prefill.js';
import { reportView } from './presenters/report.presenter.js';
import { ReportsService } from './reports.service.js';
import type { ReportKind } from './views.js';
import { yearEndPage, type YearEndFacts, type YearEndPage } from './year-end.presenter.js';

/** Events that have forms of their own on the page, or none there. */
const OWN_FORMS = new Set(['revise', 'recordApproval', 'uploadFinal']);

/** Puts together what the page of a year's paper shows. */
@Injectable()
export class DocumentDesk {
  constructor(
    private readonly database: Database,
    private readonly engine: Engine,
    private readonly reports: ReportsService,
    private readonly documents: DocumentsService,
    private readonly flow: FlowService,
  ) {}

  /** The page as of a day, default today of the plan's clock. Refusals: not_found, plan_not_issued, day_not_yet. */
  async page(planId: string, kind: ReportKind, actor: Actor, asOf?: string): Promise<YearEndPage> {
    await refuseUnlessReadable(this.database.reader, actor, { planId, kind });
    const data = await this.reports.data(planId, asOf);
    const found = await this.documents.find(data.cycle.id, kind);
    const { edited } = await this.reports.edited(data, kind);
    const view = reportView(data, { kind, genre: '报告', draft: false, edited, number: null, signer: null });
    const issues = await Promise.all(
      (found?.issues ?? []).map(async (issue) => ({ issue, changed: await this.documents.changedQuotes(issue) })),
    );
    return yearEndPage({
      ...{ data, kind, issues, document: found },
      parts: prefilled(data, indicatorResults(data), kind),
      count: reportWordCount(view),
      flow: found ? await this.flowOf(found.document.id, actor) : null,
    });
  }

  /** Buttons for the document's further way (审签, 报送, 归档…), those with forms of their own left out. */
  async actions(page: YearEndPage, actor: Actor): Promise<FlowView['actions']> {
    if (!page.documentId) return [];
    const { actions } = await this.flow.view(page.documentId, actor, `/plans/${page.planId}/year-end`);
    return actions.filter((action) => !OWN_FORMS.has(action.type));
  }

  /** Refusal: not_found, for people who may not read the plan's papers. */
  async refuseForeign(documentId: string, actor: Actor): Promise<void> {
    const { planId } = await this.documents.document(documentId);
    await refuseUnlessReadable(this.database.reader, actor, { planId, kind: 'year-end' });
  }

  private async flowOf(id: string, actor: Actor): Promise<YearEndFacts['flow']> {
    const { words } = await this.flow.view(id, actor, '');
    const { revision, events } = await this.engine.offers(id, actor);
    return { words, revision, events };
  }
}
