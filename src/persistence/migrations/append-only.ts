import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['event', 'access_log', 'checkpoint'];

/** The log takes no UPDATE and no DELETE, whoever asks. */
export class AppendOnly0002 implements MigrationInterface {
  name = 'AppendOnly00021767225600001';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      for (const verb of ['UPDATE', 'DELETE']) {
        await runner.query(
          `CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON "${table}"
           BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
        );
      }
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      for (const verb of ['update', 'delete']) await runner.query(`DROP TRIGGER ${table}_no_${verb}`);
    }
  }
}
