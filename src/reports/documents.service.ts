import { Injectable } from '@nestjs/common';
import { Engine } from '../engine/engine.js';
import type { Actor, Answer } from '../engine/types.js';
import { Database } from '../persistence/database.js';
import { StoredFiles } from '../persistence/stored-files.js';
import type { Reader } from '../persistence/tx.js';
import { Figure } from '../rounds/rounds.entities.js';
import { Refusal } from '../shared/errors.js';
import { IdSource } from '../shared/ids.js';
import { documentOf } from './data/edited.js';
import type { ReportData } from './data/report-data.js';
import { MIME_TYPES, PAPER_NAMES } from './kinds.js';
import { reportWordCount } from './papers/index.js';
import { indicatorResults } from './presenters/indicator-results.js';
import { prefilled } from './presenters/prefill.js';
import { reportView } from './presenters/report.presenter.js';
import { DocumentIssue, DocumentParagraph, ReportDocument, type QuotedValue } from './reports.entities.js';
import type { DocumentStart, FinalPayload, ParagraphEdit } from './reports.projection.js';
import { ReportsService, type PaperFile } from './reports.service.js';
import type { ReportKind } from './views.js';

interface SentForm {
  key?: string;
  seenRevision?: number;
}

/** A figure of an issued paper that was corrected since: the paper stays, the list says so. */
export interface ChangedQuote {
  quote: QuotedValue;
  now: string | null;
}

/** Papers the office writes: begun from the units' texts, edited by paragraph, signed off, issued as a stored file. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly database: Database,
    private readonly engine: Engine,
    private readonly reports: ReportsService,
    private readonly files: StoredFiles,
    private readonly ids: IdSource,
  ) {}

  /** The paper of a year and kind with its paragraphs; null when nobody has begun it. */
  async find(
    cycleId: string,
    kind: ReportKind,
  ): Promise<{ document: ReportDocument; paragraphs: DocumentParagraph[]; issues: DocumentIssue[] } | null> {
    const manager = this.database.reader.manager;
    const document = await documentOf(this.database.reader, cycleId, kind);
    if (!document) return null;
    const documentId = document.id;
    const paragraphs = await manager.find(DocumentParagraph, { where: { documentId }, order: { position: 'ASC' } });
    return {
      document,
      paragraphs,
      issues: await manager.find(DocumentIssue, { where: { documentId }, order: { id: 'DESC' } }),
    };
  }

  /** Begins the paper of the plan's current year, prefilled with what the units sent. Refusal: already_exists. */
  async begin(planId: string, kind: ReportKind, actor: Actor, key?: string): Promise<string> {
    refuseOutsiders(actor);
    const data = await this.reports.data(planId);
    const input = this.start(data, kind, actor);
    const id = this.ids.next();
    const request = { planId, cycleId: data.cycle.id, kind, act: 'begin' };
    const answer = await this.engine.execute({ actor, key, request }, async (read) => {
      if (await documentOf(read, data.cycle.id, kind)) {
        throw new Refusal(
          'already_exists',
          `${data.cycle.year}年度的${PAPER_NAMES[kind]}已经开始编写，没有重复建立。`,
          { cure: '请刷新页面。' },
        );
      }
      return [{ kind: 'start', machine: 'document', id, scope: planId, input: { ...input } }];
    });
    return answer.receipts[0]!.instance;
  }

  private start(data: ReportData, kind: ReportKind, actor: Actor): DocumentStart {
    const view = reportView(data, { ...PLAIN, kind });
    const parts = prefilled(data, indicatorResults(data), kind);
    const paragraphs = parts.map(({ key, heading, text }) => ({ key, heading, prefill: text }));
    return { planId: data.plan.id, cycleId: data.cycle.id, kind, title: view.title, draftedBy: actor.user, paragraphs };
  }

  /** Keeps the office's own text of one paragraph; an empty one takes the units' texts again. Refusals: not_found, stale_revision. */
  async editParagraph(
    documentId: string,
    position: number,
    text: string,
    actor: Actor,
    sent: SentForm = {},
  ): Promise<Answer> {
    const paragraph = await this.paragraph(documentId, position);
    const own = text.replace(/\r\n?/g, '\n').trim();
    const note = own ? `修改了“${paragraph.heading}”` : `“${paragraph.heading}”恢复为各单位原文`;
    const payload: ParagraphEdit = { note, position, text: own || null };
    const command = {
      kind: 'send' as const,
      instance: documentId,
      type: 'revise',
      payload: { ...payload },
      seenRevision: sent.seenRevision,
    };
    return this.engine.execute({ actor, key: sent.key }, [command]);
  }

  /** Keeps the scan of a signed paper; returns its SHA-256. Refusals: file_empty, file_too_large, file_kind. */
  async keepProof(scan: { name: string; bytes: Uint8Array }, actor: Actor): Promise<string> {
    const [kept] = await this.files.keep([scan], actor.user);
    return kept!.sha256;
  }

  /** Records the leader's signature on paper; `proof` is the scan's SHA-256, null 待补证. */
  recordApproval(
    documentId: string,
    approval: { signer: string; post: string; on: string; proof: string | null },
    actor: Actor,
    sent: SentForm = {},
  ): Promise<Answer> {
    const command = {
      kind: 'send' as const,
      instance: documentId,
      type: 'recordApproval',
      payload: { ...approval },
      seenRevision: sent.seenRevision,
    };
    return this.engine.execute({ actor, key: sent.key }, [command]);
  }

  /**
   * 定稿: renders the clean paper as of a day, stores it, and records its SHA-256 with the figures it quotes. A stored
   * paper never changes; another 定稿 is another file. Refusals: not_found, stale_revision, not_now before it is signed off.
   */
  async finalise(documentId: string, actor: Actor, asOf?: string, sent: SentForm = {}): Promise<Answer> {
    const document = await this.document(documentId);
    const { revision, events } = await this.engine.offers(documentId, actor);
    if (!events.includes('uploadFinal')) {
      throw new Refusal('not_now', '文稿还没有审签，不能定稿。', {
        place: document.title,
        cure: '请先审签，或登记领导在纸上的签批。',
      });
    }
    const kind = document.kind as ReportKind;
    const file = await this.reports.render({ planId: document.planId, kind, format: 'docx', asOf, withLater: true });
    const payload = await this.finalPayload(document, file, actor, asOf);
    const seenRevision = sent.seenRevision ?? revision;
    return this.engine.execute({ actor, key: sent.key }, [
      { kind: 'send', instance: documentId, type: 'uploadFinal', payload: { ...payload }, seenRevision },
    ]);
  }

  /** An issued paper's file as it was stored. Refusal: not_found. */
  async issued(documentId: string, issueId: string): Promise<PaperFile> {
    const issue = await this.database.reader.manager.findOneBy(DocumentIssue, { id: issueId, documentId });
    if (!issue) throw notFound();
    const kept = await this.files.find(issue.file);
    if (!kept) throw notFound();
    return { bytes: kept.bytes, fileName: issue.fileName, mime: MIME_TYPES.docx };
  }

  /** 引用数已更正: figures that an issued paper quotes and that were corrected since. */
  async changedQuotes(issue: DocumentIssue): Promise<ChangedQuote[]> {
    const changed: ChangedQuote[] = [];
    for (const quote of issue.quotes) {
      const figure = await this.database.reader.manager.findOneBy(Figure, { id: quote.figureId });
      if (figure && figure.value !== quote.value) changed.push({ quote, now: figure.value });
    }
    return changed;
  }

  async document(id: string, read: Reader = this.database.reader): Promise<ReportDocument> {
    const document = await read.manager.findOneBy(ReportDocument, { id });
    if (!document) throw notFound();
    return document;
  }

  private async paragraph(documentId: string, position: number): Promise<DocumentParagraph> {
    const paragraph = await this.database.reader.manager.findOneBy(DocumentParagraph, { documentId, position });
    if (!paragraph) throw notFound();
    return paragraph;
  }

  private async finalPayload(
    document: ReportDocument,
    file: PaperFile,
    actor: Actor,
    asOf?: string,
  ): Promise<FinalPayload> {
    const data = await this.reports.data(document.planId, asOf);
    const { edited } = await this.reports.edited(data, document.kind);
    const view = reportView(data, { ...PLAIN, kind: document.kind as ReportKind, edited });
    const quotes = data.figures.map(({ id, packetId, indicatorId, unitId, value }) => ({
      figureId: id,
      packetId,
      indicatorId,
      unitId,
      value,
    }));
    const { sha256 } = await this.files.keepOwn({ name: file.fileName, bytes: file.bytes }, file.mime, actor.user);
    return {
      file: sha256,
      fileName: file.fileName,
      asOf: data.day,
      wordCount: reportWordCount(view),
      quotes,
      changedFigures: [],
    };
  }
}

const PLAIN = { genre: '报告' as const, draft: false, edited: new Map<string, string>(), number: null, signer: null };

function refuseOutsiders(actor: Actor): void {
  if (actor.roles.includes('coordinator')) return;
  throw new Refusal('not_allowed', '总结材料由牵头的农民工办编写。', {
    cure: '如需补充本单位情况，请在报送件中填写。',
  });
}

function notFound(): Refusal {
  return new Refusal('not_found', '没有找到这份文稿。', { cure: '请从“报告”页面进入。' });
}
