import { Entity, Index, PrimaryColumn } from 'typeorm';
import type { Ceiling, SupervisionLevel } from '../../workflows/supervision/supervision.v1.events.js';
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
  Text,
  Word,
} from '../persistence/columns.js';

/** Signing off (审签) of a paper. */
export interface Approval {
  signer: string;
  post: string;
  on: string;
  proof: string | null;
}

/** One supervision (督办) of one unit, kept by projection of the supervision machine. */
@Entity('supervision')
@Index('supervision_plan', ['planId', 'unitId'])
@Index('supervision_unit', ['unitId', 'state'])
export class Supervision {
  @Id() id: string;
  @Ref() planId: string;
  @Ref() unitId: string;
  /** The measures it is about; none when the unit's reporting as a whole is. */
  @Json() measureIds: string[];
  /** How the office means to begin: phone | letter | order. */
  @Word(12) way: string;
  /** order | letter | phone: how far this unit may be pressed. */
  @Word(12) ceiling: Ceiling;
  /** normal | key | listed | circular | interview */
  @Word(12) level: SupervisionLevel;
  @Text() reason: string;
  @Word(20) state: string;
  /** order | letter; null while nothing is drafted. */
  @OptionalWord(12) form: string | null;
  /** The paper drafted or sent last. */
  @OptionalText() text: string | null;
  /** 反馈期限 of that paper, or as extended since. */
  @OptionalDay() due: string | null;
  /** Number of the paper sent last. */
  @OptionalWord(60) number: string | null;
  @Day() proposedOn: string;
  /** The day the first paper went out; from then on the unit sees it. */
  @OptionalDay() sentOn: string | null;
  @OptionalDay() acknowledgedOn: string | null;
  @OptionalDay() repliedOn: string | null;
  @Flag() replyOverdue: boolean;
  /** The level that is proposed next (建议升级); null when nothing is proposed. */
  @OptionalWord(12) suggestedLevel: SupervisionLevel | null;
  /** Who signed the paper off, online or on paper (then with the scan's SHA-256, or null while 待补证). */
  @OptionalJson() approval: Approval | null;
  /** 代填代审 */
  @Flag() selfReviewed: boolean;
  @OptionalDay() endedOn: string | null;
  @OptionalText() outcome: string | null;
}

/** A paper that went out: 督办单 or 商请函, as sent. */
@Entity('supervision_letter')
@Index('supervision_letter_of', ['supervisionId'])
@Index('supervision_letter_number', ['number'])
export class SupervisionLetter {
  /** Position of the event that sent it. */
  @PrimaryColumn('integer') position: number;
  @Ref() supervisionId: string;
  @Word(60) number: string;
  @Word(12) form: string;
  @Word(12) level: SupervisionLevel;
  @Text() text: string;
  @Day() due: string;
  @Day() sentOn: string;
  @Word(20) channel: string;
}

/** A file sent along with a reply, kept under its SHA-256. */
export interface ReplyFile {
  sha256: string;
  name: string;
}

/** What the unit answered, by itself or entered by the office. */
@Entity('supervision_reply')
@Index('supervision_reply_of', ['supervisionId'])
export class SupervisionReply {
  /** Position of the event that brought it. */
  @PrimaryColumn('integer') position: number;
  @Ref() supervisionId: string;
  @Text() text: string;
  @Json() files: ReplyFile[];
  @Day() receivedOn: string;
  /** Received after 反馈期限. */
  @Flag() late: boolean;
  @Word(60) byName: string;
  /** Of an entry on behalf: how it came in. */
  @OptionalWord(20) channel: string | null;
  @OptionalWord(60) signer: string | null;
  @OptionalWord(60) post: string | null;
  @OptionalWord(64) proof: string | null;
  /** accepted | again | withdrawn; null while it waits. */
  @OptionalWord(12) verdict: string | null;
  @OptionalText() opinion: string | null;
  @OptionalRef() judgedBy: string | null;
  /** Replies of one supervision, from 1. */
  @Count() ordinal: number;
}

export const supervisionEntities = [Supervision, SupervisionLetter, SupervisionReply];
