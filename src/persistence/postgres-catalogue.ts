import type { DataSource, EntityMetadata } from 'typeorm';
import type { Catalogue } from './postgres-reach.js';

/** The tables of a data source as PostgreSQL holds them: text without length, whole numbers of 64 bit (portable.ts). */
export function catalogueOf(source: DataSource): Catalogue {
  return new Map(
    source.entityMetadatas.map(({ tableName, columns }) => [
      tableName,
      new Map(columns.map((column) => [column.databaseName, typeOf(column)])),
    ]),
  );
}

function typeOf({ type }: EntityMetadata['columns'][number]): string {
  if (type === 'varchar' || type === 'text' || type === String) return 'text';
  return type === 'integer' || type === 'bigint' || type === Number ? 'int8' : '';
}
