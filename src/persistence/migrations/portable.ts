import { Table, type QueryRunner, type TableColumnOptions, type TableOptions } from 'typeorm';

/** Whether a migration runs on PostgreSQL; else it is SQLite. */
export function isPostgres(runner: QueryRunner): boolean {
  return runner.connection.options.type === 'postgres';
}

/**
 * A table as the database of the runner takes it. SQLite keeps no length, compares text byte by byte and counts to 2^63: on
 * PostgreSQL text gets neither a length nor an order of some language and whole numbers are the long ones, so that both
 * hold the same and sort the same.
 */
export function portable(runner: QueryRunner, table: TableOptions): Table {
  if (!isPostgres(runner)) return new Table(table);
  return new Table({ ...table, columns: table.columns?.map(asOnSqlite) });
}

function asOnSqlite(column: TableColumnOptions): TableColumnOptions {
  if (column.type === 'integer') return { ...column, type: 'bigint' };
  if (column.type !== 'varchar' && column.type !== 'text') return column;
  return { ...column, type: 'text', length: undefined, collation: 'C' };
}
