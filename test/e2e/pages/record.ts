import { entities } from '../../../src/entities.js';
import { Database } from '../../../src/persistence/database.js';
import { migrations } from '../../../src/persistence/migrations/index.js';
import { join } from 'node:path';
import { placeOf } from '../../support/postgres.js';

/** What a question that counts says of an office's database, read beside the server: `SELECT count(*) AS n …`. */
export async function countIn(dataDir: string, sql: string): Promise<number> {
  const { DATABASE_URL: url } = await placeOf(dataDir);
  const place = url ? { url } : { file: join(dataDir, 'qiantou.db') };
  const database = await Database.open({ ...place, entities, migrations, readOnly: true });
  try {
    return (await database.reader.get<{ n: number }>(sql))!.n;
  } finally {
    await database.close();
  }
}

/** How many events the office's log holds. */
export const eventsIn = (dataDir: string): Promise<number> => countIn(dataDir, 'SELECT count(*) AS n FROM event');
