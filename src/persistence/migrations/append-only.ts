import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isPostgres } from './portable.js';

const TABLES = ['event', 'access_log', 'checkpoint'];

/** The log takes no UPDATE, no DELETE and no TRUNCATE, whoever asks. */
export class AppendOnly0002 implements MigrationInterface {
  name = 'AppendOnly00021767225600001';

  async up(runner: QueryRunner): Promise<void> {
    if (isPostgres(runner)) await runner.query(REFUSAL);
    for (const table of TABLES) {
      for (const statement of isPostgres(runner) ? onPostgres(table) : onSqlite(table)) await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      const on = isPostgres(runner) ? ` ON "${table}"` : '';
      const verbs = isPostgres(runner) ? ['change', 'truncate'] : ['update', 'delete'];
      for (const verb of verbs) await runner.query(`DROP TRIGGER ${table}_no_${verb}${on}`);
    }
    if (isPostgres(runner)) await runner.query('DROP FUNCTION refuse_change()');
  }
}

function onSqlite(table: string): string[] {
  return ['UPDATE', 'DELETE'].map(
    (verb) => `CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON "${table}"
      BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
  );
}

const REFUSAL = `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`;

function onPostgres(table: string): string[] {
  return [
    `CREATE TRIGGER ${table}_no_change BEFORE UPDATE OR DELETE ON "${table}"
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    `CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON "${table}"
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  ];
}
