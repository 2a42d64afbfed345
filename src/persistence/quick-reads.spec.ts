import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import BetterSqlite3 from 'better-sqlite3';
import { DataSource, Entity, In } from 'typeorm';
import { Count, Flag, Id, Instant, Json, OptionalDay, OptionalJson, Ref, Text } from './columns.js';
import { SnakeNaming } from './naming.js';
import { quickReads } from './quick-reads.js';
import { Statements } from './sqlite/statements.js';
import type { ReadManager } from './tx.js';

@Entity('duty')
class Duty {
  @Id() id: string;
  @Ref() unitId: string;
  @Count() position: number;
  @Flag() isLead: boolean;
  @Json() heading: string[];
  @OptionalJson() extension: { to: string } | null;
  @OptionalDay() due: string | null;
  @Instant() seenAt: number;
  @Text() note: string;
}

const duty = (n: number): Duty => ({
  ...{ id: `d${n}`, unitId: n < 3 ? 'hr' : 'edu', position: n, isLead: n === 1, heading: ['一', `${n}`] },
  ...{
    extension: n === 2 ? { to: '2023-12-31' } : null,
    due: n === 1 ? '2023-06-30' : null,
    seenAt: n * 1e12,
    note: '',
  },
});

describe('the short way to read rows by their values', () => {
  let source: DataSource;
  let quick: ReadManager;
  let asked: string[];

  beforeAll(async () => {
    const options = { database: ':memory:', synchronize: true, entities: [Duty] };
    source = await new DataSource({
      ...options,
      type: 'better-sqlite3',
      namingStrategy: new SnakeNaming(),
    }).initialize();
    await source.manager.save(Duty, [1, 2, 3].map(duty));
    const { databaseConnection } = source.driver as unknown as { databaseConnection: BetterSqlite3.Database };
    asked = [];
    const prepare = databaseConnection.prepare.bind(databaseConnection);
    const watched = { prepare: (sql: string) => (asked.push(sql), prepare(sql)) } as unknown as BetterSqlite3.Database;
    const statements = new Statements(watched);
    quick = quickReads(source, statements);
  });
  afterAll(() => source.destroy());

  it.each([{ id: 'd1' }, { unitId: 'edu' }, { unitId: 'hr', position: 2 }, { position: 9 }])(
    'gives the same entity as TypeORM for %j, by one prepared statement',
    async (where) => {
      const found = await quick.findOneBy(Duty, where);
      expect(found).toStrictEqual(await source.manager.findOneBy(Duty, where));
      expect(await quick.findBy(Duty, where)).toStrictEqual(await source.manager.findBy(Duty, where));
      expect(asked.slice(-2)).toEqual([expect.stringContaining(' LIMIT 1'), expect.stringMatching(/= \?$/)]);
    },
  );

  it('leaves lists, flags, converted columns and alternatives to TypeORM', async () => {
    asked.length = 0;
    expect(await quick.findBy(Duty, { id: In(['d1', 'd3']) })).toHaveLength(2);
    expect(await quick.findBy(Duty, { isLead: true })).toHaveLength(1);
    expect(await quick.findOneBy(Duty, { seenAt: 2e12 })).toMatchObject({ id: 'd2' });
    expect(await quick.findBy(Duty, [{ id: 'd1' }, { id: 'd2' }])).toHaveLength(2);
    expect(asked).toEqual([]);
  });
});
