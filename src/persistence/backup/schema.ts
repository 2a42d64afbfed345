import type { MigrationInterface } from 'typeorm';
import { Refusal } from '../../shared/errors.js';

/** The program's migrations, oldest first. */
export type Migrations = (new () => MigrationInterface)[];

/**
 * The migrations that made the tables of a backup. Refusal: newer_schema, when the program does not know them all.
 */
export function madeBy(migrations: Migrations, applied: string[]): Migrations {
  const known = new Map(migrations.map((migration) => [new migration().name, migration]));
  const unknown = applied.filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new Refusal('newer_schema', '备份由更新版本的程序制作，本版本不能恢复。没有恢复任何内容。', {
      cure: '请改用更新的版本。',
      facts: { unknown },
    });
  return migrations.filter((migration) => applied.includes(new migration().name ?? ''));
}
