import type { OwnColumn } from './own-columns.js';

/**
 * What the intake reads out of a plan document: plain data, printed by `qiantou parse FILE --json`
 * (design.md section 8), shown on the confirm page, corrected there, and turned into workflows when issued.
 * Days are 'YYYY-MM-DD'; spans are [start, end) UTF-16 offsets into `PlanReading.text`.
 */
export type Span = [start: number, end: number];

export type PlanLevel = 'state' | 'province' | 'city' | 'county';

/** A unit as printed and as recognised: `name` is the full name with level prefix and no place (市财政局). */
export interface UnitRef {
  name: string;
  surface: string;
  span?: Span;
  /** Of a supporting unit: it answers for a part of its own beside the lead (责任单位 beside 牵头 and 配合). */
  own?: boolean;
}

export type ResponsibilityMode = 'lead_support' | 'separate' | 'joint' | 'all';
export type LeadBasis = 'stated' | 'first_listed' | 'chosen';
export type TargetOp = '=' | '>=' | '<=' | '~' | '>' | '<' | 'trend_down' | 'trend_up';
export type TargetKind = 'annual' | 'ratio' | 'standing' | 'multi_year' | 'norm' | 'parameter' | 'scope';

export interface TargetReading {
  metric: string;
  op: TargetOp;
  /** In the base unit (18万人 is 180000), null for trends. */
  value: number | null;
  unit: string | null;
  raw: string;
  by: string | null;
  targetKind: TargetKind;
  /** false for 力争/努力实现 and the like. */
  hard: boolean;
  cumulative?: boolean;
  /** First and last of the years of which each has this figure (2025—2027年每年). */
  years?: [number, number];
  span?: Span;
}

/** 全覆盖, 应签尽签, recurrent dates and the like: conditions without an Arabic figure. */
export interface ConditionReading {
  raw: string;
  kind: 'coverage' | 'exhaustive' | 'zero' | 'recurrent' | 'window' | 'deadline' | 'trend';
  by?: string | null;
  /** Of a window: its first and last day, both included; null where only the words tell. */
  start?: string | null;
  end?: string | null;
  /** Of a window: by what rule its days were told, or why they were not. */
  note?: string;
  span?: Span;
}

/** A day by which the measure's own text wants it done: proposed as its 完成时限 until a person has decided. */
export interface DeadlineReading {
  day: string;
  /** As printed: 6月底前. */
  raw: string;
  span: Span;
  /** Why a person must look; null where it is the only such day and is said of the measure's own completion. */
  doubt: string | null;
}

/** 相关部门, 等, 各县（市、区）, …成员单位: a group without names, and the part it plays. */
export interface OpenGroup {
  surface: string;
  role: 'responsible' | 'supporting';
}

/** A unit that took over the work of another; `since` is its first day there, null where it is not known. */
export interface Successor {
  /** Full name with level prefix, as units of that level are usually called. */
  name: string;
  since: string | null;
}

export interface Doubt {
  /** Stable code, e.g. 'unit_unknown', 'lead_unclear'. */
  code: string;
  /** Chinese, shown to the coordinator. */
  reason: string;
  /** Field of the reading it is about, e.g. 'supporting'. */
  field?: string;
  /** Of a unit that is out of use: who does its work by the register, for a person to choose from. */
  successors?: Successor[];
  span?: Span;
}

export interface MeasureReading {
  /** Printed numbers joined by level: 二（一）1 is 2.1.1. */
  no: string;
  heading: string[];
  title: string;
  /** First and last twelve characters of the text after the title, normalised. */
  opens: string;
  ends: string;
  /** The measure's own text, without its responsibility note. */
  text: string;
  note: string;
  mode: ResponsibilityMode;
  lead: UnitRef | null;
  leadBasis: LeadBasis | null;
  responsible: UnitRef[];
  supporting: UnitRef[];
  /** Surfaces of the open groups, as the gold readings list them. */
  open: string[];
  openGroups: OpenGroup[];
  targets: TargetReading[];
  conditions: ConditionReading[];
  /** What the office's own columns of a task table hold; absent where there are none, and in drafts read before. */
  own?: OwnColumn[];
  /** Due day named in the responsibility note (or a table's column of days), if any. */
  due: string | null;
  /** What the text proposes where the note names no day; null or absent: nothing. */
  deadline?: DeadlineReading | null;
  span: Span;
  noteSpan: Span;
  /** 0..1; below 1 only with a doubt. */
  confidence: number;
  doubtful: boolean;
  doubts: Doubt[];
}

/** A numbered clause of a task or safeguard chapter for which nobody is named. */
export interface UnassignedClause {
  /** Printed numbers joined by level: 6.1. */
  no: string;
  heading: string[];
  title: string;
  text: string;
  span: Span;
  /** A registered unit, or words that put somebody in charge, printed though no note gives it the clause: a person must say what is meant. */
  named?: string;
  /** Of a table's row with an empty cell of units: the units of the row above, which may be meant for it too. */
  above?: string;
  /** No clause but words with a figure or a day that stand in no measure: behind a note, or above a clause's parts. */
  stray?: true;
}

export interface PhaseReading {
  name: string;
  start: string | null;
  end: string | null;
  /** The words that the days were read from (5月中旬—12月); null or absent where none are printed. */
  printed?: string | null;
  text?: string;
  span?: Span;
}

export interface ReportingDuty {
  from: string;
  to: string;
  due: string | null;
  /** The rhythm as printed (每月25日前) where the duty returns. */
  every?: string;
  what: string;
  span?: Span;
}

export interface PlanReading {
  title: string | null;
  noticeTitle: string | null;
  docNumber: string | null;
  issuers: UnitRef[];
  issuedOn: string | null;
  /** The plan’s year, where neither title, date, number nor timetable tells it and other print does. */
  printedYear?: number;
  region: string | null;
  level: PlanLevel | null;
  kind: string | null;
  basis: string[];
  addressees: string[];
  phases: PhaseReading[];
  reporting: ReportingDuty[];
  goals: TargetReading[];
  /** What the goals demand without a figure (全覆盖); absent in drafts that were read before it was asked for. */
  conditions?: ConditionReading[];
  measures: MeasureReading[];
  unassigned: string[];
  /** The same clauses with their words and places, and stray words that ask for something; absent in drafts that were read before they were asked about. */
  unassignedClauses?: UnassignedClause[];
  /** How many contact persons the notice lists; their names are never kept. */
  contacts: number;
  /** Document-wide responsibility rules found, as printed. */
  rules: string[];
  doubts: Doubt[];
  /** The extracted text that spans point into; contact persons' lines blanked. */
  text: string;
}
