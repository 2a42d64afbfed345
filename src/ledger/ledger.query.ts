import type { Actor } from '../engine/types.js';
import type { Reader, SqlValue } from '../persistence/tx.js';
import { readsEveryLedger } from './access.js';
import type { DutyRow } from './duty-line.js';

/** What of the ledger is wanted; the light is judged after reading, everything else here. */
export interface DutyQuery {
  planId?: string;
  cycleId?: string;
  unitId?: string;
  role?: 'lead' | 'responsible' | 'supporting';
  /** First word of the measure's state: mobilisation, implementation, evaluation, closed. */
  stage?: string;
  /** Looked for in title, text of the measure, the unit's name and its report. */
  keyword?: string;
  /** Reports received after this day are left out; null: the latest of each duty. */
  reportedBy: string | null;
}

const COLUMNS = `
  a.id, a.plan_id, p.title AS plan_title, a.cycle_id, c.year, a.measure_id, m.draft_key, m.position, m.no, m.title,
  m.content, m.heading, m.track, m.consolidator, m.lead_unit, m.state AS measure_state, m.result, m.closed_on,
  m.summary, m.self_reviewed, a.unit_id, u.name AS unit_name, u.full_name AS unit_full_name, u.kind AS unit_kind,
  a.role, a.is_lead, a.follows_lead, a.state AS assignment_state, a.ack_on, a.due, a.first_due, a.duty_from`;

const FROM_TABLES = `
  FROM assignment a JOIN measure m ON m.id = a.measure_id JOIN cycle c ON c.id = a.cycle_id
  JOIN plan p ON p.id = a.plan_id JOIN unit u ON u.id = a.unit_id`;

const LATEST =
  'a.status, a.progress, a.last_text AS text, a.issues, a.next_step, a.last_report_on AS reported_on, a.last_packet_id AS packet_id';

/** The last report of each duty that had come in by a day, told by the day received. */
const RECEIVED_BY = `
  WITH report AS (
    SELECT r.assignment_id, r.text, r.status, r.progress, r.issues, r.next_step, k.id AS packet_id, k.received_on,
      ROW_NUMBER() OVER (PARTITION BY r.assignment_id ORDER BY k.received_on DESC, k.source_position DESC) AS age
    FROM packet_row r JOIN packet k ON k.id = r.packet_id
    WHERE k.received_on <= ? AND k.state NOT LIKE 'cancelled%')`;

const REPORTED = 'r.status, r.progress, r.text, r.issues, r.next_step, r.received_on AS reported_on, r.packet_id';

/** The duties a person may see that fit the query, in the order of plan, year, measure, lead first. */
export async function readDuties(read: Reader, query: DutyQuery, actor: Actor | null): Promise<DutyRow[]> {
  const { clauses, params } = conditions(query, actor);
  const dated = query.reportedBy !== null;
  const text = dated ? 'r.text' : 'a.last_text';
  const sql = [
    dated ? RECEIVED_BY : '',
    `SELECT ${COLUMNS}, ${dated ? REPORTED : LATEST} ${FROM_TABLES}`,
    dated ? 'LEFT JOIN report r ON r.assignment_id = a.id AND r.age = 1' : '',
    `WHERE ${clauses.join(' AND ').replaceAll('{text}', text)}`,
    'ORDER BY p.imported_on, a.plan_id, c.year, m.position, a.is_lead DESC, a.role, a.position, a.id',
  ].join(' ');
  const rows = await read.all<RawRow>(sql, dated ? [query.reportedBy, ...params] : params);
  return rows.map((row) => dutyRow(row, query.reportedBy));
}

function conditions(query: DutyQuery, actor: Actor | null): { clauses: string[]; params: SqlValue[] } {
  const clauses = [
    `a.state NOT LIKE 'removed%'`,
    `a.state NOT LIKE 'transferred%'`,
    `m.state NOT IN ('withdrawn', 'merged')`,
  ];
  const params: SqlValue[] = [];
  const add = (clause: string, ...values: SqlValue[]): void => {
    clauses.push(clause);
    params.push(...values);
  };
  if (actor && !readsEveryLedger(actor)) {
    add('a.measure_id IN (SELECT o.measure_id FROM assignment o WHERE o.unit_id = ?)', actor.unit ?? '');
  }
  if (query.planId) add('a.plan_id = ?', query.planId);
  if (query.cycleId) add('a.cycle_id = ?', query.cycleId);
  else add('c.year = (SELECT max(y.year) FROM cycle y WHERE y.plan_id = a.plan_id)');
  if (query.unitId) add('a.unit_id = ?', query.unitId);
  if (query.role === 'lead') add('a.is_lead = 1');
  else if (query.role) add('a.role = ? AND a.is_lead = 0', query.role);
  if (query.stage) add('m.state LIKE ?', `${query.stage}%`);
  if (query.keyword) {
    const sought = `%${query.keyword.replace(/[\\%_]/g, '\\$&')}%`;
    const places = ['m.title', 'm.content', 'u.full_name', 'u.name', '{text}'];
    add(`(${places.map((place) => `${place} LIKE ? ESCAPE '\\'`).join(' OR ')})`, ...places.map(() => sought));
  }
  return { clauses, params };
}

type Stored = 'heading' | 'isLead' | 'followsLead' | 'selfReviewed';
type RawRow = Omit<DutyRow, Stored> & { heading: string; isLead: number; followsLead: number; selfReviewed: number };

/** What was closed after the day asked about was still open then. */
function dutyRow(row: RawRow, day: string | null): DutyRow {
  const stillOpen = day !== null && row.closedOn !== null && row.closedOn > day;
  const open = stillOpen ? { closedOn: null, result: null, measureState: 'implementation', selfReviewed: false } : {};
  const flags = { isLead: row.isLead === 1, followsLead: row.followsLead === 1, selfReviewed: row.selfReviewed === 1 };
  return { ...row, ...flags, heading: JSON.parse(row.heading) as string[], ...open };
}
