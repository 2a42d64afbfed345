/** The command that is measured, and rows of its size for the base. */
import { COORDINATOR, LIAISON, newKey } from './office.mjs';

/** By turns: the lead bureau's liaison asks for the completion of a measure, and the office returns it; each leaves a notice. */
export function commands({ engine }, ids) {
  const revisions = new Map(ids.map((id) => [id, 2]));
  return async (n) => {
    const id = ids[n % ids.length];
    const seenRevision = revisions.get(id);
    const [type, actor] = seenRevision % 2 === 0 ? ['requestCompletion', LIAISON] : ['returnCompletion', COORDINATOR];
    const payload = type === 'returnCompletion' ? { opinion: '请补充培训台账。' } : {};
    const answer = await engine.send(id, type, payload, { actor, key: newKey(), seenRevision });
    revisions.set(id, answer.receipts[0].revision);
  };
}

/** What the last command wrote. */
export async function sample({ ids, database }) {
  const sql = `SELECT i.id, i.snapshot, e.body, e.hash FROM event e JOIN instance i ON i.id = e.instance_id ORDER BY e.position DESC LIMIT 1`;
  return { ids, ...(await database.reader.get(sql)) };
}
