import type { DesignationRecord } from './designations.js';
import type { CalendarDay } from '../../domain/calendar/day.js';
import type { StageDates } from '../../domain/progress/phases.js';
import type { DutyLine } from '../../ledger/ledger.service.js';

export interface PlanRecord {
  id: string;
  title: string;
  number: string | null;
  issuers: string[];
  issuedOn: CalendarDay | null;
  region: string | null;
  /** state | province | city | county */
  level: string | null;
  recipient: string | null;
  basis: string[];
  /** Ids of the offices of the places below. */
  counties: string[];
}

export interface UnitRecord {
  id: string;
  name: string;
  fullName: string;
  /** office | bureau | county | superior */
  kind: string;
}

export interface IndicatorRecord {
  id: string;
  /** Key of the measure in the plan's draft; null for the whole plan alone. */
  measureKey: string | null;
  /** A goal of the whole plan, with or without a measure. */
  forPlan: boolean;
  name: string;
  definition: string | null;
  unit: string | null;
  aggregation: string;
  op: string | null;
  target: string | null;
  raw: string | null;
  hard: boolean;
  reporters: string[];
  position: number;
  accumulation: 'period' | 'cumulative';
}

export interface CorrectionRecord {
  figureId: string;
  old: string | null;
  new: string;
  reason: string;
  by: string;
  agreedBy: string | null;
  on: CalendarDay;
}

/** A unit's figure as it stood at the end of the day asked about. */
export interface FigureRecord {
  id: string;
  packetId: string;
  indicatorId: string;
  unitId: string;
  asOf: CalendarDay;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  printed: string;
  valueStatus: string;
  remark: string | null;
  /** Corrections made by then, oldest first. */
  corrections: CorrectionRecord[];
}

/** What a unit sent, or owes, in one round. */
export interface PacketRecord {
  id: string;
  roundId: string;
  unitId: string;
  /** First word of the packet's state; awaited when nothing had come in by the day. */
  state: string;
  receivedOn: CalendarDay | null;
  late: boolean;
  nil: boolean;
  onBehalf: boolean;
  channel: string | null;
  signer: string | null;
  post: string | null;
  hasProof: boolean;
  /** Names of the papers sent along and of the proof. */
  papers: string[];
  selfReviewed: boolean;
  acceptedBy: string | null;
  exemptReason: string | null;
  summary: string | null;
  typicalCase: string | null;
  /** Who pressed or typed it in, with unit. */
  recorder: string;
  /** Number of the event in the record (登记号). */
  position: number | null;
}

export interface RoundRecord {
  id: string;
  /** 月 | 季 | 半年 | 年终 | 专项 | 当日 */
  kind: string;
  title: string;
  asOf: CalendarDay;
  due: CalendarDay;
  openedOn: CalendarDay;
}

/** A 督办单 as it went out. */
export interface OrderRecord {
  unitId: string;
  measureIds: string[];
  reason: string;
  number: string;
  /** 一般, 重点, 挂牌… */
  level: string;
  text: string;
  due: CalendarDay;
  sentOn: CalendarDay;
  /** What the unit answered last; null while nothing has come. */
  reply: string | null;
}

/** Everything a paper about one year of a plan is made from, as of the end of a day: plain data. */
export interface ReportData {
  plan: PlanRecord;
  cycle: { id: string; year: number; state: string; phases: StageDates[] };
  /** The coordinating office. */
  office: { id: string | null; name: string };
  /** 截至日. */
  day: CalendarDay;
  units: Map<string, UnitRecord>;
  duties: DutyLine[];
  /** Draft key → what the plan prints as target and due day. */
  printed: Map<
    string,
    { targets: string[]; conditions: string[]; due: CalendarDay | null; openGroups: string[]; own?: string }
  >;
  indicators: IndicatorRecord[];
  figures: FigureRecord[];
  rounds: RoundRecord[];
  packets: PacketRecord[];
  orders: OrderRecord[];
  /** Leads that the plan does not name. */
  designations: DesignationRecord[];
}
