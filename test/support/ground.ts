import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registrations as features } from '../../src/core/core.module.js';
import { Engine } from '../../src/engine/engine.js';
import type { Actor } from '../../src/engine/types.js';
import { verifyLog, type Verdict } from '../../src/engine/verify.js';
import { entities } from '../../src/entities.js';
import { Database } from '../../src/persistence/database.js';
import { migrations } from '../../src/persistence/migrations/index.js';
import type { Tx } from '../../src/persistence/tx.js';
import { FixedClock, startOfDay } from '../../src/shared/clock.js';
import { SeededIds } from '../../src/shared/ids.js';
import { keptToOwnTables } from './own-tables.js';
import { freshDatabase, onPostgres } from './postgres.js';

const registrations = keptToOwnTables(features);

export const COORDINATOR: Actor = {
  user: 'u-office',
  name: '统筹员（市农民工办）',
  unit: 'office',
  roles: ['coordinator'],
};
export const ADMIN: Actor = { user: 'u-admin', name: '系统管理员', unit: null, roles: ['admin'] };

/** A fresh database on disk, or on the tests' PostgreSQL, with the engine on it, a fixed clock and repeatable ids. */
export interface TestGround {
  folder: string;
  /** Of the database, where it is on PostgreSQL. */
  url?: string;
  database: Database;
  engine: Engine;
  clock: FixedClock;
  ids: SeededIds;
  verify(): Promise<Verdict>;
  close(): Promise<void>;
}

/** Opens a ground whose clock stands at nine o'clock of `day` in Asia/Shanghai. */
export async function openGround(day = '2023-05-11'): Promise<TestGround> {
  const folder = mkdtempSync(join(tmpdir(), 'qiantou-test-'));
  const url = onPostgres ? await freshDatabase() : undefined;
  const place = url ? { url } : { file: join(folder, 'qiantou.db') };
  const database = await Database.open({ ...place, entities, migrations });
  const clock = new FixedClock(startOfDay(day) + 9 * 3_600_000);
  let count = 0;
  const ids = new SeededIds(() => (count += 0.0137) % 1, clock.now());
  const engine = new Engine(database, clock, registrations);
  return {
    ...{ folder, url, database, engine, clock, ids },
    verify: async () => {
      const scratch = await Database.open({ file: ':memory:', entities, migrations });
      const verdict = await verifyLog(database.reader, scratch, registrations.projections);
      await scratch.close();
      return verdict;
    },
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Lets a transaction change the log, as somebody with the database in hand could. */
export async function unlockLog(tx: Tx): Promise<void> {
  const triggers = onPostgres ? ['event_no_change ON event'] : ['event_no_update', 'event_no_delete'];
  for (const trigger of triggers) await tx.run(`DROP TRIGGER IF EXISTS ${trigger}`);
}
