import type { Projection, Recorded } from '../engine/types.js';
import type { Tx } from '../persistence/tx.js';
import type { QuotedValue } from './reports.entities.js';

/** What a paper is begun with; the payload of its start. */
export interface DocumentStart {
  planId: string;
  cycleId: string;
  kind: string;
  title: string;
  /** Id of the user, for the machine. */
  draftedBy: string;
  paragraphs: { key: string; heading: string; prefill: string }[];
}

/** An edit of one paragraph; null text takes the units' texts again. */
export interface ParagraphEdit {
  note: string;
  position: number;
  text: string | null;
}

export interface FinalPayload {
  file: string;
  fileName: string;
  asOf: string;
  wordCount: number;
  quotes: QuotedValue[];
  changedFigures: unknown[];
}

type Handler = (tx: Tx, event: Recorded) => Promise<unknown>;

const onDocument: Record<string, Handler> = {
  start: beginDocument,
  revise: async (tx, e) => {
    const { position, text } = e.payload as unknown as ParagraphEdit;
    if (position === undefined) return;
    const edit =
      text === null ? { text, editedBy: null, editedOn: null } : { text, editedBy: e.actorName, editedOn: e.at };
    await tx.update('document_paragraph', edit, { id: `${e.instance}:${position}` });
  },
  approve: (tx, e) => tx.update('document', { approvedBy: e.actorName, approvedOn: e.at }, { id: e.instance }),
  recordApproval: (tx, e) => {
    const { signer, post, on } = e.payload;
    return tx.update(
      'document',
      { approvedBy: `${String(signer)}（${String(post)}）`, approvedOn: on },
      { id: e.instance },
    );
  },
  returnDraft: (tx, e) => tx.update('document', { approvedBy: null, approvedOn: null }, { id: e.instance }),
  uploadFinal: keepIssue,
  send: (tx, e) => tx.update('document', { number: e.payload.number, sentOn: e.payload.on }, { id: e.instance }),
};

/** Papers of the office and their issued versions, kept in step with the log. */
export const reportsProjection: Projection = {
  name: 'reports',
  tables: ['document', 'document_paragraph', 'document_issue'],
  machines: ['document'],
  async apply(tx, event) {
    await onDocument[event.type]?.(tx, event);
    if (event.type === 'start') return;
    const { version, selfReviewed } = event.context;
    await tx.update('document', { state: event.state, version, selfReviewed }, { id: event.instance });
  },
};

async function beginDocument(tx: Tx, event: Recorded): Promise<void> {
  const { planId, cycleId, kind, title, paragraphs } = event.payload as unknown as DocumentStart;
  const fresh = { version: 1, approvedBy: null, approvedOn: null, selfReviewed: false, number: null, sentOn: null };
  const drafted = { draftedBy: event.actorName, draftedOn: event.at };
  await tx.insert('document', {
    id: event.instance,
    planId,
    cycleId,
    kind,
    title,
    state: event.state,
    ...drafted,
    ...fresh,
  });
  for (const [position, { key, heading, prefill }] of paragraphs.entries()) {
    const about = {
      id: `${event.instance}:${position}`,
      documentId: event.instance,
      position,
      paragraphKey: key,
      heading,
      prefill,
    };
    await tx.insert('document_paragraph', { ...about, text: null, editedBy: null, editedOn: null });
  }
}

async function keepIssue(tx: Tx, event: Recorded): Promise<void> {
  const { file, fileName, asOf, wordCount, quotes } = event.payload as unknown as FinalPayload;
  const about = { id: `${event.instance}:${event.seq}`, documentId: event.instance, version: event.context.version };
  await tx.insert('document_issue', {
    ...about,
    file,
    fileName,
    asOf,
    wordCount,
    quotes,
    finalisedBy: event.actorName,
    finalisedOn: event.at,
  });
}
