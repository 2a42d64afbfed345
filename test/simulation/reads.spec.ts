import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import BetterSqlite3 from 'better-sqlite3';
import { join } from 'node:path';
import { openGround, type TestGround } from '../support/ground.js';
import { liveHere } from './live.js';

/** Every statement that anybody prepares from now on, each once. */
function watched(): Set<string> {
  const texts = new Set<string>();
  const { prepare } = BetterSqlite3.prototype;
  BetterSqlite3.prototype.prepare = function (this: BetterSqlite3.Database, sql: string) {
    texts.add(sql);
    return prepare.call(this, sql);
  } as typeof prepare;
  return texts;
}

/** What many rows have in common: a search by it alone goes through all that wait, or all that are open. */
const COMMON = /\((status|state|kind|role|machine|year|unit_id)=\?\)$/;
/** The plans that have a deadline waiting: asked once a look at the clock, not once an event. */
const ONCE_A_LOOK = /^SELECT DISTINCT scope FROM deadline/;

/** Steps of a statement's plan that go through a whole table, or through all rows of a state. */
function scans(handle: BetterSqlite3.Database, sql: string): string[] {
  const unbound = Array.from(sql.matchAll(/\?/g), () => null);
  const steps = handle.prepare<null[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...unbound);
  const details = steps.map(({ detail }) => detail);
  return details.filter((detail) => /^SCAN (?!CONSTANT ROW)/.test(detail) || COMMON.test(detail));
}

describe('what the engine and the features ask the database in a year', () => {
  let ground: TestGround;
  let asked: Set<string>;

  beforeAll(async () => {
    ground = await openGround('2023-01-04');
    asked = watched();
    await liveHere(ground, { seed: 5, years: 1, cities: 1, counties: 1, measures: 8 });
  }, 60_000);
  afterAll(() => ground.close());

  it('is found by an index, so that an event costs the same in a large record as in a small one', () => {
    const handle = new BetterSqlite3(join(ground.folder, 'qiantou.db'), { readonly: true });
    const reads = [...asked].filter((sql) => /^\s*(SELECT|UPDATE|DELETE)/i.test(sql));
    const often = reads.filter((sql) => !ONCE_A_LOOK.test(sql));
    const slow = often.flatMap((sql) => scans(handle, sql).map((step) => `${step}: ${sql.replace(/\s+/g, ' ')}`));
    handle.close();
    expect(reads.length).toBeGreaterThan(50);
    expect(slow).toEqual([]);
  });
});
