import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProxy, type Proxy } from '../support/nginx.js';
import { emptyDatabase, withSession } from '../support/postgres.js';
import { startServer, type RunningServer } from '../support/server.js';
import { Visitor } from '../support/visitor.js';

const STARTS_MS = 120_000;
const ADMIN_PASSWORD = 'Zhaoyang-2026-proxy';
const MORE_THAN_IS_TAKEN = 61 * 1024 * 1024;

describe('two nodes behind the proxy of the office (deploy/nginx.conf)', () => {
  let nodes: RunningServer[] = [];
  let proxy: Proxy;
  let url: string;

  beforeAll(async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'qiantou-behind-proxy-'));
    url = await emptyDatabase();
    const env = {
      ...{ DATABASE_URL: url, QIANTOU_MODE: 'production', QIANTOU_ADMIN_PASSWORD: ADMIN_PASSWORD },
      ...{ QIANTOU_TRUST_PROXY: 'loopback', LOG_LEVEL: 'info' },
    };
    nodes = await Promise.all([startServer({ dataDir, env }), startServer({ dataDir, env })]);
    proxy = await startProxy(nodes.map(({ origin }) => origin));
  }, STARTS_MS);

  afterAll(async () => {
    await proxy?.stop();
    for (const node of nodes) await node.discard();
  });

  const signIn = () => Visitor.signIn(proxy.origin, 'admin', ADMIN_PASSWORD, proxy.fetch);

  it('leads everybody to https, and shows no metrics', async () => {
    const plain = await fetch(`${proxy.plainOrigin}/inbox?tab=doing`, { redirect: 'manual' });
    expect([plain.status, plain.headers.get('location')]).toEqual([308, 'https://127.0.0.1/inbox?tab=doing']);
    expect((await proxy.fetch(`${proxy.origin}/metrics`)).status).toBe(404);
    expect((await proxy.fetch(`${proxy.origin}/healthz`)).status).toBe(200);
  });

  it('keeps who signed in at one node signed in at the other, by a cookie that only https carries', async () => {
    const visitor = await signIn();
    expect(visitor.cookie).toMatch(/^__Host-/);
    for (let page = 0; page < 6; page++) expect((await visitor.look('/inbox')).status).toBe(200);
  });

  it('tells the nodes where a visitor comes from, whatever he says himself', async () => {
    const posing = (asked: RequestInit) => ({
      ...asked,
      headers: { ...asked.headers, 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'http' },
    });
    const pretend: typeof proxy.fetch = (at, asked = {}) => proxy.fetch(at, posing(asked));
    const visitor = await Visitor.signIn(proxy.origin, 'admin', ADMIN_PASSWORD, pretend);
    expect(visitor.cookie).toMatch(/^__Host-/);
    const { rows } = await withSession(url, (session) => session.query('SELECT DISTINCT address FROM access_log'));
    expect(rows).toEqual([{ address: '127.0.0.1' }]);
  });

  it('refuses what is larger than any paper the office takes', async () => {
    const body = new Uint8Array(MORE_THAN_IS_TAKEN);
    const answer = await proxy.fetch(`${proxy.origin}/inbox/import`, { method: 'POST', body }).catch(() => null);
    expect(answer === null || answer.status === 413).toBe(true);
  });

  it('goes on when one node dies: every page is answered, signed in as before', async () => {
    const visitor = await signIn();
    await nodes[0]!.kill();
    for (let page = 0; page < 6; page++) expect((await visitor.look('/inbox')).status).toBe(200);
    await expect(signIn()).resolves.toBeInstanceOf(Visitor);
  });
});
