import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brokenUpload, KIND_NAMES, sendAll } from '../../bench/fuzz/broken-uploads.mjs';
import { settled, stateOf } from '../../bench/fuzz/process-state.mjs';
import { eventsIn } from '../e2e/pages/record.js';
import { startServer, type RunningServer } from '../support/server.js';
import { Visitor } from '../support/visitor.js';

const SEED = 20240308;
/** The release run (scripts/hostile-uploads.mjs) sends ten thousand. */
const UPLOADS = 30 * KIND_NAMES.length;
const MOST_LEFT_BYTES = 192 * 1024 * 1024;

describe(`broken and cut uploads, seed ${SEED}`, () => {
  const temporary = mkdtempSync(join(tmpdir(), 'qiantou-uploads-'));
  let server: RunningServer;
  let office: Visitor;
  beforeAll(async () => {
    server = await startServer({ env: { TMPDIR: temporary } });
    office = await Visitor.signIn(server.origin, 'xietiao1', server.signIns.get('xietiao1')!);
  }, 90_000);
  afterAll(async () => {
    await server.discard();
    rmSync(temporary, { recursive: true, force: true });
  });

  it('leave memory, handles, files and the record as they were, and break nothing', async () => {
    const where = { pid: server.pid, folders: [server.dataDir, temporary] };
    const target = { port: Number(new URL(server.origin).port), path: '/plans/import', cookie: office.cookie };
    const run = { seed: SEED, atOnce: 8 };
    await sendAll(target, { ...run, from: 0, to: 2 * KIND_NAMES.length });
    const [before, events] = [await settled(where, 0, 3), await eventsIn(server.dataDir)];
    const answers = await sendAll(target, { ...run, from: 0, to: UPLOADS });
    expect([...answers.keys()].filter((answer) => !/^4\d\d$|^closed$/.test(answer))).toEqual([]);
    const after = await settled(where, before.handles);
    expect(after.handles).toBeLessThanOrEqual(before.handles);
    expect(after.files).toEqual(before.files);
    expect(after.bytes - before.bytes).toBeLessThan(MOST_LEFT_BYTES);
    expect(await eventsIn(server.dataDir)).toBe(events);
    expect(await office.open('/plans/import')).toContain('计划文件');
    expect(stateOf(where).files).toEqual(before.files);
  }, 120_000);

  it('are of every kind, and the same for the same number', () => {
    const kinds = Array.from({ length: KIND_NAMES.length }, (_, n) => brokenUpload(n, SEED).kind);
    expect(new Set(kinds).size).toBe(KIND_NAMES.length);
    expect(brokenUpload(7, SEED)).toEqual(brokenUpload(7, SEED));
    expect(brokenUpload(0, SEED).sent).not.toEqual(brokenUpload(KIND_NAMES.length, SEED).sent);
  });
});
