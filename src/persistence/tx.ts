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

/**
 * A transaction: handed out by the writer only. Objects and arrays are stored as JSON text, booleans as 0/1. A failing
 * `insert`, `update` or `remove` may be told only by a later call, or by the end of the transaction: none is waited for
 * where a database is across a network.
 */
export interface Tx extends Reader {
  /**
   * The same from one transaction of the writer to the next for as long as nothing was undone and nobody else wrote: what
   * was read or written then still stands. Absent where that is not known.
   */
  readonly epoch?: number;
  /** Runs one statement and returns how many rows it changed. */
  run(sql: string, params?: SqlValue[]): Promise<number>;
  insert(table: string, row: object): Promise<void>;
  /** Inserts a row of a table that draws its own numbers in `column`, and returns the number. */
  append(table: string, row: object, column: string): Promise<number>;
  /** Updates the rows that match `where` (column = value, all of them); who needs their number uses `run`. */
  update(table: string, changes: object, where: object): Promise<unknown>;
  /** Updates the one row that matches `where`; fails with `otherwise()`, perhaps later, where there is none. */
  change(table: string, changes: object, where: object, otherwise: () => Error): Promise<void>;
  remove(table: string, where: object): Promise<unknown>;
}

/**
 * Each piece of work is a transaction of its own, all or nothing, durable when it is answered, as if one were done after the
 * other. A piece may be run more than once, all but the last time undone: it changes nothing but its transaction.
 */
export interface Writer {
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Resolves when nothing is queued any more. */
  idle(): Promise<void>;
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
