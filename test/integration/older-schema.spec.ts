import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entities } from '../../src/entities.js';
import { Database } from '../../src/persistence/database.js';
import { migrations } from '../../src/persistence/migrations/index.js';

const folder = mkdtempSync(join(tmpdir(), 'qiantou-older-'));
const file = join(folder, 'qiantou.db');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a database that an older program made', () => {
  it('is not read as it is: the reader is told to bring it up to date, and then reads it', async () => {
    await (await Database.open({ file, entities, migrations: migrations.slice(0, -1) })).close();
    await expect(Database.open({ file, entities, migrations, readOnly: true })).rejects.toMatchObject({
      code: 'older_schema',
      detail: { cure: expect.stringContaining('qiantou migrate') },
    });
    await (await Database.open({ file, entities, migrations })).close();
    const reading = await Database.open({ file, entities, migrations, readOnly: true });
    expect(await reading.reader.all('SELECT year FROM calendar_year')).toEqual([]);
    await reading.close();
  });
});
