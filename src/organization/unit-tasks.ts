import { readsAll } from '../engine/reading-rights.js';
import type { Actor } from '../engine/types.js';
import type { Reader } from '../persistence/tx.js';

/** A unit's open and closed tasks in the newest year of one plan. */
export interface UnitTasks {
  planId: string;
  title: string;
  year: number;
  count: number;
}

const TASKS = `SELECT p.id AS plan_id, p.title, c.year, count(*) AS count
  FROM plan p CROSS JOIN assignment a JOIN measure m ON m.id = a.measure_id JOIN cycle c ON c.id = a.cycle_id
  WHERE a.plan_id = p.id AND a.unit_id = ? AND a.state NOT LIKE 'removed%' AND a.state NOT LIKE 'transferred%'
    AND m.state NOT IN ('withdrawn', 'merged') AND c.year = (SELECT max(y.year) FROM cycle y WHERE y.plan_id = a.plan_id) {own}
  GROUP BY p.id, p.title, c.year ORDER BY c.year DESC, p.id DESC`;

/** A unit's tasks by plan, newest first, as the ledger counts them; of another unit's, those that the reader has a part in. */
export async function unitTasks(read: Reader, unitId: string, actor: Actor): Promise<UnitTasks[]> {
  const own = 'AND a.measure_id IN (SELECT o.measure_id FROM assignment o WHERE o.unit_id = ?)';
  const rows = readsAll(actor)
    ? await read.all<UnitTasks>(TASKS.replace('{own}', ''), [unitId])
    : await read.all<UnitTasks>(TASKS.replace('{own}', own), [unitId, actor.unit ?? '']);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}
