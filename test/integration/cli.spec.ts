import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handedOver } from '../cli/handed-over.js';
import { SAMPLE_TEXT } from '../formats/sample-plan.js';
import { qiantou } from '../support/command.js';
import { type RunningServer, startServer } from '../support/server.js';

const SPAWNS_MS = 90_000;
const desk = mkdtempSync(join(tmpdir(), 'qiantou-desk-'));
const planFile = join(desk, '方案.txt');
writeFileSync(planFile, SAMPLE_TEXT.replaceAll('云岭', '太原'));
afterAll(() => rmSync(desk, { recursive: true, force: true }));

const UUID = /^[0-9a-f-]{36}\n$/;
const VERDICT = /^instances=\d+ events=(\d+) files=1 faults=0\n$/;

describe('an office that works by command line while its server runs', () => {
  let server: RunningServer;
  let plan: string;
  const office = (...args: string[]) => qiantou(args, server.dataDir);
  const socket = () => join(server.dataDir, 'qiantou.sock');
  beforeAll(async () => void (server = await startServer()), SPAWNS_MS);
  afterAll(() => server.discard());

  it(
    'imports and issues a plan: the server does it and shows it at once',
    async () => {
      const imported = await office('import', planFile);
      expect(imported).toMatchObject({ code: 0, stdout: expect.stringMatching(UUID) });
      plan = imported.stdout.trim();
      expect(await office('issue', plan)).toMatchObject({ code: 0, stdout: '', stderr: '已印发并分办。\n' });
    },
    SPAWNS_MS,
  );

  it(
    'is refused as it would be on the page, with the same words',
    async () => {
      const again = await handedOver(server.dataDir, 'import', planFile);
      expect(again).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/已经导入过/) });
      expect((await handedOver(server.dataDir, 'issue', 'no-such-plan')).stderr).toContain('没有找到该计划');
    },
    SPAWNS_MS,
  );

  it(
    'reads beside it: the reading of a file, the proof of the record, a paper',
    async () => {
      const [parsed, verified, ledger] = await Promise.all([
        office('parse', planFile, '--json'),
        office('verify'),
        office('ledger', plan, '--format', 'xlsx', '--out', join(desk, '台账.xlsx')),
      ]);
      expect(JSON.parse(parsed.stdout)).toMatchObject({ docNumber: '云农工办〔2024〕7号' });
      expect(verified).toMatchObject({ code: 0, stdout: expect.stringMatching(VERDICT) });
      const metrics = await (await fetch(`${server.origin}/metrics`)).text();
      expect(metrics).toContain(`\nqiantou_events ${VERDICT.exec(verified.stdout)?.[1]}\n`);
      expect([ledger.code, existsSync(join(desk, '台账.xlsx'))]).toEqual([0, true]);
    },
    SPAWNS_MS,
  );

  it(
    'opens accounts, also several at once, each with a password of its own',
    async () => {
      const add = (name: string) =>
        handedOver(
          server.dataDir,
          'user',
          'add',
          name,
          '--name',
          '联络员',
          '--roles',
          'liaison',
          '--unit',
          '太原市财政局',
        );
      const added = await Promise.all(['zhang3', 'li4', 'wang5'].map(add));
      expect(added.map(({ code }) => code)).toEqual([0, 0, 0]);
      expect(new Set(added.map(({ stdout }) => stdout.split('\t')[1])).size).toBe(3);
      expect(await add('li4')).toMatchObject({ code: 2, stderr: expect.stringContaining('“li4”已经存在') });
      const listed = (await handedOver(server.dataDir, 'user', 'list')).stdout.split('\n');
      expect(listed).toContain('zhang3\t联络员\t太原市财政局\tliaison\tactive');
    },
    SPAWNS_MS,
  );

  it(
    'lets nobody but an administrator manage accounts, and never loses the last one',
    async () => {
      const tried = await handedOver(server.dataDir, 'user', 'reset-password', 'jiaoyu', '--as', 'xietiao1');
      expect(tried).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('不是管理员') });
      const admins = (await handedOver(server.dataDir, 'user', 'list')).stdout
        .split('\n')
        .filter((line) => line.includes('\tadmin\t'));
      const names = admins.map((line) => line.split('\t')[0]!);
      const ended = [];
      for (const name of names) ended.push((await handedOver(server.dataDir, 'user', 'disable', name)).code);
      expect(ended).toEqual([...names.slice(1).map(() => 0), 2]);
    },
    SPAWNS_MS,
  );

  it(
    'is backed up as it runs',
    async () => {
      const made = await office('backup', join(desk, '今天.tar'));
      expect(made).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('已备份') });
    },
    SPAWNS_MS,
  );

  it('lets only its own account on the machine in, and is not upset by anything else it is told', async () => {
    expect(statSync(socket()).mode & 0o777).toBe(0o600);
    for (const words of ['{}\n', 'no json\n', '{"argv":[1],"cwd":"/"}\n']) expect(await told(socket(), words)).toBe('');
    const wrong = await told(socket(), `${JSON.stringify({ argv: ['serve'], cwd: '/' })}\n`);
    expect(
      wrong
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as object),
    ).toContainEqual({ exit: 2 });
    expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
  });

  it(
    'after a crash writes by itself again, and everything is there',
    async () => {
      await server.kill();
      expect(existsSync(join(server.dataDir, 'qiantou.sock'))).toBe(true);
      expect(await office('user', 'enable', 'guanli')).toMatchObject({ code: 0 });
      expect(await office('verify')).toMatchObject({ code: 0, stdout: expect.stringMatching(VERDICT) });
    },
    SPAWNS_MS,
  );
});

describe('an office that moves to another machine', () => {
  const moved = join(desk, 'moved');

  it(
    'puts the backup in place, proves it, and finds its accounts',
    async () => {
      expect(await qiantou(['restore', join(desk, '今天.tar')], moved)).toMatchObject({ code: 0, stdout: '' });
      expect(await qiantou(['verify'], moved)).toMatchObject({ code: 0, stdout: expect.stringMatching(VERDICT) });
      expect((await qiantou(['user', 'list'], moved)).stdout).toContain('zhang3');
    },
    SPAWNS_MS,
  );

  it(
    'is told that there is no database, or that it is damaged',
    async () => {
      const nowhere = await qiantou(['verify'], join(desk, 'nowhere'));
      expect(nowhere).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('没有找到数据库') });
      expect(existsSync(join(desk, 'nowhere'))).toBe(false);
      truncateSync(join(moved, 'qiantou.db'), 5000);
      writeFileSync(join(moved, 'qiantou.db'), readFileSync(join(moved, 'qiantou.db')).fill(7, 0, 100));
      const damaged = await qiantou(['verify'], moved);
      expect([damaged.code, damaged.stdout]).toEqual([1, '']);
      expect(damaged.stderr).toMatch(/^数据库不能使用.*\n$/);
    },
    SPAWNS_MS,
  );
});

/** What the socket answers to a line. */
function told(path: string, words: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const line = connect(path, () => line.write(words));
    line.setEncoding('utf8').on('data', (text: string) => (answer += text));
    line.on('close', () => resolve(answer)).on('error', reject);
  });
}
