import type { DueDay, EventsOf, Nothing } from '../stamp.js';

/** What a unit hands in; the figures and texts themselves are checked and kept outside the machine. */
export interface PacketContents {
  rows: unknown[];
  figures: unknown[];
  texts: unknown[];
  files: unknown[];
}

/** How a unit's paper, call or message reached the office; punctuality is judged by `receivedOn`. */
export interface Receipt {
  channel: string;
  receivedOn: string;
  signer: string;
  post: string;
  /** SHA-256 of the proof file; null means 待补证. */
  proof: string | null;
}

/** What each event of a packet (报送件) carries; `fires` is the day after the due day. */
export interface PacketPayloads {
  saveDraft: Nothing;
  approveInside: { form: 'none' | 'paper' | 'online'; signer: string; post: string; on: string };
  submit: PacketContents;
  record: PacketContents & Receipt;
  reportNil: { text: string } & Partial<Receipt>;
  exempt: { reason: string };
  unexempt: { due: string | null; fires: string | null; reason?: string };
  /** `wantedBy` is the day of the supplement, `fires` the day after. */
  askMore: { rows: string[]; reason: string; wantedBy?: string | null; fires?: string | null };
  accept: { opinion: string };
  acceptOwnEntry: { opinion: string };
  withdraw: { reason: string };
  correctFigure: { indicator: string; period: string; old: string; new: string; reason: string; agreedBy: string };
  addProof: { proof: string };
  setDue: { due: string | null; fires: string | null; reason?: string };
  cancel: { reason?: string };
  'deadline.due': DueDay;
  'deadline.supplement': DueDay;
}

export type PacketEvent = EventsOf<PacketPayloads>;
