import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  Count,
  Day,
  Id,
  Json,
  OptionalJson,
  OptionalRef,
  OptionalWord,
  Ref,
  Text,
  Word,
} from '../persistence/columns.js';
import type { PlanDraftRow } from '../plans/plans.entities.js';
import type { CarriedMeasure } from './carried.js';

/** What a person decided about two clauses of two plans; `planA` is the plan whose id sorts first. */
@Entity('plan_pair')
export class PlanPair {
  @PrimaryColumn('varchar', { length: 160 }) planA: string;
  @PrimaryColumn('varchar', { length: 160 }) planB: string;
  @PrimaryColumn('varchar', { length: 20 }) keyA: string;
  @PrimaryColumn('varchar', { length: 20 }) keyB: string;
  /** same: one matter; different: not to be proposed again. */
  @Word(12) verdict: 'same' | 'different';
  @Word(120) judgedBy: string;
  @Day() judgedOn: string;
}

/** An amendment of a running plan: what was merged into it, or what took its place. */
@Entity('plan_amendment')
@Index('plan_amendment_plan', ['planId'])
export class PlanAmendment {
  @Id() id: string;
  @Ref() planId: string;
  /** Order of a plan's amendments. */
  @Count() seq: number;
  /** merged 并入 | superseded 被替代 | noted 只登记 */
  @Word(12) act: string;
  /** The imported plan that brought it; null where it was only noted. */
  @OptionalRef() otherPlan: string | null;
  @Text() note: string;
  @OptionalWord(80) documentNumber: string | null;
  @Word(120) amendedBy: string;
  @Day() amendedOn: string;
  /** Measure by measure: what it said before and says now, and what was decided. */
  @Json() measures: CarriedMeasure[];
  /** What changed in stages and indicators, in sentences. */
  @Json() changes: string[];
  /** The plan's reading in force since then; null where only a note was taken. */
  @OptionalJson() reading: PlanDraftRow['reading'] | null;
}

export const cascadeEntities = [PlanPair, PlanAmendment];
