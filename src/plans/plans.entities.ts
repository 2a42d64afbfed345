import { Entity, Index, PrimaryColumn } from 'typeorm';
import type { StageDates } from '../domain/progress/phases.js';
import type { ReportingDuty } from '../domain/plan/reading.js';
import type { DraftReading } from './draft.js';
import { StoredFile } from '../persistence/stored-file.entity.js';
import { DraftCorrection } from './draft.entities.js';
import {
  Count,
  Day,
  Flag,
  Id,
  Json,
  OptionalDay,
  OptionalJson,
  OptionalRef,
  OptionalText,
  OptionalWord,
  Ref,
  Word,
} from '../persistence/columns.js';

/** A plan document and what the office does with it. */
@Entity('plan')
export class Plan {
  @Id() id: string;
  @Word(300) title: string;
  @OptionalText() noticeTitle: string | null;
  @OptionalWord(80) docNumber: string | null;
  /** Names with place, as issued. */
  @Json() issuers: string[];
  @OptionalDay() issuedOn: string | null;
  /** The day this office began to work with it here (启用). */
  @OptionalDay() enabledOn: string | null;
  @OptionalWord(60) region: string | null;
  @OptionalWord(12) level: string | null;
  @OptionalWord(20) kind: string | null;
  @Json() basis: string[];
  @Json() addressees: string[];
  @Json() reporting: ReportingDuty[];
  /** First and last year of work. */
  @Count() yearFrom: number;
  @Count() yearTo: number;
  /** State path of the plan machine: draft, confirmed, issued, appraisal, archived, … */
  @Word(60) state: string;
  /** Offset of the plan's clock against the system's, ms (a string, as it may be negative and large). */
  @Word(20) clockOffset: string;
  /** Units of the places below (各县（市、区）) that report on the plan as a whole. */
  @Json() counties: string[];
  /** To whom the reports go up. */
  @OptionalWord(120) recipient: string | null;
  @Word(64) sourceSha: string;
  @Word(300) sourceName: string;
  @Ref() importedBy: string;
  @Day() importedOn: string;
}

/** The reading as imported and corrected, and the text that its spans point into. */
@Entity('plan_draft')
export class PlanDraftRow {
  @PrimaryColumn('varchar', { length: 80 }) planId: string;
  @Json() reading: DraftReading;
  /** The reading before any correction: the draft is the fold of the corrections over it. */
  @Json() imported: DraftReading;
}

/** One year of a plan's work. */
@Entity('cycle')
@Index('cycle_plan', ['planId'])
export class Cycle {
  @Id() id: string;
  @Ref() planId: string;
  @Count() year: number;
  @Word(40) state: string;
  @Json() phases: StageDates[];
  @OptionalDay() stageSince: string | null;
}

/** What the plan or the office counts: from a printed target, or a preset attached by the office. */
@Entity('indicator')
@Index('indicator_plan', ['planId'])
export class Indicator {
  @Id() id: string;
  @Ref() planId: string;
  /** Null for an indicator of the whole plan alone (总目标 or preset). */
  @OptionalRef() measureId: string | null;
  /** It is a goal of the whole plan: with a measure too, where both print one matter. */
  @Flag() forPlan: boolean;
  @OptionalWord(60) presetId: string | null;
  @Word(120) name: string;
  @OptionalText() definition: string | null;
  @OptionalWord(20) unit: string | null;
  /** sum | ratio | latest | none */
  @Word(12) aggregation: string;
  @OptionalWord(12) op: string | null;
  /** Decimal string in base unit; null for trends and presets without a target. */
  @OptionalWord(40) target: string | null;
  @OptionalText() raw: string | null;
  @OptionalWord(16) targetKind: string | null;
  @Flag() hard: boolean;
  @OptionalDay() by: string | null;
  /** Units that report it (unit ids); empty means every unit with work in the plan. */
  @Json() reporters: string[];
  @Count() position: number;
  /** From this day on no longer asked for: an amendment dropped it. What was reported stays. */
  @OptionalDay() endedOn: string | null;
  @OptionalJson() extra: Record<string, unknown> | null;
}

export const plansEntities = [Plan, PlanDraftRow, DraftCorrection, Cycle, Indicator, StoredFile];
