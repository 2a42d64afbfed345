import type BetterSqlite3 from 'better-sqlite3';

/** What must not be found at any time, on the evening of a day: each statement finds what breaks its rule. */
const NEVER: Record<string, string> = {
  'a unit left behind by a closed measure': `SELECT a.id FROM measure m JOIN assignment a ON a.measure_id = m.id
    WHERE (m.state LIKE 'closed%' OR m.state IN ('merged', 'withdrawn')) AND a.state LIKE 'duty%'`,
  'a deadline that has not fired': `SELECT id FROM deadline WHERE status = 'pending' AND on_day <= :today`,
  'a deadline that nobody took': `SELECT id FROM deadline WHERE status = 'moot'`,
  'a packet asked for twice': `SELECT round_id FROM packet GROUP BY round_id, unit_id HAVING count(*) > 1`,
  'a row that differs from its instance': `SELECT i.id FROM instance i JOIN packet p ON p.id = i.id WHERE p.state <> i.state
    UNION ALL SELECT i.id FROM instance i JOIN measure m ON m.id = i.id WHERE m.state <> i.state
    UNION ALL SELECT i.id FROM instance i JOIN assignment a ON a.id = i.id WHERE a.state <> i.state`,
  'an instance whose head is not its last event': `SELECT i.id FROM instance i
    LEFT JOIN event e ON e.instance_id = i.id AND e.seq = i.revision WHERE e.hash IS NOT i.head`,
};

/** What is over when the year is over. */
const AT_LAST: Record<string, string> = {
  'a measure not closed': `SELECT id FROM measure WHERE state NOT LIKE 'closed%'`,
  'a duty not closed': `SELECT id FROM assignment WHERE state NOT IN ('closed', 'removed', 'transferred')`,
  'a year not closed': `SELECT id FROM cycle WHERE state <> 'closed'`,
  'a round not closed': `SELECT id FROM round WHERE state <> 'closed'`,
  'a year-end packet not taken': `SELECT p.id FROM packet p JOIN round r ON r.id = p.round_id
    WHERE r.kind = '年终' AND p.state NOT IN ('accepted', 'exempt')`,
  'a supervision not ended': `SELECT id FROM supervision WHERE state NOT IN ('lifted', 'cancelled')`,
  'a plan not archived': `SELECT id FROM plan WHERE state <> 'archived'`,
  'a deadline still waiting': `SELECT id FROM deadline WHERE status = 'pending'`,
};

/** Breaches of the rules in what stands in the tables; empty when all is well. */
export function breaches(handle: BetterSqlite3.Database, today: string, isOver: boolean): string[] {
  const rules = Object.entries({ ...NEVER, ...(isOver ? AT_LAST : {}) });
  return rules.flatMap(([rule, sql]) => {
    const statement = handle.prepare<unknown[], object>(sql);
    const [first, ...rest] = sql.includes(':today') ? statement.all({ today }) : statement.all();
    return first ? [`${rule}: ${JSON.stringify(first)}${rest.length > 0 ? ` and ${rest.length} more` : ''}`] : [];
  });
}
