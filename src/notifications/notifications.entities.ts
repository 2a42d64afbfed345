import { Entity, Index, PrimaryColumn } from 'typeorm';
import { Count, Day, Instant, OptionalRef, OptionalText, OptionalWord, Ref, Word } from '../persistence/columns.js';

/** Something a machine wanted a unit or a role to know; written with its event, never sent twice. */
@Entity('notice', { withoutRowid: true })
@Index('notice_unit', ['unitId', 'position'], { where: 'unit_id IS NOT NULL' })
@Index('notice_role', ['role', 'position'], { where: 'role IS NOT NULL' })
export class Notice {
  /** Position of the event, place among its notices, addressee: the same on every replay. */
  @PrimaryColumn('varchar', { length: 160 }) id: string;
  @Count() position: number;
  @Ref() planId: string;
  /** What it is about: plan | measure | round | packet | supervision | document */
  @Word(20) subjectKind: string;
  @Ref() subject: string;
  /** Key of the text in the list of notices. */
  @Word(60) textKey: string;
  /** Opinion, reason or wording that came with the event. */
  @OptionalText() note: string | null;
  /** One of unitId and role: the unit's people, or coordinator | superior. */
  @OptionalRef() unitId: string | null;
  @OptionalWord(20) role: string | null;
  /** Who caused it; they are not told what they did themselves. */
  @Ref() actor: string;
  @Word(60) actorName: string;
  @Day() noticedOn: string;
}

/** 已阅, per account; outside the log. */
@Entity('notice_read')
export class NoticeRead {
  @PrimaryColumn('varchar', { length: 160 }) noticeId: string;
  @PrimaryColumn('varchar', { length: 80 }) accountId: string;
  @Instant() readAt: number;
}

export const notificationsEntities = [Notice, NoticeRead];
