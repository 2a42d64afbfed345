import type { EntityManager } from 'typeorm';

export type SqlValue = string | number | bigint | null | Uint8Array;

/** The reading half of TypeORM's EntityManager: all that a feature may use of it. */
export type ReadManager = Pick<
  EntityManager,
  'find' | 'findBy' | 'findOne' | 'findOneBy' | 'count' | 'countBy' | 'existsBy'
>;

/** Reads of one connection; rows of `all` and `get` come back with camelCase keys. */
export interface Reader {
  readonly manager: ReadManager;
  all<T>(sql: string, params?: SqlValue[]): Promise<T[]>;
  get<T>(sql: string, params?: SqlValue[]): Promise<T | undefined>;
}

/** A transaction: handed out by the writer only. Objects and arrays are stored as JSON text, booleans as 0/1. */
export interface Tx extends Reader {
  /** Runs one statement and returns how many rows it changed. */
  run(sql: string, params?: SqlValue[]): Promise<number>;
  insert(table: string, row: object): Promise<void>;
  /** Updates the rows that match `where` (column = value, all of them) and returns how many. */
  update(table: string, changes: object, where: object): Promise<number>;
  remove(table: string, where: object): Promise<number>;
}

/** 'planId' → 'plan_id'. */
export function columnName(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** 'plan_id' → 'planId'. */
export function propertyName(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** A value as it is stored in a column. */
export function toSql(value: unknown): SqlValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'object' && !(value instanceof Uint8Array)) return JSON.stringify(value);
  return value as SqlValue;
}
