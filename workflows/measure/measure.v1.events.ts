import type { EventsOf, Nothing } from '../stamp.js';

export type Track = 'deliverable' | 'standing';
/** Who puts the measure together: the coordinator's office (我办汇总) or the stated lead. */
export type Consolidator = 'office' | 'lead';

/** What each event of a measure carries. */
export interface MeasurePayloads {
  beginImplementation: Nothing;
  setConsolidator: { consolidator: Consolidator; leadUnit: string | null; reason?: string };
  changeTrack: { track: Track; reason: string };
  requestCompletion: { text: string };
  withdrawRequest: { reason: string };
  verifyCompletion: { opinion: string };
  verifyOwnEntry: { opinion: string };
  returnCompletion: { opinion: string };
  evaluateYear: { opinion: string };
  raiseDispute: { reason: string };
  settleDispute: { outcome: string };
  suspend: { reason: string };
  resume: { reason?: string };
  beginEvaluation: Nothing;
  unitTextsIn: Nothing;
  consolidate: { text: string };
  returnReview: { opinion: string };
  backToImplementation: { reason: string };
  closeAchieved: { opinion: string };
  closeMostly: { opinion: string };
  closeNotAchieved: { opinion: string };
  closeCarriedForward: { opinion: string };
  reopen: { reason: string };
  merge: { into: string; reason: string };
  withdraw: { reason: string };
}

export type MeasureEvent = EventsOf<MeasurePayloads>;
