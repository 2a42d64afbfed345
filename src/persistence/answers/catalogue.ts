import type { DataSource, EntityMetadata } from 'typeorm';
import type { Catalogue, ElementType } from './reach.js';

/** The tables of a data source; on PostgreSQL text has no length, whole numbers have 64 bit (portable.ts). */
export function catalogueOf(source: DataSource): Catalogue {
  return new Map(
    source.entityMetadatas.map(({ tableName, columns, primaryColumns }) => {
      const types = new Map(columns.map((column) => [column.databaseName, typeOf(column)]));
      return [tableName, Object.assign(types, { key: primaryColumns.map((column) => column.databaseName) })];
    }),
  );
}

function typeOf({ type }: EntityMetadata['columns'][number]): ElementType | '' {
  if (type === 'varchar' || type === 'text' || type === String) return 'text';
  return type === 'integer' || type === 'bigint' || type === Number ? 'int8' : '';
}
