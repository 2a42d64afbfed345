import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { leaveToServer } from '../../src/cli/hand-over.js';
import { servingProcess } from '../../src/persistence/serve-lock.js';
import { projectRoot } from '../../src/shared/paths.js';
import { startServer, type RunningServer } from '../support/server.js';

const SPAWNS_MS = 120_000;
const STARTS = 5;
const LOCK = pathToFileURL(join(projectRoot, 'dist/src/persistence/serve-lock.js')).href;

/** Takes the lock when told to, says what came of it, and goes on as a server does; a refused one ends. */
const SERVER = `
  import { once } from 'node:events';
  const { lockForServing } = await import(process.env.LOCK);
  console.log('ready');
  await once(process.stdin, 'data');
  try {
    lockForServing(process.env.FOLDER);
    console.log('serving');
  } catch (error) {
    console.log(error.code + ' ' + error.message);
    process.exit(1);
  }
  await once(process.stdin, 'data');
  process.exit(0);`;

interface Starter {
  child: ChildProcess;
  ended: Promise<unknown>;
  /** What came of its start. */
  begin(): Promise<string>;
  end(signal?: NodeJS.Signals): Promise<void>;
}

describe('one data folder', () => {
  let folder: string;
  const started: Starter[] = [];
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'qiantou-lock-'))));
  afterEach(async () => {
    await Promise.all(started.splice(0).map((one) => one.end('SIGKILL')));
    rmSync(folder, { recursive: true, force: true });
  });

  async function starter(): Promise<Starter> {
    const child = spawn(process.execPath, ['--input-type=module', '-e', SERVER], {
      env: { ...process.env, LOCK, FOLDER: folder },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
    const next = async (): Promise<string> => String((await lines.next()).value);
    expect(await next()).toBe('ready');
    const begin = () => {
      child.stdin!.write('go\n');
      return next();
    };
    const end = async (signal?: NodeJS.Signals): Promise<void> => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      if (signal) child.kill(signal);
      else child.stdin!.end('end\n');
      await ended;
    };
    const one = { child, ended, begin, end };
    started.push(one);
    return one;
  }

  const serving = async (): Promise<Starter> => {
    const one = await starter();
    expect(await one.begin()).toBe('serving');
    return one;
  };

  it(
    `is served by exactly one of two processes started at once, ${STARTS} times over; the loser's end changes nothing`,
    async () => {
      for (let round = 0; round < STARTS; round++) {
        const both = await Promise.all([starter(), starter()]);
        const said = await Promise.all(both.map((one) => one.begin()));
        expect(said.filter((words) => words === 'serving')).toHaveLength(1);
        const [winner, loser] = said[0] === 'serving' ? both : [both[1], both[0]];
        const refused = `already_serving 数据目录 ${folder} 已由另一个服务进程（${winner.child.pid}）使用。`;
        expect(said.find((words) => words !== 'serving')).toBe(refused);
        await loser.ended;
        expect(servingProcess(folder)).toBe(winner.child.pid);
        expect(readFileSync(join(folder, 'serve.lock'), 'utf8')).toBe(String(winner.child.pid));
        await winner.end();
        expect([servingProcess(folder), existsSync(join(folder, 'serve.lock'))]).toEqual([null, false]);
      }
    },
    SPAWNS_MS,
  );

  it(
    'is free at once when its server was killed',
    async () => {
      const killed = await serving();
      expect(servingProcess(folder)).toBe(killed.child.pid);
      await killed.end('SIGKILL');
      expect(servingProcess(folder)).toBeNull();
      const next = await serving();
      expect(servingProcess(folder)).toBe(next.child.pid);
    },
    SPAWNS_MS,
  );

  it(
    'is told by the lock, not by a number: neither a number of the same name elsewhere nor a left one counts',
    async () => {
      writeFileSync(join(folder, 'serve.lock'), String(process.pid));
      expect(servingProcess(folder)).toBeNull();
      await serving();
      const second = await starter();
      // As a second container sees it, whose only process has the number that the first one's has.
      writeFileSync(join(folder, 'serve.lock'), String(second.child.pid));
      expect(await second.begin()).toMatch(/^already_serving /);
      rmSync(join(folder, 'serve.lock'));
      expect(servingProcess(folder)).toBe(0);
    },
    SPAWNS_MS,
  );

  it(
    'is not looked into by a command so that a server starting just then is refused',
    async () => {
      const one = await serving();
      await one.end();
      const next = await starter();
      const began = next.begin();
      for (const until = Date.now() + 300; Date.now() < until; await pause(1)) servingProcess(folder);
      expect(await began).toBe('serving');
    },
    SPAWNS_MS,
  );

  it(
    'is not written by a command while its server lives and says nothing; when that ends, it is',
    async () => {
      await expect(leaveToServer(folder)).resolves.toBeUndefined();
      const silent = await serving();
      await expect(leaveToServer(folder, 300)).rejects.toMatchObject({
        code: 'server_silent',
        message: `服务（进程 ${silent.child.pid}）正在使用数据目录 ${folder}，但没有应答，这条命令没有办理。`,
      });
      const waiting = leaveToServer(folder, 20_000);
      await silent.end('SIGKILL');
      await expect(waiting).resolves.toBeUndefined();
    },
    SPAWNS_MS,
  );

  it(
    'is served by one of two real servers started at once on an empty folder; the other says why not',
    async () => {
      const begun = await Promise.allSettled([startServer({ dataDir: folder }), startServer({ dataDir: folder })]);
      const servers = begun.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      try {
        const refused = begun.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
        expect([servers.length, refused.length]).toEqual([1, 1]);
        const [winner] = servers as [RunningServer];
        expect(refused[0]).toContain(`启动失败：数据目录 ${folder} 已由另一个服务进程（${winner.pid}）使用。`);
        expect(servingProcess(folder)).toBe(winner.pid);
        expect(existsSync(join(folder, 'qiantou.sock'))).toBe(true);
        expect((await fetch(`${winner.origin}/readyz`)).status).toBe(200);
      } finally {
        await Promise.all(servers.map((one) => one.stop()));
      }
      expect(servingProcess(folder)).toBeNull();
    },
    SPAWNS_MS,
  );
});
