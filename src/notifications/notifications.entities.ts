import { Entity, PrimaryColumn } from 'typeorm';
import { Day, Id, Instant, OptionalText, Ref, Word } from '../persistence/columns.js';

/** Something a machine wanted a unit or a role to know; written with its event, never sent twice. Lies by addressee. */
@Entity('notice', { withoutRowid: true })
export class Notice {
  /** A unit's id: its people; or a role behind an @, see addressees.ts. */
  @Id() addressee: string;
  /** Of the event that caused it. */
  @PrimaryColumn('integer') position: number;
  /** Its place among the notices of the event: the same on every replay. */
  @PrimaryColumn('integer') place: number;
  @Ref() planId: string;
  /** What it is about: plan | measure | round | packet | supervision | document */
  @Word(20) subjectKind: string;
  @Ref() subject: string;
  /** Key of the text in the list of notices. */
  @Word(60) textKey: string;
  /** Opinion, reason or wording that came with the event. */
  @OptionalText() note: string | null;
  /** Who caused it; they are not told what they did themselves. */
  @Ref() actor: string;
  @Word(60) actorName: string;
  @Day() noticedOn: string;
}

/** 已阅, per account; outside the log. */
@Entity('notice_read')
export class NoticeRead {
  /** position:place:addressee */
  @Id() noticeId: string;
  @PrimaryColumn('varchar', { length: 80 }) accountId: string;
  @Instant() readAt: number;
}

export const notificationsEntities = [Notice, NoticeRead];
