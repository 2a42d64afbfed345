import type { DueDay, EventsOf, Nothing } from '../stamp.js';

/** Days on which a stage's end is acted on: the day after its last day; null where none is printed or set. */
export interface StageEnds {
  mobilisationEnd: string | null;
  implementationEnd: string | null;
  evaluationEnd: string | null;
}

/** What each event of a year's cycle carries. */
export interface CyclePayloads {
  /** The stages as printed, set or proposed (推定), for the record; what acts are the days in `fires`. */
  setPhases: { phases: unknown[]; fires: StageEnds };
  beginImplementation: Nothing;
  beginEvaluation: Nothing;
  appraise: Nothing;
  close: Nothing;
  /** The plan was withdrawn. */
  cancel: { reason: string };
  backToMobilisation: { reason: string };
  backToImplementation: { reason: string };
  backToEvaluation: { reason: string };
  'deadline.mobilisationEnd': DueDay;
  'deadline.implementationEnd': DueDay;
  'deadline.evaluationEnd': DueDay;
}

export type CycleEvent = EventsOf<CyclePayloads>;
