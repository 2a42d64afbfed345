import type { MigrationInterface, QueryRunner, TableOptions } from 'typeorm';
import { isPostgres, portable } from './portable.js';

const IDEMPOTENCY: TableOptions = {
  name: 'idempotency',
  withoutRowid: true,
  columns: [
    { name: 'key', type: 'varchar', length: '120', isPrimary: true },
    { name: 'request', type: 'varchar', length: '32' },
    { name: 'position', type: 'integer', isNullable: true },
    { name: 'states', type: 'text' },
    { name: 'recorded_at', type: 'bigint' },
  ],
};

const NOTICE: TableOptions = {
  name: 'notice',
  withoutRowid: true,
  columns: [
    { name: 'addressee', type: 'varchar', length: '160', isPrimary: true },
    { name: 'position', type: 'integer', isPrimary: true },
    { name: 'place', type: 'integer', isPrimary: true },
    { name: 'plan_id', type: 'varchar', length: '160' },
    { name: 'subject_kind', type: 'varchar', length: '20' },
    { name: 'subject', type: 'varchar', length: '160' },
    { name: 'text_key', type: 'varchar', length: '60' },
    { name: 'note', type: 'text', isNullable: true },
    { name: 'actor', type: 'varchar', length: '160' },
    { name: 'actor_name', type: 'varchar', length: '60' },
    { name: 'noticed_on', type: 'varchar', length: '10' },
  ],
};

/** What earlier answers and ids say, as each database takes them apart. */
const ANSWER = {
  sqlite: {
    position: `json_extract(answer, '$.receipts[0].position')`,
    states: `(SELECT json_group_array(json_extract(value, '$.state') ORDER BY key) FROM json_each(answer, '$.receipts'))`,
    place: `CAST(substr(id, instr(id, ':') + 1) AS INTEGER)`,
  },
  postgres: {
    position: `(answer::json #>> '{receipts,0,position}')::bigint`,
    states: `(SELECT coalesce(json_agg(one ->> 'state' ORDER BY place), '[]') FROM
      json_array_elements(answer::json -> 'receipts') WITH ORDINALITY AS each (one, place))`,
    place: `split_part(id, ':', 2)::bigint`,
  },
};

/**
 * A command writes fewer pages: keys say where the answer lies in the log, notices lie by addressee, and no index by scope is
 * kept, since a plan's past is a good part of the whole log.
 */
export class LeanerRows0004 implements MigrationInterface {
  name = 'LeanerRows00041767225600003';

  async up(runner: QueryRunner): Promise<void> {
    const { position, states, place } = ANSWER[isPostgres(runner) ? 'postgres' : 'sqlite'];
    await replace(
      runner,
      IDEMPOTENCY,
      `SELECT "key", substr(request, 1, 32), ${position}, ${states}, recorded_at FROM earlier`,
    );
    await replace(
      runner,
      NOTICE,
      `SELECT coalesce(unit_id, '@' || role), position, ${place}, plan_id, subject_kind, subject, text_key, note, actor,
         actor_name, noticed_on FROM earlier`,
    );
    for (const role of ['coordinator', 'superior'])
      await runner.query(`UPDATE notice_read SET notice_id = replace(notice_id, ':${role}', ':@${role}')`);
    await runner.query('DROP INDEX event_scope');
  }

  /** What the new rows leave out cannot be written again. */
  down(): Promise<void> {
    return Promise.reject(new Error('an earlier state is restored from a backup'));
  }
}

async function replace(runner: QueryRunner, table: TableOptions, select: string): Promise<void> {
  await runner.renameTable(table.name, 'earlier');
  await runner.createTable(portable(runner, table));
  await runner.query(`INSERT INTO "${table.name}" ${select}`);
  await runner.dropTable('earlier');
}
