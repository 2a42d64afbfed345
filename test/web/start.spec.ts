import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newPerson, signIn, withBrowser } from '../support/browser.js';
import { type RunningServer, startServer } from '../support/server.js';

/** The office's own folder, kept over several starts. */
const dataDir = mkdtempSync(join(tmpdir(), 'qiantou-office-'));
let server: RunningServer;

const started = async (): Promise<void> => void (server = await startServer({ dataDir }));

beforeAll(started, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function canSignIn(account: string): Promise<void> {
  await withBrowser(async (browser) => {
    const person = await newPerson(browser, server.origin);
    await signIn(person, account, server.signIns.get(account) ?? '');
    await person.page.getByRole('navigation', { name: '主导航' }).waitFor();
    expect(person.faults).toEqual([]);
  });
}

describe('an office’s first start', () => {
  it('leaves passwords that only the office’s own account on the machine can read', () => {
    expect(server.signIns.size).toBeGreaterThan(5);
    expect(new Set(server.signIns.values()).size).toBe(server.signIns.size);
    expect(statSync(join(dataDir, 'first-sign-in.txt')).mode & 0o777).toBe(0o600);
  });

  it('lets the coordinator in', async () => {
    const [coordinator] = server.signIns.keys();
    await canSignIn(coordinator);
  });

  it('prints the address and the first sign-ins for the person at the terminal', () => {
    const [[account, password]] = server.signIns;
    expect(server.output()).toContain(`${account}\t${password}`);
    expect(server.output()).toContain(server.origin);
  });

  it('shows nobody a page before the sign-in', async () => {
    for (const path of ['/inbox', '/plans', '/units']) {
      const answer = await fetch(server.origin + path, { redirect: 'manual', headers: { accept: 'text/html' } });
      expect([path, answer.status, answer.headers.get('location')]).toEqual([
        path,
        303,
        expect.stringMatching(/^\/sign-in/),
      ]);
    }
  });
});

describe('the next start on the same folder', () => {
  let endedWith: number | null;
  beforeAll(async () => {
    endedWith = await server.stop();
    await started();
  }, 60_000);

  it('follows an end in order', () => {
    expect(endedWith).toBe(0);
  });

  it('keeps accounts and passwords and prints no new ones', async () => {
    expect(server.output()).not.toContain('\t');
    const [coordinator] = server.signIns.keys();
    await canSignIn(coordinator);
  });
});

describe('a start after the power was cut', () => {
  beforeAll(async () => {
    await server.kill();
    await started();
  }, 60_000);

  it('works as before', async () => {
    const [coordinator] = server.signIns.keys();
    await canSignIn(coordinator);
  });
});
