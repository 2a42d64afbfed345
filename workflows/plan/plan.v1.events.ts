import type { EventsOf, Nothing } from '../stamp.js';

/** What each event of a plan carries. */
export interface PlanPayloads {
  /** The fields of the reading that change. */
  correct: { patch: Record<string, unknown> };
  confirm: Nothing;
  discard: { reason: string };
  reopenDraft: Nothing;
  /** Day of issue (成文/印发) and day from which this office works with it here (启用). */
  issue: {
    issuedOn: string;
    enabledOn: string;
    /** To whom the reports go up. */
    recipient?: string | null;
    /** Demonstration: offset of the plan's clock against the system clock, ms. */
    clockOffset?: number;
    counties?: string[];
    indicators?: unknown[];
  };
  /** A choice made after issuing: indicators, recipient, membership, unit of a measure… */
  adjust: { what: string; patch: Record<string, unknown>; reason?: string };
  moveClock: { offsetMs: number };
  openCycle: { year: number; cycleId: string };
  amend: { note: string; documentNumber?: string };
  withdraw: { reason: string };
  appraise: Nothing;
  archive: Nothing;
  resume: { reason?: string };
}

export type PlanEvent = EventsOf<PlanPayloads>;
