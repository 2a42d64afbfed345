import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLE_TEXT } from '../formats/sample-plan.js';
import { qiantou } from '../support/command.js';

const SPAWNS_MS = 120_000;

describe('files that the record rests on', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qiantou-evidence-'));
  const dataDir = join(folder, 'data');
  const kept = () => readdirSync(join(dataDir, 'files')).map((name) => join(dataDir, 'files', name));
  const verify = async () => {
    const { code, stdout, stderr } = await qiantou(['verify'], dataDir);
    return { code, verdict: stdout.trim().split('\n').at(-1), stderr };
  };
  beforeAll(async () => {
    for (const [name, text] of [
      ['方案一.txt', SAMPLE_TEXT.replaceAll('云岭', '太原')],
      ['方案二.txt', SAMPLE_TEXT.replaceAll('云岭', '太原').replace('7号', '8号').replace('行动', '专项行动')],
    ] as const) {
      writeFileSync(join(folder, name), text);
      const imported = await qiantou(['import', join(folder, name)], dataDir);
      expect([imported.code, imported.stderr]).toEqual([0, expect.any(String)]);
    }
  }, SPAWNS_MS);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it(
    'are all there and unchanged, the hash is named',
    async () => {
      expect(await verify()).toMatchObject({
        code: 0,
        verdict: expect.stringMatching(/ files=2 faults=0$/),
        stderr: expect.stringContaining('校验算法：SHA-256'),
      });
    },
    SPAWNS_MS,
  );

  it(
    'are named when one was exchanged for the other, or changed by one bit',
    async () => {
      const [one, other] = kept() as [string, string];
      renameSync(one, `${one}.x`);
      renameSync(other, one);
      renameSync(`${one}.x`, other);
      const swapped = await verify();
      expect(swapped).toMatchObject({ code: 1, verdict: expect.stringMatching(/ files=2 faults=2$/) });
      expect(swapped.stderr).toContain('方案一.txt：文件内容被改动过');
      renameSync(one, `${one}.x`);
      renameSync(other, one);
      renameSync(`${one}.x`, other);
      const bytes = readFileSync(one);
      bytes[bytes.length >> 1]! ^= 4;
      writeFileSync(one, bytes);
      expect(await verify()).toMatchObject({ code: 1, verdict: expect.stringMatching(/ faults=1$/) });
      bytes[bytes.length >> 1]! ^= 4;
      writeFileSync(one, bytes);
    },
    SPAWNS_MS,
  );

  it(
    'are missed even where their row was taken out of the table as well: the event names them',
    async () => {
      const [one] = kept() as [string];
      const database = new Sqlite(join(dataDir, 'qiantou.db'));
      database.prepare('DELETE FROM stored_file').run();
      database.close();
      rmSync(one);
      const missing = await verify();
      expect(missing).toMatchObject({ code: 1, verdict: expect.stringMatching(/ files=2 faults=1$/) });
      expect(missing.stderr).toMatch(/方案[一二]\.txt：文件不在了/);
    },
    SPAWNS_MS,
  );
});
