import { Injectable } from '@nestjs/common';
import { windowsWords } from '../domain/plan/condition-words.js';
import type { ConditionReading } from '../domain/plan/reading.js';
import { dueWords } from '../domain/progress/due-words.js';
import type { Actor } from '../engine/types.js';
import { openDisputes } from '../measures/register.js';
import { Database } from '../persistence/database.js';
import type { Reader, SqlValue } from '../persistence/tx.js';
import { broughtWords } from '../plans/brought.service.js';
import { papersConfirmed, type PaperConfirmed } from '../plans/papers-confirmed.service.js';
import { planNameSql } from '../shared/plan-names.js';

/** One thing to do, or doing, or done. */
export interface InboxItem {
  /** What: 报送, 核对, 签收 … */
  kind: string;
  title: string;
  detail: string;
  href: string;
  due: string | null;
  /** For 签收: the plan whose tasks are signed for in one click. */
  signPlan?: string;
}

interface DatedItem extends InboxItem {
  track: string;
  duePresumed: number;
  /** Of a measure: its conditions, as stored. */
  conditions?: string;
}

const windowsOf = (conditions = '[]'): string => windowsWords(JSON.parse(conditions) as ConditionReading[]);

export interface Inbox {
  todo: InboxItem[];
  doing: InboxItem[];
  done: InboxItem[];
}

/** The office's own paper waits to be issued; one that seems to revise a running plan, to be laid beside it. */
function issueItem(
  { plan: { id, title, sourceName }, asked: { foreign, revised, claims } }: PaperConfirmed,
  brought = sourceName,
): InboxItem[] {
  if (foreign) return [];
  const kind = revised ? '对照并入' : '印发并分办';
  const told = revised
    ? `，看来是《${revised.title}》的修订文本`
    : claims
      ? `，写明“${claims}”，印发前请说明原计划`
      : '';
  const detail = brought + told;
  return [{ kind, title, detail, href: `/plans/${id}`, due: null }];
}

/** A superior's or another place's paper is kept to compare with; nobody is asked to issue it. */
function keptItem({ plan: { id, title }, asked: { foreign } }: PaperConfirmed): InboxItem[] {
  if (!foreign) return [];
  const whose = foreign.isSuperior ? '上级文件' : '其他地方的文件';
  const detail = `${whose}，不必印发；确要按我办自己的计划推进的，请打开后勾选确认`;
  return [{ kind: '留作对照', title, detail, href: `/plans/${id}`, due: null }];
}

/** 待办、在办、已办 of a person, from the state of things: nothing is kept twice. */
@Injectable()
export class InboxQueries {
  private readonly read: Reader;

  constructor(database: Database) {
    this.read = database.reader;
  }

  async of(actor: Actor): Promise<Inbox> {
    const done = await this.done(actor);
    if (actor.roles.includes('coordinator')) {
      const papers = await papersConfirmed(this.read, actor);
      const doing = [...(await this.officeDoing()), ...papers.flatMap(keptItem)];
      return { todo: await this.officeTodo(papers), doing, done };
    }
    if (!actor.unit || !actor.roles.some((role) => ['liaison', 'leader', 'county'].includes(role)))
      return { todo: [], doing: [], done };
    return { todo: await this.unitTodo(actor.unit), doing: await this.unitDoing(actor.unit), done };
  }

  private async officeTodo(papers: PaperConfirmed[]): Promise<InboxItem[]> {
    const waiting = await Promise.all([
      this.firstPlan(),
      this.plansWaiting(papers),
      this.packetsWaiting(),
      this.requestsWaiting(),
      this.disputesWaiting(),
      this.supervisionsWaiting(),
      this.closingWaiting(),
    ]);
    return waiting.flat();
  }

  /** An office without any plan begins here. */
  private async firstPlan(): Promise<InboxItem[]> {
    const known = await this.read.get('SELECT id FROM plan LIMIT 1');
    const detail = '导入印发的工作要点或实施方案，核对后分办到各单位';
    return known ? [] : [{ kind: '开始', title: '导入第一份计划', detail, href: '/plans/import', due: null }];
  }

  private async plansWaiting(papers: PaperConfirmed[]): Promise<InboxItem[]> {
    const drafts = await this.read.all<InboxItem & { id: string }>(
      `SELECT '核对计划' AS kind, title, id, '/plans/' || id || '/confirm' AS href, NULL AS due
       FROM plan WHERE state = 'draft' ORDER BY id DESC`,
    );
    if (drafts.length === 0 && papers.length === 0) return [];
    const brought = await broughtWords(this.read);
    return [
      ...drafts.map(({ id, ...item }) => ({ ...item, detail: brought.get(id) ?? '' })),
      ...papers.flatMap((paper) => issueItem(paper, brought.get(paper.plan.id))),
    ];
  }

  private packetsWaiting(): Promise<InboxItem[]> {
    return this.read.all(
      `SELECT '审核报送' AS kind, u.full_name || '：' || r.title AS title, p.received_on || ' 收到' AS detail,
              '/packets/' || p.id AS href, NULL AS due
       FROM packet p JOIN round r ON r.id = p.round_id JOIN unit u ON u.id = p.unit_id
       WHERE p.state = 'submitted' ORDER BY p.received_on, u.full_name`,
    );
  }

  private requestsWaiting(): Promise<InboxItem[]> {
    return this.dated(
      `SELECT '答复延期' AS kind, u.full_name || '：' || m.title AS title, '申请延期' AS detail, '/measures/' || m.id AS href, a.due AS due, m.track, a.due_presumed, m.conditions
       FROM assignment a JOIN measure m ON m.id = a.measure_id JOIN unit u ON u.id = a.unit_id
       WHERE a.state LIKE '%extension.requested%'
       UNION ALL
       SELECT CASE WHEN state LIKE '%completionRequested%' THEN '核实办结' ELSE '审核汇总' END,
              no || ' ' || title, '', '/measures/' || id, due, track, due_presumed, conditions
       FROM measure WHERE state LIKE '%completionRequested%' OR state LIKE '%evaluation.review%'`,
    );
  }

  /** A 职责争议 waits until the office has entered the outcome, whatever stage its measure is in. */
  private async disputesWaiting(): Promise<InboxItem[]> {
    const open = await openDisputes(this.read);
    return open.map(({ measureId, no, title, raisedBy, raisedOn, reason }) => ({
      ...{ kind: '协调争议', title: `${no} ${title}`.trim(), href: `/measures/${measureId}`, due: null },
      detail: `${raisedBy} ${raisedOn} 提出${reason && `：${reason}`}`,
    }));
  }

  /** The office's own work at the year's end: putting together, reviewing, closing, the report. */
  private closingWaiting(): Promise<InboxItem[]> {
    return this.read.all(
      `SELECT '汇总销号' AS kind, ${planNameSql('pl')} AS title, count(*) || ' 项任务待汇总或销号，完成后编写年终总结' AS detail,
              '/plans/' || pl.id AS href, NULL AS due
       FROM measure m JOIN plan pl ON pl.id = m.plan_id
       WHERE m.state LIKE 'evaluation%' AND (m.consolidator = 'office' OR m.state = 'evaluation.review')
       GROUP BY pl.id ORDER BY pl.id`,
    );
  }

  private supervisionsWaiting(): Promise<InboxItem[]> {
    return this.read.all(
      `SELECT '督办' AS kind, u.full_name AS title, s.reason AS detail, '/supervision/' || s.id AS href, NULL AS due
       FROM supervision s JOIN unit u ON u.id = s.unit_id
       WHERE s.state IN ('drafted', 'approved', 'replied', 'accepted') ORDER BY s.id`,
    );
  }

  private unitSupervisions(unit: string): Promise<InboxItem[]> {
    return this.read.all(
      `SELECT '督办' AS kind, ${planNameSql('pl')} AS title, '请签收并反馈' AS detail, '/supervision/' || s.id AS href, NULL AS due
       FROM supervision s JOIN plan pl ON pl.id = s.plan_id
       WHERE s.unit_id = ? AND s.sent_on IS NOT NULL AND s.state IN ('sent', 'acknowledged', 'again') ORDER BY s.id`,
      [unit],
    );
  }

  private officeDoing(): Promise<InboxItem[]> {
    return this.read.all(
      `SELECT '调度' AS kind, r.title AS title, '未报 ' || count(CASE WHEN p.state IN ('awaited', 'drafted', 'approved', 'incomplete') THEN 1 END) || ' 家' AS detail,
              '/rounds/' || r.id AS href, r.due AS due
       FROM round r LEFT JOIN packet p ON p.round_id = r.id WHERE r.state LIKE 'open%' GROUP BY r.id ORDER BY r.due`,
    );
  }

  private async unitTodo(unit: string): Promise<InboxItem[]> {
    const packets = await this.read.all<InboxItem>(
      `SELECT CASE p.state WHEN 'incomplete' THEN '补充报送' ELSE '报送' END AS kind, r.title AS title, ${planNameSql('pl')} AS detail,
              '/packets/' || p.id AS href, p.due AS due
       FROM packet p JOIN round r ON r.id = p.round_id JOIN plan pl ON pl.id = p.plan_id
       WHERE p.unit_id = ? AND p.state IN ('awaited', 'drafted', 'approved', 'incomplete') ORDER BY p.due`,
      [unit],
    );
    const unsigned = await this.read.all<InboxItem>(
      `SELECT '签收' AS kind, ${planNameSql('pl')} AS title, count(*) || ' 项任务待签收' AS detail, '/plans/' || pl.id AS href, NULL AS due, pl.id AS sign_plan
       FROM assignment a JOIN plan pl ON pl.id = a.plan_id
       WHERE a.unit_id = ? AND a.ack_kind IS NULL AND a.state LIKE 'duty%' GROUP BY pl.id`,
      [unit],
    );
    return [...packets, ...unsigned, ...(await this.unitSupervisions(unit)), ...(await this.consolidations(unit))];
  }

  private consolidations(unit: string): Promise<InboxItem[]> {
    return this.dated(
      `SELECT '提交汇总' AS kind, no || ' ' || title AS title, '牵头汇总' AS detail, '/measures/' || id AS href, due, track, due_presumed, conditions
       FROM measure WHERE lead_unit = ? AND consolidator = 'lead' AND state LIKE 'evaluation.consolidation%'`,
      [unit],
    );
  }

  private unitDoing(unit: string): Promise<InboxItem[]> {
    return this.dated(
      `SELECT '任务' AS kind, m.no || ' ' || m.title AS title,
              CASE WHEN a.is_lead = 1 THEN '牵头' WHEN a.role = 'responsible' THEN '责任' ELSE '配合' END || coalesce('，' || a.status, '') AS detail, '/measures/' || m.id AS href, a.due AS due, m.track, a.due_presumed, m.conditions
       FROM assignment a JOIN measure m ON m.id = a.measure_id
       WHERE a.unit_id = ? AND a.state LIKE 'duty%' ORDER BY m.plan_id DESC, m.position LIMIT 300`,
      [unit],
    );
  }

  /** Items whose day is told as the ledger tells it (长期坚持, 推定). */
  private async dated(sql: string, params: SqlValue[] = []): Promise<InboxItem[]> {
    const rows = await this.read.all<DatedItem>(sql, params);
    return rows.map(({ track, duePresumed, due, conditions, ...item }) => ({
      ...item,
      due: dueWords({ track, due, presumed: duePresumed === 1, windows: windowsOf(conditions) }),
    }));
  }

  private done(actor: Actor): Promise<InboxItem[]> {
    return this.read.all(
      `SELECT e.at AS kind, e.type AS detail, i.machine AS due,
              coalesce(pl.title, m.no || ' ' || m.title, r.title || '（' || u.short_name || '）', ro.title, '') AS title,
              CASE i.machine WHEN 'plan' THEN '/plans/' || i.id WHEN 'cycle' THEN '/plans/' || i.scope WHEN 'packet' THEN '/packets/' || i.id
                WHEN 'round' THEN '/rounds/' || i.id WHEN 'document' THEN '/plans/' || i.scope || '/year-end'
                ELSE coalesce('/measures/' || m.id, '/units') END AS href
       FROM event e JOIN instance i ON i.id = e.instance_id
       LEFT JOIN plan pl ON pl.id = i.scope AND i.machine IN ('plan', 'cycle', 'document')
       LEFT JOIN assignment a ON a.id = i.id LEFT JOIN measure m ON m.id = coalesce(a.measure_id, i.id)
       LEFT JOIN packet p ON p.id = i.id LEFT JOIN round r ON r.id = p.round_id LEFT JOIN unit u ON u.id = p.unit_id
       LEFT JOIN round ro ON ro.id = i.id
       WHERE e.actor = ? AND e.type <> 'start' AND e.body NOT LIKE '%"relation":"system"%' ORDER BY e.position DESC LIMIT 50`,
      [actor.user],
    );
  }
}
