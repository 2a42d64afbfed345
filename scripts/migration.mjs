/**
 * Writes a migration that creates the tables of the built entities: node scripts/migration.mjs NAME > FILE.
 * For the time before the first release, when the initial schema may still be rewritten; a developer's tool.
 */
import 'reflect-metadata';
import { DataSource, Table } from 'typeorm';
import { entities } from '../dist/src/entities.js';
import { SnakeNaming } from '../dist/src/persistence/naming.js';

const name = process.argv[2] ?? 'Initial0001';
const source = await new DataSource({
  type: 'better-sqlite3',
  database: ':memory:',
  entities,
  namingStrategy: new SnakeNaming(),
}).initialize();

const tables = source.entityMetadatas
  .map((metadata) => Table.create(metadata, source.driver))
  .sort((a, b) => (a.name < b.name ? -1 : 1));
const lines = tables.map((table) => `  ${JSON.stringify(plain(table))},`);
process.stdout.write(`import type { MigrationInterface, QueryRunner, TableOptions } from 'typeorm';
import { portable } from './portable.js';

/** Tables of the first release; portable column types, named indexes. */
const TABLES: TableOptions[] = [
${lines.join('\n')}
];

/** The tables of the first release. */
export class ${name} implements MigrationInterface {
  name = '${name}${String(1767225600000)}';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.createTable(portable(runner, table));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.dropTable(table.name);
  }
}
`);
await source.destroy();

function plain(table) {
  return {
    name: table.name.split('.').pop(),
    ...drop({ withoutRowid: table.withoutRowid || undefined }),
    columns: table.columns.map((column) =>
      drop({
        name: column.name,
        type: column.type,
        length: column.length || undefined,
        isNullable: column.isNullable || undefined,
        isPrimary: column.isPrimary || undefined,
        isGenerated: column.isGenerated || undefined,
        generationStrategy: column.isGenerated ? 'increment' : undefined,
      }),
    ),
    indices: table.indices.map((index) =>
      drop({
        name: index.name,
        columnNames: index.columnNames,
        isUnique: index.isUnique || undefined,
        where: index.where || undefined,
      }),
    ),
  };
}

function drop(object) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
