import type { DataSource } from 'typeorm';
import { Refusal } from '../shared/errors.js';

/** Brings the schema up to date. Refusal: newer_schema, when a newer program has been at the database before. */
export async function migrate(source: DataSource): Promise<void> {
  await refuseNewerSchema(source);
  await source.runMigrations({ transaction: 'each' });
}

/** Refuses a database without tables of this program. Refusals: no_database, newer_schema, older_schema. */
export async function refuseForeignSchema(source: DataSource): Promise<void> {
  if ((await appliedOf(source)).length === 0)
    throw new Refusal('no_database', '数据库中还没有本系统的数据。', { cure: '请先运行 npm start 或 migrate。' });
  await refuseNewerSchema(source);
  await refuseOlderSchema(source);
}

/** Whoever only reads cannot bring the tables up to date. Refusal: older_schema. */
export async function refuseOlderSchema(source: DataSource): Promise<void> {
  const applied = new Set(await appliedOf(source));
  if (applied.size === 0 || source.migrations.every(({ name = '' }) => applied.has(name))) return;
  throw new Refusal('older_schema', '数据库是本程序的旧版本建立的，还没有升级。', {
    cure: '请先备份，再启动服务或运行 qiantou migrate 升级，然后重试。',
  });
}

async function refuseNewerSchema(source: DataSource): Promise<void> {
  const known = new Set(source.migrations.map((migration) => migration.name ?? migration.constructor.name));
  const unknown = (await appliedOf(source)).filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new Refusal('newer_schema', '数据库已由更新版本的程序升级，本版本不能打开。', {
    cure: '请改用更新的版本；要退回旧版本，须恢复升级前的备份。',
    facts: { unknown },
  });
}

async function appliedOf(source: DataSource): Promise<string[]> {
  const runner = source.createQueryRunner();
  try {
    if (!(await runner.hasTable('migrations'))) return [];
    return ((await runner.query('SELECT name FROM migrations ORDER BY id')) as { name: string }[]).map(
      (row) => row.name,
    );
  } finally {
    await runner.release();
  }
}
