import type { DueDay, EventsOf } from '../stamp.js';

/** What each event of a round (调度) carries; `fires` is the day after the due day. */
export interface RoundPayloads {
  extend: { due: string; fires: string | null; reason?: string };
  chase: { units: string[]; channel: string; text: string };
  addUnits: { units: string[] };
  removeUnits: { units: string[]; reason: string };
  /** Items, indicators or parts asked for change. */
  changeRequest: { patch: Record<string, unknown>; reason?: string };
  close: { note?: string };
  reopen: { due: string; fires: string | null; reason: string };
  cancel: { reason: string };
  'deadline.due': DueDay;
}

export type RoundEvent = EventsOf<RoundPayloads>;
