import type { DataSource, EntityMetadata, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { Rows } from './answers/rows.js';
import type { ReadManager, SqlValue } from './tx.js';

type Where<E> = FindOptionsWhere<E> | FindOptionsWhere<E>[];
/** Whoever answers a statement at once. */
interface Asked {
  ask(sql: string, params: SqlValue[]): Rows;
}
type Hydrate = (values: unknown[]) => ObjectLiteral;

const PLAIN = new Set(['varchar', 'text', 'integer', 'bigint']);

/**
 * TypeORM's reading half with a short way for its commonest question, “the rows whose columns equal these values”: one
 * prepared statement instead of a query built and parsed anew each time, with the same entities as answer. Whatever is
 * not that plain goes to TypeORM itself.
 */
export function quickReads(source: DataSource, database: Asked): ReadManager {
  const slow = source.manager;
  const tables = new Tables(source);
  return {
    find: slow.find.bind(slow),
    findOne: slow.findOne.bind(slow),
    count: slow.count.bind(slow),
    countBy: slow.countBy.bind(slow),
    existsBy: slow.existsBy.bind(slow),
    async findOneBy<E extends ObjectLiteral>(entity: EntityTarget<E>, where: Where<E>): Promise<E | null> {
      const table = isPlain(where) ? tables.of(entity) : null;
      if (!table?.knows(where)) return slow.findOneBy(entity, where);
      const [values] = database.ask(table.select(where, ' LIMIT 1'), valuesOf(where)).lists;
      return values ? (table.hydrate(values) as E) : null;
    },
    async findBy<E extends ObjectLiteral>(entity: EntityTarget<E>, where: Where<E>): Promise<E[]> {
      const table = isPlain(where) ? tables.of(entity) : null;
      if (!table?.knows(where)) return slow.findBy(entity, where);
      return database.ask(table.select(where, ''), valuesOf(where)).lists.map(table.hydrate) as E[];
    },
  };
}

/** Only strings and numbers are compared the short way; null, lists and operators have rules of their own. */
export function isPlain(where: object): boolean {
  const values = Object.values(where);
  return values.length > 0 && values.every((value) => typeof value === 'string' || typeof value === 'number');
}

/** The values sought by a plain condition, in the order of its members. */
export const valuesOf = (where: object) => Object.values(where) as SqlValue[];

/** The tables of a data source, as far as they can be read the short way. */
export class Tables {
  private readonly known = new Map<unknown, QuickTable | null>();

  constructor(private readonly source: DataSource) {}

  /** The table of an entity without relations or inheritance; null for others. */
  of(entity: unknown): QuickTable | null {
    let table = this.known.get(entity);
    if (table === undefined) this.known.set(entity, (table = this.make(entity as EntityTarget<ObjectLiteral>)));
    return table;
  }

  private make(entity: EntityTarget<ObjectLiteral>): QuickTable | null {
    const metadata = this.source.getMetadata(entity);
    const simple =
      metadata.relations.length === 0 && metadata.embeddeds.length === 0 && metadata.tableType === 'regular';
    return simple && !metadata.deleteDateColumn ? new QuickTable(this.source, metadata) : null;
  }
}

class QuickTable {
  private readonly columns: Map<string, EntityMetadata['columns'][number]>;
  private readonly texts = new Map<string, string>();
  readonly hydrate: Hydrate;

  constructor(
    source: DataSource,
    private readonly metadata: EntityMetadata,
  ) {
    this.columns = new Map(metadata.columns.map((column) => [column.propertyName, column]));
    this.hydrate = hydrator(source, metadata);
  }

  knows(where: object): boolean {
    return Object.keys(where).every(
      (name) => this.columns.get(name)?.transformer === undefined && this.columns.has(name),
    );
  }

  /** The question's text; made once for each combination of columns. */
  select(where: object, tail: string): string {
    const names = Object.keys(where);
    const shape = `${names.join()}${tail}`;
    let text = this.texts.get(shape);
    if (!text) this.texts.set(shape, (text = this.text(names) + tail));
    return text;
  }

  private text(names: string[]): string {
    const columns = [...this.columns.values()].map((column) => `"${column.databaseName}"`);
    const equal = names.map((name) => `"${this.columns.get(name)!.databaseName}" = ?`);
    return `SELECT ${columns.join(', ')} FROM "${this.metadata.tableName}" WHERE ${equal.join(' AND ')}`;
  }
}

/** An entity from the values of its columns in the entity's order, converted as TypeORM does. */
function hydrator(source: DataSource, metadata: EntityMetadata): Hydrate {
  const names = metadata.columns.map((column) => column.propertyName);
  const readers = metadata.columns.map((column) => {
    const isPlainColumn = !column.transformer && PLAIN.has(String(column.type));
    return isPlainColumn ? null : (value: unknown): unknown => source.driver.prepareHydratedValue(value, column);
  });
  return (values) => {
    const entity = metadata.create();
    for (let at = 0; at < names.length; at++) {
      const read = readers[at];
      entity[names[at]!] = read ? read(values[at]) : values[at];
    }
    return entity;
  };
}
