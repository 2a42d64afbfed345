import type { CalendarDay } from '../calendar/day.js';
import type {
  LeadBasis,
  OpenGroup,
  PhaseReading,
  PlanLevel,
  ReportingDuty,
  ResponsibilityMode,
  TargetReading,
} from '../plan/reading.js';

/** A real plan as structured facts (seeds/plans/*.json): no sentence of its text and no contact person. */
export interface PlanFacts {
  id: string;
  title: string;
  noticeTitle: string | null;
  docNumber: string | null;
  /** Names with place. */
  issuers: string[];
  issuedOn: CalendarDay | null;
  region: string;
  level: PlanLevel;
  kind: string;
  basis: string[];
  addressees: string[];
  phases: PhaseReading[];
  reporting: ReportingDuty[];
  goals: TargetReading[];
  /** Numbered clauses without a responsibility note. */
  unassigned: string[];
  measures: MeasureFacts[];
}

export interface MeasureFacts {
  /** Printed numbers joined by level: 二（一）1 is 2.1.1. */
  no: string;
  heading: string[];
  title: string;
  mode: ResponsibilityMode;
  /** Full unit names with level prefix and without place. */
  lead: string | null;
  leadBasis: LeadBasis | null;
  responsible: string[];
  supporting: string[];
  open: string[];
  openGroups: OpenGroup[];
  targets: TargetReading[];
  /** One or two sentences of our own saying what the measure asks. */
  content: string;
}
