import { supervisionWords } from '../../../workflows/supervision/supervision.v1.words.js';
import type { Reader } from '../../persistence/tx.js';
import type { OrderRecord } from './report-data.js';

interface Row {
  unitId: string;
  reason: string;
  measureIds: string;
  number: string;
  level: string;
  text: string;
  due: string;
  sentOn: string;
  reply: string | null;
}

const SENT_BY = `
  SELECT s.unit_id, s.reason, s.measure_ids, l.number, l.level, l.text, l.due, l.sent_on,
    (SELECT r.text FROM supervision_reply r WHERE r.supervision_id = s.id AND r.position > l.position AND r.received_on <= ?
     ORDER BY r.position DESC LIMIT 1) AS reply
  FROM supervision_letter l JOIN supervision s ON s.id = l.supervision_id
  WHERE s.plan_id = ? AND l.form = 'order' AND l.sent_on <= ? ORDER BY l.position`;

const LEVELS: Readonly<Record<string, string>> = supervisionWords.events.draftOrder.payload.level.choices ?? {};

/** The 督办单 that had gone out by the day, oldest first, each with what the unit had answered by then. */
export async function readOrders(read: Reader, planId: string, day: string): Promise<OrderRecord[]> {
  const rows = await read.all<Row>(SENT_BY, [day, planId, day]);
  return rows.map(({ measureIds, level, ...row }) => ({
    ...row,
    measureIds: JSON.parse(measureIds) as string[],
    level: LEVELS[level] ?? level,
  }));
}
