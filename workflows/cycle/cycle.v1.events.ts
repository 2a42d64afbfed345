import type { DueDay, EventsOf, Nothing } from '../stamp.js';

/** Days on which a stage's end is acted on: the day after its last day; null where none is printed or set. */
export interface StageEnds {
  mobilisationEnd: string | null;
  implementationEnd: string | null;
  evaluationEnd: string | null;
}

/** One stage as the office sets it: days 'YYYY-MM-DD', null where open; `proposed` marks 推定. */
export interface StageDates {
  stage: 'mobilisation' | 'implementation' | 'evaluation';
  start: string | null;
  end: string | null;
  proposed: boolean;
}

/** What each event of a year's cycle carries. */
export interface CyclePayloads {
  setPhases: { phases: StageDates[]; fires: StageEnds };
  beginImplementation: Nothing;
  beginEvaluation: Nothing;
  appraise: Nothing;
  close: Nothing;
  backToMobilisation: { reason: string };
  backToImplementation: { reason: string };
  backToEvaluation: { reason: string };
  'deadline.mobilisationEnd': DueDay;
  'deadline.implementationEnd': DueDay;
  'deadline.evaluationEnd': DueDay;
}

export type CycleEvent = EventsOf<CyclePayloads>;
