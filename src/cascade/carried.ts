import type { LeadGround } from '../domain/plan/duties.js';
import type { LeadBasis, TargetReading } from '../domain/plan/reading.js';

/** A clause as an amendment found or leaves it. */
export interface Wording {
  no: string;
  title: string;
  text: string;
  note: string;
  due: string | null;
  targets: TargetReading[];
  leadBasis: LeadBasis | null;
  leadGround: LeadGround | null;
}

/** What an amendment did with one measure; kept in the plan's event, so that the old wording is never lost. */
export interface CarriedMeasure {
  /** Null for a clause that nobody works on: not started by decision. */
  measureId: string | null;
  act: 'kept' | 'restarted' | 'withdrawn' | 'merged' | 'started' | 'untouched';
  before: Wording | null;
  after: Wording | null;
  /** What changed, in a sentence. */
  sentence: string;
  /** The measure that a merged one went into. */
  into?: string;
}

/** What of a clause an amendment writes down. */
export function wordingOf({ no, title, text, note, due, targets, leadBasis, leadGround }: Wording): Wording {
  return { no, title, text, note, due, targets, leadBasis, leadGround };
}
