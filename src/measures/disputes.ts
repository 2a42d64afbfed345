import type { Reader, SqlValue } from '../persistence/tx.js';

/** A 职责争议 that was raised and has no outcome yet. */
export interface OpenDispute {
  measureId: string;
  no: string;
  title: string;
  /** The unit that raised it, else the person who did. */
  raisedBy: string;
  raisedOn: string;
  reason: string;
}

interface Row extends Omit<OpenDispute, 'raisedBy' | 'reason'> {
  actorName: string;
  body: string;
}

/**
 * By the record, because a measure's state tells a dispute in 推进落实 only: before and after it the flag goes on unseen. From
 * the measures to their events (CROSS JOIN is the order for SQLite), never through the whole log.
 */
const OPEN = `SELECT m.id AS measure_id, m.no, m.title, e.at AS raised_on, e.actor_name, e.body
  FROM measure m CROSS JOIN event e
  WHERE (m.state LIKE '%dispute.disputed%' OR m.state LIKE 'mobilisation%' OR m.state LIKE 'evaluation%') {more}
    AND e.instance_id = m.id AND e.type = 'raiseDispute'
    AND NOT EXISTS (SELECT 1 FROM event s WHERE s.instance_id = m.id AND s.seq > e.seq AND s.type = 'settleDispute')
  ORDER BY e.position`;

/** Every dispute that waits for the office, oldest first. */
export function openDisputes(read: Reader): Promise<OpenDispute[]> {
  return disputes(read, '', []);
}

/** The open dispute about one measure, or null. */
export async function openDisputeOf(read: Reader, measureId: string): Promise<OpenDispute | null> {
  return (await disputes(read, 'AND m.id = ?', [measureId]))[0] ?? null;
}

async function disputes(read: Reader, more: string, params: SqlValue[]): Promise<OpenDispute[]> {
  const rows = await read.all<Row>(OPEN.replace('{more}', more), params);
  const units = rows.length > 0 ? await read.all<{ id: string; name: string }>('SELECT id, name FROM unit') : [];
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return rows.map(({ actorName, body, ...row }) => {
    const { unit, payload } = JSON.parse(body) as { unit: string | null; payload: { reason?: string } };
    return { ...row, raisedBy: (unit && names.get(unit)) || actorName, reason: payload.reason ?? '' };
  });
}
