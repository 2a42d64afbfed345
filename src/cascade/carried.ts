import type { LeadGround } from '../domain/plan/duties.js';
import type {
  ConditionReading,
  LeadBasis,
  OpenGroup,
  ResponsibilityMode,
  TargetReading,
} from '../domain/plan/reading.js';
import type { PrintedWords } from './printed-words.js';

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
  /** How the work is divided, what else is asked, and the chapter, as the text has it. */
  mode?: ResponsibilityMode;
  conditions?: ConditionReading[];
  openGroups?: OpenGroup[];
  heading?: string[];
  /** What the paper prints where the words are the office's own. */
  printed?: PrintedWords | 'none';
}

/** What an amendment did with one measure; kept in the plan's event, so that the old wording is never lost. */
export interface CarriedMeasure {
  /** Null for a clause that nobody works on: not started by decision. */
  measureId: string | null;
  act: 'kept' | 'restarted' | 'withdrawn' | 'merged' | 'started' | 'resumed' | 'untouched';
  before: Wording | null;
  after: Wording | null;
  /** What changed, in a sentence. */
  sentence: string;
  /** The measure that a merged one went into. */
  into?: string;
}

/** What of a clause an amendment writes down. */
export function wordingOf(clause: Wording): Wording {
  const { no, title, text, note, due, targets, leadBasis, leadGround } = clause;
  const { mode, conditions, openGroups, heading } = clause;
  return { no, title, text, note, due, targets, leadBasis, leadGround, mode, conditions, openGroups, heading };
}
