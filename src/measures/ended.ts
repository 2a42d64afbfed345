import type { Reader } from '../persistence/tx.js';

/** Measures of a plan that were withdrawn or merged into others, as they stood on that day. */
export interface EndedMeasures {
  /** By the measure's id, the day. */
  on: ReadonlyMap<string, string>;
  /** By a merged one's id, number and title of the measure that it went into. */
  into: ReadonlyMap<string, string>;
  /** Duties that were held until then: they ended with the measure. */
  duties: ReadonlySet<string>;
}

const DAYS = `SELECT m.id, w.at AS ended_on, w.body FROM measure m JOIN event w ON w.instance_id = m.id AND w.type IN ('withdraw', 'merge')
  WHERE m.plan_id = ? AND m.state IN ('withdrawn', 'merged')`;

/** A duty is taken off within the command that ends its measure, so behind that event; what was taken off earlier lies before it. */
const DUTIES = `SELECT a.id FROM measure m JOIN event w ON w.instance_id = m.id AND w.type IN ('withdraw', 'merge')
  JOIN assignment a ON a.measure_id = m.id JOIN event r ON r.instance_id = a.id AND r.type = 'remove' AND r.position > w.position
  WHERE m.plan_id = ? AND m.state IN ('withdrawn', 'merged')`;

/** What of a plan was withdrawn or merged: when, and who had it. */
export async function endedMeasures(read: Reader, planId: string): Promise<EndedMeasures> {
  const days = await read.all<{ id: string; endedOn: string; body: string }>(DAYS, [planId]);
  const duties = days.length > 0 ? await read.all<{ id: string }>(DUTIES, [planId]) : [];
  return {
    on: new Map(days.map(({ id, endedOn }) => [id, endedOn])),
    into: new Map(days.length > 0 ? await targets(read, planId, days) : []),
    duties: new Set(duties.map(({ id }) => id)),
  };
}

async function targets(
  read: Reader,
  planId: string,
  ended: { id: string; body: string }[],
): Promise<[string, string][]> {
  const sql = 'SELECT id, no, title FROM measure WHERE plan_id = ?';
  const names = await read.all<{ id: string; no: string; title: string }>(sql, [planId]);
  const calledBy = new Map(names.map(({ id, no, title }) => [id, `${no}《${title}》`]));
  return ended.flatMap(({ id, body }): [string, string][] => {
    const { into } = (JSON.parse(body) as { payload: { into?: string } }).payload;
    const name = calledBy.get(into ?? '');
    return name ? [[id, name]] : [];
  });
}
