import type { Projection, Registrations } from '../../src/engine/types.js';
import type { Tx } from '../../src/persistence/tx.js';

const CHANGE = /^\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)/i;

/** The features as they are, but a projection that writes into a table that is not its own is stopped. */
export function keptToOwnTables(registrations: Registrations): Registrations {
  return { ...registrations, projections: registrations.projections.map(kept) };
}

function kept(projection: Projection): Projection {
  return { ...projection, apply: (tx, event) => projection.apply(guarded(tx, projection), event) };
}

function guarded(tx: Tx, { name, tables }: Projection): Tx {
  const check = (table: string | undefined): void => {
    if (table === undefined || !tables.includes(table)) throw new Error(`${name} writes into ${table ?? 'no table'}`);
  };
  return {
    manager: tx.manager,
    all: tx.all.bind(tx),
    get: tx.get.bind(tx),
    run: (sql, params) => (check(CHANGE.exec(sql)?.[1]), tx.run(sql, params)),
    insert: (table, row) => (check(table), tx.insert(table, row)),
    append: (table, row, column) => (check(table), tx.append(table, row, column)),
    change: (table, changes, where, otherwise) => (check(table), tx.change(table, changes, where, otherwise)),
    update: (table, changes, where) => (check(table), tx.update(table, changes, where)),
    remove: (table, where) => (check(table), tx.remove(table, where)),
  };
}
