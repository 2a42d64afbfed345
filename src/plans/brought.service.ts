import { stampOf } from '../flow/flow.service.js';
import type { Reader } from '../persistence/tx.js';

const BROUGHT = `SELECT p.id, p.source_name, e.actor_name, e.recorded_at
  FROM plan p JOIN event e ON e.instance_id = p.id AND e.seq = 1`;

interface Row {
  id: string;
  sourceName: string;
  actorName: string;
  recordedAt: number | string;
}

/** By plan: its file, who brought it and when, in Beijing time, so that papers that look alike can be told apart. */
export async function broughtWords(read: Reader): Promise<Map<string, string>> {
  const rows = await read.all<Row>(BROUGHT);
  return new Map(
    rows.map(({ id, sourceName, actorName, recordedAt }) => {
      return [id, `${sourceName}，${actorName} ${stampOf(Number(recordedAt)).at} 导入`];
    }),
  );
}
