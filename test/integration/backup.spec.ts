import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entities } from '../../src/entities.js';
import { verifyLog } from '../../src/engine/verify.js';
import { registrations } from '../../src/core/core.module.js';
import { backUp, restoreBackup, type BackupManifest } from '../../src/persistence/backup/backup.js';
import { Database } from '../../src/persistence/database.js';
import { migrations } from '../../src/persistence/migrations/index.js';
import { tarEntries } from '../../src/persistence/tar.js';
import { COORDINATOR, openGround, type TestGround } from '../support/ground.js';
import { issueSmallPlan, PLAN } from '../support/small-plan.js';

const SEALED_PAPER = Buffer.from('盖章件扫描');
const SEALED_SHA = createHash('sha256').update(SEALED_PAPER).digest('hex');
const TONIGHT = Date.parse('2023-06-30T14:00:00Z');

let ground: TestGround;
const shelf = mkdtempSync(join(tmpdir(), 'qiantou-shelf-'));
const backup = join(shelf, '6月30日.tar');

beforeAll(async () => {
  ground = await openGround();
  await issueSmallPlan(ground);
  mkdirSync(join(ground.folder, 'files'));
  writeFileSync(join(ground.folder, 'files', SEALED_SHA), SEALED_PAPER);
  await backUp(ground.folder, backup, TONIGHT);
});
afterAll(async () => {
  await ground.close();
  rmSync(shelf, { recursive: true, force: true });
});

/** A new folder that a backup could be put into. */
const emptyPlace = (name: string): string => join(shelf, name);

async function eventsIn(folder: string): Promise<{ events: number; faults: unknown[] }> {
  const database = await Database.open({ file: join(folder, 'qiantou.db'), entities, migrations, readOnly: true });
  const scratch = await Database.open({ file: ':memory:', entities, migrations });
  const { events, faults } = await verifyLog(database.reader, scratch, registrations.projections);
  await Promise.all([database.close(), scratch.close()]);
  return { events, faults };
}

/** The backup with one byte changed. */
function damagedAt(offset: number): string {
  const bytes = readFileSync(backup);
  bytes[offset] ^= 1;
  const path = join(shelf, `damaged-${offset}.tar`);
  writeFileSync(path, bytes);
  return path;
}

describe('an office’s backup', () => {
  it('is one tar that every tool opens, for its owner’s eyes only', () => {
    const listed = spawnSync('tar', ['-tf', backup], { encoding: 'utf8' });
    expect(listed.stdout.trim().split('\n')).toEqual(['qiantou.db', `files/${SEALED_SHA}`, 'manifest.json']);
    expect(statSync(backup).mode & 0o777).toBe(0o600);
    expect(readdirSync(shelf).filter((name) => name.includes('part'))).toEqual([]);
  });

  it('says what it holds, with a hash of every file', () => {
    const shown = spawnSync('tar', ['-xOf', backup, 'manifest.json'], { encoding: 'utf8' });
    const manifest = JSON.parse(shown.stdout) as BackupManifest;
    expect(manifest.madeAt).toBe(TONIGHT);
    expect(manifest.files[1]).toEqual({ name: `files/${SEALED_SHA}`, size: SEALED_PAPER.length, sha256: SEALED_SHA });
    expect(manifest.events).toBeGreaterThan(10);
  });

  it('comes back whole in an empty folder: the log proves every state, the paper is there', async () => {
    const place = emptyPlace('restored');
    const manifest = await restoreBackup(backup, place);
    expect(await eventsIn(place)).toEqual({ events: manifest.events, faults: [] });
    expect(readFileSync(join(place, 'files', SEALED_SHA))).toEqual(SEALED_PAPER);
    expect(statSync(place).mode & 0o777).toBe(0o700);
  });

  it('is taken as of one moment while work goes on', async () => {
    const target = join(shelf, 'while-working.tar');
    const corrections = Array.from({ length: 40 }, (_, i) =>
      ground.engine.send(PLAN, 'adjust', { what: 'note', patch: { i } }, { actor: COORDINATOR }),
    );
    const [manifest] = await Promise.all([backUp(ground.folder, target, TONIGHT), ...corrections]);
    const place = emptyPlace('from-working');
    await restoreBackup(target, place);
    expect(await eventsIn(place)).toEqual({ events: manifest.events, faults: [] });
  });

  it('never takes another one’s place', async () => {
    const before = readFileSync(backup);
    await expect(backUp(ground.folder, backup, TONIGHT)).rejects.toMatchObject({ code: 'backup_exists' });
    expect(readFileSync(backup).equals(before)).toBe(true);
  });

  it('does not carry on a paper that was altered on disk', async () => {
    const place = emptyPlace('altered');
    await restoreBackup(backup, place);
    writeFileSync(join(place, 'files', SEALED_SHA), '换了内容');
    const target = join(shelf, 'altered.tar');
    await expect(backUp(place, target, TONIGHT)).rejects.toMatchObject({ code: 'file_damaged' });
    expect(readdirSync(shelf)).not.toContain('altered.tar');
  });
});

describe('a restore', () => {
  it('touches no folder in which anything lies', async () => {
    const place = emptyPlace('in-use');
    mkdirSync(place);
    writeFileSync(join(place, 'note.txt'), '在用');
    await expect(restoreBackup(backup, place)).rejects.toMatchObject({ code: 'not_empty' });
    expect(readdirSync(place)).toEqual(['note.txt']);
  });

  it('refuses a backup with one changed byte anywhere in it, and leaves nothing behind', async () => {
    const entries = await tarEntries(backup);
    const [database, paper, manifest] = entries.map(({ offset }) => offset);
    const places = [0, 150, database + 20_000, paper + 3, manifest - 400, manifest + 10];
    for (const offset of places) {
      const place = emptyPlace(`never-${offset}`);
      await expect(restoreBackup(damagedAt(offset), place)).rejects.toMatchObject({ code: 'backup_damaged' });
      expect(readdirSync(shelf).filter((name) => name.includes(`never-${offset}`))).toEqual([]);
    }
  });

  it.each([
    ['cut off in the middle', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['cut off before its end', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1024)],
    ['empty', () => Buffer.alloc(0)],
    ['no backup at all', () => Buffer.from('这不是备份'.repeat(200))],
  ])('refuses one that is %s', async (name, make) => {
    const path = join(shelf, `${name}.tar`);
    writeFileSync(path, make(readFileSync(backup)));
    await expect(restoreBackup(path, emptyPlace('never'))).rejects.toMatchObject({ code: 'backup_damaged' });
  });

  it('refuses a plain copy of the database file, and a file that is not there', async () => {
    const copy = join(shelf, 'copy.db');
    copyFileSync(join(ground.folder, 'qiantou.db'), copy);
    await expect(restoreBackup(copy, emptyPlace('never'))).rejects.toMatchObject({ code: 'backup_damaged' });
    await expect(restoreBackup(join(shelf, 'no'), emptyPlace('never'))).rejects.toMatchObject({
      code: 'backup_missing',
    });
  });
});
