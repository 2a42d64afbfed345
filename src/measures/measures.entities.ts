import { Entity, Index } from 'typeorm';
import type { LeadGround } from '../domain/plan/duties.js';
import type { ConditionReading, LeadBasis, OpenGroup, ResponsibilityMode } from '../domain/plan/reading.js';
import {
  Count,
  Flag,
  Id,
  Json,
  OptionalCount,
  OptionalDay,
  OptionalJson,
  OptionalRef,
  OptionalText,
  OptionalWord,
  Ref,
  Text,
  Word,
} from '../persistence/columns.js';

/** A measure of one year's cycle, with its workflow's state. */
@Entity('measure')
@Index('measure_plan', ['planId', 'cycleId'])
export class Measure {
  @Id() id: string;
  @Ref() planId: string;
  @Ref() cycleId: string;
  /** Key in the plan's draft: the same measure in every cycle. */
  @Word(20) draftKey: string;
  /** Order in the plan. */
  @Count() position: number;
  @Word(20) no: string;
  @Text() title: string;
  @Text() content: string;
  @Json() heading: string[];
  @Text() note: string;
  @Word(20) mode: ResponsibilityMode;
  @OptionalRef() leadUnit: string | null;
  @OptionalWord(20) leadBasis: LeadBasis | null;
  /** On what a lead rests that the document does not name. */
  @OptionalJson() leadGround: LeadGround | null;
  /** office | lead */
  @Word(12) consolidator: string;
  @Word(12) track: string;
  @Text() state: string;
  @Json() openGroups: OpenGroup[];
  @Json() conditions: ConditionReading[];
  @OptionalDay() due: string | null;
  /** The due day is the year's end by 推定, not printed. */
  @Flag() duePresumed: boolean;
  @Count() spanStart: number;
  @Count() spanEnd: number;
  /** achieved | mostly | notAchieved | carriedForward */
  @OptionalWord(20) result: string | null;
  @OptionalDay() closedOn: string | null;
  /** The consolidated text of the year. */
  @OptionalText() summary: string | null;
  @Flag() selfReviewed: boolean;
}

/** One unit's part in one measure. */
@Entity('assignment')
@Index('assignment_measure', ['measureId'])
@Index('assignment_unit', ['planId', 'unitId'])
export class Assignment {
  @Id() id: string;
  @Ref() planId: string;
  @Ref() cycleId: string;
  @Ref() measureId: string;
  @Ref() unitId: string;
  /** Order in the measure's responsibility note. */
  @Count() position: number;
  /** responsible | supporting */
  @Word(12) role: string;
  @Flag() isLead: boolean;
  /** 随牵头统一反馈 */
  @Flag() followsLead: boolean;
  @Text() state: string;
  /** signed | deemed | exempt */
  @OptionalWord(12) ackKind: string | null;
  @OptionalDay() ackOn: string | null;
  @OptionalDay() due: string | null;
  /** The due day first given; stays on record when an extension moves `due`. */
  @OptionalDay() firstDue: string | null;
  /** The due day is 推定: it fires nothing and never turns red. */
  @Flag() duePresumed: boolean;
  /** Status word of the last report: 未启动, 推进中, 已完成, … */
  @OptionalWord(20) status: string | null;
  /** Per cent, 0..100, of the last report. */
  @OptionalCount() progress: number | null;
  @OptionalText() lastText: string | null;
  @OptionalText() issues: string | null;
  @OptionalText() nextStep: string | null;
  @OptionalDay() lastReportOn: string | null;
  @OptionalRef() lastPacketId: string | null;
  @Flag() overdue: boolean;
  @OptionalJson() extension: { to: string; reason: string; state: 'requested' | 'granted' | 'refused' } | null;
  /** From when it counts (joined later). */
  @OptionalDay() dutyFrom: string | null;
}

export const measuresEntities = [Measure, Assignment];
