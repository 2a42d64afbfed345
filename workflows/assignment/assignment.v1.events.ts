import type { DueDay, EventsOf } from '../stamp.js';

export type Role = 'responsible' | 'supporting';
/** 签收, 视同签收, 免签 (a co-issuer of the plan). */
export type Acknowledgement = 'signed' | 'deemed' | 'exempt';

/** What each event of an assignment carries; `fires` is the day after the due day. */
export interface AssignmentPayloads {
  acknowledge: { kind: Acknowledgement };
  report: { packetId: string; progress: string };
  splitWork: { offices: string[] };
  followLead: { on: boolean };
  changeRole: { role: Role; reason?: string };
  /** `internal` is the office's own earlier day (内部时间); missing it is not late. */
  setDue: { on: string | null; fires: string | null; internal?: string | null; reason?: string };
  requestExtension: { to: string; reason: string };
  withdrawExtension: { reason?: string };
  grantExtension: { to: string; fires: string | null; opinion: string };
  refuseExtension: { opinion: string };
  acceptContribution: { opinion?: string };
  returnContribution: { opinion: string };
  transfer: { toUnit: string; reason: string };
  remove: { reason: string };
  close: { reason?: string };
  /** Without a new day, the one that was set before holds on. */
  reopen: { fires?: string | null; reason?: string };
  'deadline.due': DueDay;
}

export type AssignmentEvent = EventsOf<AssignmentPayloads>;
