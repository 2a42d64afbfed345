import { Injectable } from '@nestjs/common';
import { NOTICES, type NoticeKey } from '../../workflows/notices.js';
import type { Actor } from '../engine/types.js';
import { Database } from '../persistence/database.js';
import type { Reader, SqlValue } from '../persistence/tx.js';
import { Clock } from '../shared/clock.js';
import { Refusal } from '../shared/errors.js';
import { planNameSql } from '../shared/plan-names.js';
import { everybody } from './addressees.js';

/** A notice as one person sees it. */
export interface NoticeLine {
  id: string;
  position: number;
  planId: string;
  planTitle: string;
  subjectKind: string;
  subject: string;
  /** Title of the measure, round, packet's unit and round, or supervision; '' for the plan itself. */
  about: string;
  text: string;
  note: string | null;
  actorName: string;
  noticedOn: string;
  isRead: boolean;
}

type NoticeRow = Omit<NoticeLine, 'text' | 'isRead' | 'about'> & {
  textKey: NoticeKey;
  readAt: number | null;
  about: string | null;
};

const UNITS_PEOPLE = ['liaison', 'leader', 'county'];
const ID = `n.position || ':' || n.place || ':' || n.addressee`;
const FROM = `FROM notice n LEFT JOIN notice_read x ON x.notice_id = ${ID} AND x.account_id = ?`;
const ABOUT = `CASE n.subject_kind
  WHEN 'measure' THEN (SELECT m.no || ' ' || m.title FROM measure m WHERE m.id = n.subject)
  WHEN 'round' THEN (SELECT r.title FROM round r WHERE r.id = n.subject)
  WHEN 'packet' THEN (SELECT u.short_name || '：' || r.title FROM packet k JOIN round r ON r.id = k.round_id
                      JOIN unit u ON u.id = k.unit_id WHERE k.id = n.subject)
  WHEN 'supervision' THEN (SELECT u.short_name || coalesce('：' || s.number, '') FROM supervision s
                           JOIN unit u ON u.id = s.unit_id WHERE s.id = n.subject) END`;

/** 通知: what a person has been told and not yet looked at. */
@Injectable()
export class NotificationsService {
  private readonly read: Reader;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.read = database.reader;
  }

  /** How many notices a person has not marked 已阅. */
  async unreadCount(actor: Actor): Promise<number> {
    return this.count(actor, true);
  }

  /** A page of a person's notices, newest first, with how many there are. */
  async list(
    actor: Actor,
    page: { unreadOnly: boolean; offset: number; limit: number },
  ): Promise<{ lines: NoticeLine[]; total: number }> {
    const { where, params } = scopeOf(actor);
    const rows = await this.read.all<NoticeRow>(
      `SELECT ${ID} AS id, n.position, n.plan_id, n.subject_kind, n.subject, n.text_key, n.note, n.actor_name, n.noticed_on,
              x.read_at, ${planNameSql('p')} AS plan_title, ${ABOUT} AS about
       ${FROM} LEFT JOIN plan p ON p.id = n.plan_id
       WHERE ${where} ${page.unreadOnly ? 'AND x.read_at IS NULL' : ''}
       ORDER BY n.position DESC, n.place, n.addressee LIMIT ? OFFSET ?`,
      [actor.user, ...params, page.limit, page.offset],
    );
    return { lines: rows.map(lineOf), total: await this.count(actor, page.unreadOnly) };
  }

  /** One notice of this person, for opening what it is about. Refusal: not_found. */
  async one(id: string, actor: Actor): Promise<Pick<NoticeLine, 'planId' | 'subjectKind' | 'subject'>> {
    const { where, params } = scopeOf(actor);
    const sql = `SELECT n.plan_id, n.subject_kind, n.subject FROM notice n WHERE ${where} AND n.position = ? AND ${ID} = ?`;
    const found = await this.read.get<NoticeRow>(sql, [...params, positionIn(id), id]);
    if (!found) throw new Refusal('not_found', '没有找到该通知。', { cure: '请从通知列表进入。' });
    return found;
  }

  /** 已阅 of one notice; a second time changes nothing. Refusal: not_found. */
  async markRead(id: string, actor: Actor): Promise<void> {
    await this.one(id, actor);
    await this.mark(actor, `AND n.position = ? AND ${ID} = ?`, [positionIn(id), id]);
  }

  /** 全部已阅, up to the newest one the page showed: what came in since stays unread. */
  async markAllRead(actor: Actor, upTo: number): Promise<number> {
    return this.mark(actor, 'AND n.position <= ?', [upTo]);
  }

  private mark(actor: Actor, which: string, more: SqlValue[]): Promise<number> {
    const { where, params } = scopeOf(actor);
    const sql = `INSERT INTO notice_read (notice_id, account_id, read_at)
      SELECT ${ID}, ?, ? ${FROM} WHERE ${where} AND x.read_at IS NULL ${which}`;
    return this.database.write((tx) => tx.run(sql, [actor.user, this.clock.now(), actor.user, ...params, ...more]));
  }

  private async count(actor: Actor, unreadOnly: boolean): Promise<number> {
    const { where, params } = scopeOf(actor);
    const sql = `SELECT count(*) AS n ${FROM} WHERE ${where} ${unreadOnly ? 'AND x.read_at IS NULL' : ''}`;
    return (await this.read.get<{ n: number }>(sql, [actor.user, ...params]))!.n;
  }
}

/** Notices to this person's unit or role, without those of their own doing. */
function scopeOf(actor: Actor): { where: string; params: SqlValue[] } {
  const desks = (['coordinator', 'superior'] as const).filter((role) => actor.roles.includes(role)).map(everybody);
  if (actor.unit && actor.roles.some((role) => [...UNITS_PEOPLE, 'coordinator'].includes(role))) desks.push(actor.unit);
  if (desks.length === 0) return { where: '1 = 0', params: [] };
  const among = desks.map(() => '?').join(', ');
  return { where: `n.addressee IN (${among}) AND n.actor <> ?`, params: [...desks, actor.user] };
}

/** The position in a notice's id; 0, where no event lies, for what is none. */
const positionIn = (id: string): number => Number(/^\d{1,15}(?=:)/.exec(id)?.[0] ?? 0);

function lineOf({ textKey, readAt, about, ...row }: NoticeRow): NoticeLine {
  return { ...row, about: about ?? '', text: NOTICES[textKey], isRead: readAt !== null };
}
