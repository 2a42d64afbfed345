import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isPostgres } from './portable.js';

/**
 * On PostgreSQL: where nodes write down for one another what they changed (postgres/told.ts). No part of the record, so it
 * stands in a schema of its own, is not in a backup, and is empty after the server has crashed.
 */
export class ToldBetweenNodes0005 implements MigrationInterface {
  name = 'ToldBetweenNodes00051767225600004';

  async up(runner: QueryRunner): Promise<void> {
    if (!isPostgres(runner)) return;
    await runner.query('CREATE SCHEMA IF NOT EXISTS qiantou_nodes');
    await runner.query(
      'CREATE UNLOGGED TABLE IF NOT EXISTS qiantou_nodes.told (number bigint PRIMARY KEY, changes text)',
    );
    await runner.query('ALTER TABLE qiantou_nodes.told ALTER COLUMN changes SET STORAGE EXTERNAL');
  }

  async down(runner: QueryRunner): Promise<void> {
    if (isPostgres(runner)) await runner.query('DROP SCHEMA qiantou_nodes CASCADE');
  }
}
