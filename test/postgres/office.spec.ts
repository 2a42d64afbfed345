import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLE_TEXT } from '../formats/sample-plan.js';
import { qiantou } from '../support/command.js';
import { emptyDatabase } from '../support/postgres.js';
import { startServer, type RunningServer } from '../support/server.js';

const SPAWNS_MS = 90_000;

describe('an office on PostgreSQL', () => {
  const desk = mkdtempSync(join(tmpdir(), 'qiantou-desk-'));
  /** What nodes share beside the database: files, the key of the log. */
  const shared = mkdtempSync(join(tmpdir(), 'qiantou-shared-'));
  let url: string;
  let nodes: RunningServer[];
  const office = (...args: string[]) => qiantou(args, nodes[0]!.dataDir, { DATABASE_URL: url });

  beforeAll(async () => {
    url = await emptyDatabase();
    const start = () => startServer({ dataDir: shared, env: { DATABASE_URL: url } });
    nodes = await Promise.all([start(), start()]);
  }, SPAWNS_MS);
  afterAll(async () => {
    for (const node of nodes ?? []) await node.discard();
    rmSync(desk, { recursive: true, force: true });
  });

  it('is filled once when two nodes start on an empty database: one of them shows the first sign-ins', () => {
    expect(nodes.filter((node) => node.output().includes('首次登录'))).toHaveLength(1);
    expect(nodes[0]!.signIns.size).toBeGreaterThan(0);
  });

  it(
    'takes commands beside its servers, and proves its record',
    async () => {
      const file = join(desk, '方案.txt');
      writeFileSync(file, SAMPLE_TEXT.replaceAll('云岭', '太原'));
      const imported = await office('import', file);
      expect(imported).toMatchObject({ code: 0, stdout: expect.stringMatching(/^[0-9a-f-]{36}\n$/) });
      expect(await office('issue', imported.stdout.trim())).toMatchObject({
        code: 0,
        stderr: expect.stringContaining('已印发并分办。'),
      });
      const verified = await office('verify');
      expect(verified).toMatchObject({ code: 0, stdout: expect.stringMatching(/ events=\d+ files=\d+ faults=0\n$/) });
    },
    SPAWNS_MS,
  );

  it(
    'is backed up while its nodes serve, and restored into an empty database and folder, proven by its record',
    async () => {
      const file = join(desk, '备份.tar');
      expect(await office('backup', file)).toMatchObject({ code: 0, stderr: expect.stringContaining('已备份到') });
      const place = join(desk, 'restored');
      const other = { DATABASE_URL: await emptyDatabase() };
      expect(await qiantou(['restore', file], place, other)).toMatchObject({
        code: 0,
        stderr: expect.stringContaining('verify'),
      });
      const verified = await qiantou(['verify'], place, other);
      expect(verified).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/ events=\d+ files=[1-9]\d* faults=0\n$/),
      });
      expect(await qiantou(['restore', file], join(desk, 'again'), other)).toMatchObject({ code: 2 });
      expect(existsSync(join(desk, 'again'))).toBe(false);
    },
    SPAWNS_MS,
  );

  it(
    'is not backed up from a folder that is not the nodes’ own: the papers would be missing',
    async () => {
      const file = join(desk, 'half.tar');
      const tried = await qiantou(['backup', file], join(desk, 'elsewhere'), { DATABASE_URL: url });
      expect(tried).toMatchObject({ code: 2, stderr: expect.stringContaining('log-key') });
      expect(existsSync(file)).toBe(false);
    },
    SPAWNS_MS,
  );

  it('shows what one node did on the other', async () => {
    const events = await Promise.all(
      nodes.map(async ({ origin }) => {
        const metrics = await (await fetch(`${origin}/metrics`)).text();
        return Number(/^qiantou_events (\d+)$/m.exec(metrics)?.[1]);
      }),
    );
    expect(events[0]).toBeGreaterThan(100);
    expect(events[1]).toBe(events[0]);
  });
});
