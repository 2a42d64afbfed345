import type { DueDay, EventsOf } from '../stamp.js';

/** How far a unit may be pressed: 督办单, 函商 only, or by telephone only. */
export type Ceiling = 'order' | 'letter' | 'phone';
/** 一般, 重点, 挂牌（限期）, 通报, 约谈. */
export type SupervisionLevel = 'normal' | 'key' | 'listed' | 'circular' | 'interview';

/** What each event of a supervision (督办) carries; `fires` is the day after the due day. */
export interface SupervisionPayloads {
  phone: { on: string; post: string; said: string };
  settleByPhone: { outcome: string };
  draftOrder: { text: string; due: string; level: SupervisionLevel };
  draftLetter: { text: string; due: string };
  revise: { text: string; due: string };
  approve: { opinion: string };
  recordApproval: { signer: string; post: string; on: string; proof: string | null };
  returnDraft: { opinion: string };
  send: { number: string; on: string; channel: string; due: string; fires: string | null };
  acknowledge: { on: string; post?: string };
  chase: { channel: string; text: string };
  extend: { due: string; fires: string | null; reason: string };
  reply: { text: string; files: unknown[]; receivedOn?: string };
  withdrawReply: { reason: string };
  acceptReply: { opinion: string };
  acceptOwnEntry: { opinion: string };
  askAgain: { reason: string; due: string; fires: string | null };
  proposeEscalation: { level: SupervisionLevel; reason: string };
  declineEscalation: { reason: string };
  escalate: { level: SupervisionLevel; text: string; due: string };
  lift: { opinion: string };
  cancel: { reason: string };
  'deadline.reply': DueDay;
}

export type SupervisionEvent = EventsOf<SupervisionPayloads>;
