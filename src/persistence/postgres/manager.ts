import type { EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { isPlain, valuesOf, type Tables } from '../quick-reads.js';
import type { ReadManager, SqlValue } from '../tx.js';

type Where<E> = FindOptionsWhere<E> | FindOptionsWhere<E>[];
type Row = Record<string, unknown>;
type Work = () => Promise<unknown>;
type Method = (...args: unknown[]) => Promise<unknown>;

/** How a connection is asked: by statement, or by TypeORM's own work on it. */
export interface Asking {
  rows(sql: string, values: SqlValue[]): Promise<Row[]>;
  around<T>(work: () => Promise<T>): Promise<T>;
}

const SLOW = ['find', 'findOne', 'count', 'countBy', 'existsBy'] as const;

/**
 * TypeORM's reading half on a connection that is asked in a way of its own. “The rows whose columns equal these values” are
 * one prepared statement, as on SQLite (quick-reads.ts); whatever is not that plain goes to TypeORM itself.
 */
export function postgresManager(typeorm: ReadManager, tables: Tables, asking: Asking): ReadManager {
  const slow = Object.fromEntries(SLOW.map((name) => [name, passedOn(typeorm, name, asking)]));
  const quick = {
    async findOneBy<E extends ObjectLiteral>(entity: EntityTarget<E>, where: Where<E>): Promise<E | null> {
      const table = isPlain(where) ? tables.of(entity) : null;
      if (!table?.knows(where)) return asking.around(() => typeorm.findOneBy(entity, where));
      const [row] = await asking.rows(table.select(where, ' LIMIT 1'), valuesOf(where));
      return row ? (table.hydrate(Object.values(row)) as E) : null;
    },
    async findBy<E extends ObjectLiteral>(entity: EntityTarget<E>, where: Where<E>): Promise<E[]> {
      const table = isPlain(where) ? tables.of(entity) : null;
      if (!table?.knows(where)) return asking.around(() => typeorm.findBy(entity, where));
      const rows = await asking.rows(table.select(where, ''), valuesOf(where));
      return rows.map((row) => table.hydrate(Object.values(row)) as E);
    },
  };
  return { ...slow, ...quick } as ReadManager;
}

function passedOn(typeorm: ReadManager, name: (typeof SLOW)[number], { around }: Asking): Method {
  const method = (typeorm[name] as Method).bind(typeorm);
  const work =
    (args: unknown[]): Work =>
    () =>
      method(...args);
  return (...args) => around(work(args));
}
