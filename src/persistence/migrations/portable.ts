import { Table, type QueryRunner, type TableColumnOptions, type TableOptions } from 'typeorm';

/** Whether a migration runs on PostgreSQL; else it is SQLite. */
export function isPostgres(runner: QueryRunner): boolean {
  return runner.connection.options.type === 'postgres';
}

/**
 * A table as the database of the runner takes it. SQLite keeps no length, compares text byte by byte and counts to 2^63: on
 * PostgreSQL text gets neither a length nor an order of some language and whole numbers are the long ones, so that both
 * hold the same and sort the same. A number that SQLite draws is its plain row number: AUTOINCREMENT would write a page more
 * at each commit, only to keep the numbers of deleted rows from coming again.
 */
export function portable(runner: QueryRunner, table: TableOptions): Table {
  const as = isPostgres(runner) ? asOnSqlite : withRowNumber;
  return new Table({ ...table, columns: table.columns?.map(as) });
}

function withRowNumber(column: TableColumnOptions): TableColumnOptions {
  return column.isGenerated ? { ...column, isGenerated: false, generationStrategy: undefined } : column;
}

function asOnSqlite(column: TableColumnOptions): TableColumnOptions {
  if (column.type === 'integer') return { ...column, type: 'bigint' };
  if (column.type !== 'varchar' && column.type !== 'text') return column;
  return { ...column, type: 'text', length: undefined, collation: 'C' };
}
