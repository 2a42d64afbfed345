import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  Count,
  Day,
  Flag,
  Id,
  Instant,
  Json,
  OptionalCount,
  OptionalDay,
  OptionalJson,
  OptionalText,
  OptionalWord,
  Ref,
  Text,
  Word,
} from '../persistence/columns.js';

/** A round of reporting (调度). */
@Entity('round')
@Index('round_plan', ['planId'])
export class Round {
  @Id() id: string;
  @Ref() planId: string;
  @Ref() cycleId: string;
  /** 月 | 季 | 半年 | 年终 | 专项 | 当日 */
  @Word(12) kind: string;
  @Word(160) title: string;
  /** 截至日: data up to the end of this day. */
  @Day() asOf: string;
  @Day() due: string;
  @OptionalText() basis: string | null;
  /** text | table | case | sealed */
  @Json() parts: string[];
  @Json() indicatorIds: string[];
  @Word(40) state: string;
  @Day() openedOn: string;
}

/** A paper sent along, kept under its SHA-256. */
export interface PacketFile {
  sha256: string;
  name: string;
  kind: '盖章件' | '附件';
}

/** What one unit sends in one round (报送件). */
@Entity('packet')
@Index('packet_round', ['roundId', 'unitId'], { unique: true })
@Index('packet_unit', ['unitId', 'state'])
export class Packet {
  @Id() id: string;
  @Ref() roundId: string;
  @Ref() planId: string;
  @Ref() unitId: string;
  @Day() due: string;
  /** State path of the packet machine. */
  @Word(60) state: string;
  @OptionalDay() submittedOn: string | null;
  @OptionalDay() receivedOn: string | null;
  @Flag() late: boolean;
  @Flag() nil: boolean;
  @Flag() onBehalf: boolean;
  @OptionalWord(20) channel: string | null;
  @OptionalWord(60) signer: string | null;
  @OptionalWord(60) post: string | null;
  @OptionalWord(64) proof: string | null;
  @OptionalWord(60) submittedBy: string | null;
  @OptionalWord(60) acceptedBy: string | null;
  @OptionalDay() acceptedOn: string | null;
  /** 代填代审 */
  @Flag() selfReviewed: boolean;
  @OptionalText() summary: string | null;
  @OptionalText() typicalCase: string | null;
  /** Papers sent along: 盖章件, 附件. */
  @Json() files: PacketFile[];
  @OptionalText() askReason: string | null;
  @OptionalText() exemptReason: string | null;
  @OptionalJson() approval: { form: string; signer: string; post: string; on: string } | null;
  /** Event that carried the latest contents: the number that a report cites. */
  @OptionalCount() sourcePosition: number | null;
}

/** One assignment's line in a packet. */
@Entity('packet_row')
@Index('packet_row_packet', ['packetId'])
@Index('packet_row_assignment', ['assignmentId'])
export class PacketRow {
  @Id() id: string;
  @Ref() packetId: string;
  @Ref() assignmentId: string;
  @Ref() measureId: string;
  @OptionalText() text: string | null;
  /** 未启动 | 推进中 | 已完成 | 长期坚持 | 暂缓 | 随牵头统一反馈 | 无进展 */
  @OptionalWord(20) status: string | null;
  @OptionalCount() progress: number | null;
  @OptionalText() issues: string | null;
  @OptionalText() nextStep: string | null;
  @Flag() askedAgain: boolean;
}

/** A figure as a unit reported it; once per unit, indicator and round. Superseded values stay in figure_correction. */
@Entity('figure')
@Index('figure_round', ['roundId', 'indicatorId'])
@Index('figure_packet', ['packetId'])
export class Figure {
  @Id() id: string;
  @Ref() packetId: string;
  @Ref() roundId: string;
  @Ref() planId: string;
  @Ref() unitId: string;
  @Ref() indicatorId: string;
  /** 截至日 of the value. */
  @Day() asOf: string;
  /** Decimal string in base unit; null while 待公布. */
  @OptionalWord(40) value: string | null;
  /** The parts of a ratio, so that shares are never averaged. */
  @OptionalWord(40) numerator: string | null;
  @OptionalWord(40) denominator: string | null;
  /** As the unit wrote it: 1.26万人次. */
  @Word(60) printed: string;
  /** 快报 | 预计 | 终审 | 待公布 | 口头待书面确认 */
  @Word(20) valueStatus: string;
  @OptionalText() remark: string | null;
  /** Position of the event that reported or last corrected it. */
  @Count() sourcePosition: number;
}

/** A correction of a reported figure: old, new, reason, by whom, agreed by. */
@Entity('figure_correction')
export class FigureCorrection {
  @PrimaryColumn('integer') position: number;
  @Ref() figureId: string;
  /** Null where it was 待公布. */
  @OptionalWord(40) oldValue: string | null;
  @Word(40) newValue: string;
  @Text() reason: string;
  @Word(60) correctedBy: string;
  @OptionalWord(60) agreedBy: string | null;
  @Day() correctedOn: string;
}

/** A recorded reminder (催报). */
@Entity('chase')
@Index('chase_round', ['roundId', 'unitId'])
export class Chase {
  @Id() id: string;
  @Ref() roundId: string;
  @Ref() unitId: string;
  @Day() chasedOn: string;
  @Word(20) channel: string;
  @Word(60) byName: string;
  @Text() text: string;
}

/** A packet form not yet sent: working paper, outside the log. The unit's and the office's are kept apart. */
@Entity('packet_draft')
export class PacketDraft {
  @PrimaryColumn('varchar', { length: 80 }) packetId: string;
  /** unit | office */
  @PrimaryColumn('varchar', { length: 8 }) side: string;
  @Json() content: Record<string, unknown>;
  /** Name of the person who saved it last. */
  @Word(60) savedBy: string;
  @Instant() savedAt: number;
}

export const roundsEntities = [Round, Packet, PacketRow, Figure, FigureCorrection, Chase, PacketDraft];
