import type { DueDay, EventsOf } from '../stamp.js';

/** What each event of a document to be issued (文稿: 报告, 函, 督办单…) carries. */
export interface DocumentPayloads {
  revise: { note: string; text?: string };
  askComments: { units: string[]; due: string; fires: string | null };
  comment: { unit: string; verdict: 'none' | 'some'; text?: string; receivedOn?: string };
  extendComments: { due: string; fires: string | null };
  closeComments: { note?: string };
  approve: { opinion: string };
  recordApproval: { signer: string; post: string; on: string; proof: string | null };
  returnDraft: { opinion: string };
  uploadFinal: { file: string; changedFigures: unknown[] };
  send: { number: string; on: string; to: string; channel: string };
  receipt: { on: string; from: string };
  askChanges: { text: string; from: string };
  file: { place: string };
  discard: { reason: string };
  'deadline.comments': DueDay;
}

export type DocumentEvent = EventsOf<DocumentPayloads>;
