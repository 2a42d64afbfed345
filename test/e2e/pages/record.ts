import Database from 'better-sqlite3';
import { join } from 'node:path';

/** One number out of the record of a data folder, read beside the running server. */
export function countIn(dataDir: string, sql: string): number {
  const database = new Database(join(dataDir, 'qiantou.db'), { readonly: true });
  try {
    return database.prepare(sql).pluck().get() as number;
  } finally {
    database.close();
  }
}

/** How many events the record holds. */
export const eventsIn = (dataDir: string): number => countIn(dataDir, 'SELECT count(*) FROM event');
