import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { spawnSync } from 'node:child_process';
import { canonical } from '../../src/engine/canonical.js';
import { bodyText, hashOf, type EventBody } from '../../src/engine/chain.js';
import { filedCheckpoints, takeCheckpoint, type Checkpoint } from '../../src/engine/checkpoints/checkpoint.js';
import { LogKey } from '../../src/engine/checkpoints/log-key.js';
import { witness } from '../../src/engine/checkpoints/witness.js';
import { registrations } from '../../src/core/core.module.js';
import { checkpointIn, witnessesIn } from '../../src/engine/checkpoints/installation.js';
import { exportLog } from '../../src/engine/export-log.js';
import { verifyLog } from '../../src/engine/verify.js';
import { entities } from '../../src/entities.js';
import { Database } from '../../src/persistence/database.js';
import { migrations } from '../../src/persistence/migrations/index.js';
import { projectRoot } from '../../src/shared/paths.js';
import { COORDINATOR, openGround, type TestGround, unlockLog } from '../support/ground.js';
import { issueSmallPlan } from '../support/small-plan.js';

interface Verifier {
  verifyBytes(bytes: Buffer, more?: { key?: string; outside?: Checkpoint[] }): { events: number; faults: string[] };
}

interface Line {
  event?: { position: number; scope: string; body: string; hash: string };
  checkpoint?: Checkpoint;
}

const SCRIPT = join(projectRoot, 'scripts/verify-log.mjs');

describe('the log held against itself and against what was signed', () => {
  let ground: TestGround;
  let key: LogKey;
  let separate: Verifier;
  let folder: string;
  beforeAll(async () => {
    separate = (await import(pathToFileURL(SCRIPT).href)) as Verifier;
    ground = await openGround();
    key = LogKey.in(join(ground.folder, 'key'));
    folder = join(ground.folder, 'checkpoints');
    await issueSmallPlan(ground);
    await takeCheckpoint(ground.database, key, ground.clock, folder);
    await alias('人社部门');
    await alias('人社口');
    await takeCheckpoint(ground.database, key, ground.clock, folder);
  });
  afterAll(() => ground.close());

  const alias = (name: string) => ground.engine.send('hr', 'addAlias', { alias: name }, { actor: COORDINATOR });
  const codes = async () => {
    const checkpoints = filedCheckpoints(folder);
    return (await witness(ground.database.reader, checkpoints, key.publicHex)).map(({ code }) => code);
  };

  async function exported(): Promise<Buffer> {
    const parts: string[] = [];
    for await (const line of exportLog(ground.database.reader, key)) parts.push(line);
    return Buffer.from(parts.join(''));
  }

  /** An export changed by somebody who also has the server's key: the end is signed anew. */
  async function forged(change: (lines: Line[]) => void): Promise<Buffer> {
    const [head, ...rest] = (await exported()).toString('utf8').trimEnd().split('\n');
    const lines = rest.slice(0, -1).map((line) => JSON.parse(line) as Line);
    change(lines);
    const covered = [head!, ...lines.map(canonical)].map((line) => `${line}\n`).join('');
    const digest = createHash('sha256').update(covered).digest('hex');
    const end = { digest, lines: lines.length + 1, signature: key.sign(digest) };
    return Buffer.from(`${covered}${canonical({ end })}\n`);
  }

  it('is found sound, by the product and by the separate verifier', async () => {
    expect(await codes()).toEqual([]);
    const verdict = separate.verifyBytes(await exported(), { key: key.publicHex, outside: filedCheckpoints(folder) });
    expect(verdict.faults).toEqual([]);
    expect(verdict.events).toBeGreaterThan(15);
    expect(separate.verifyBytes(await forged(() => undefined)).faults).toEqual([]);
  });

  it('runs as one file of its own, with exit codes a script can use', async () => {
    const file = join(ground.folder, 'log.jsonl');
    const bytes = await exported();
    const run = (...more: string[]) => spawnSync(process.execPath, [SCRIPT, file, ...more], { encoding: 'utf8' });
    writeFileSync(file, bytes);
    const sound = run('--key', join(ground.folder, 'key/log-key.pub.pem'));
    expect([sound.status, sound.stdout]).toEqual([
      0,
      expect.stringMatching(/^hash=sha256 events=\d+ checkpoints=2 faults=0\n$/),
    ]);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(file, bytes);
    expect(run().status).toBe(1);
    expect(spawnSync(process.execPath, [SCRIPT]).status).toBe(2);
  });

  it('finds every single changed bit of an export', async () => {
    const bytes = await shortExport();
    const missed: string[] = [];
    for (let at = 0; at < bytes.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        bytes[at]! ^= 1 << bit;
        if (separate.verifyBytes(bytes).faults.length === 0) missed.push(`${at}.${bit}`);
        bytes[at]! ^= 1 << bit;
      }
    }
    expect(missed).toEqual([]);
    expect(separate.verifyBytes(bytes).faults).toEqual([]);
  }, 120_000);

  /** The log of an office with one unit: every byte of it can be tried. */
  async function shortExport(): Promise<Buffer> {
    const small = await openGround();
    const unit = {
      name: '市财政局',
      fullName: '市财政局',
      shortName: '财政局',
      place: '',
      level: 'city',
      kind: 'bureau',
    };
    await small.engine.start('unit', 'fin', '', unit, { actor: COORDINATOR });
    await small.engine.send('fin', 'addAlias', { alias: '市财局' }, { actor: COORDINATOR });
    await takeCheckpoint(small.database, key, small.clock, join(small.folder, 'checkpoints'));
    const parts: string[] = [];
    for await (const line of exportLog(small.database.reader, key)) parts.push(line);
    await small.close();
    return Buffer.from(parts.join(''));
  }

  it('finds every cut, insertion and swap of events, even when the export was signed again', async () => {
    const count = (await exported())
      .toString('utf8')
      .split('\n')
      .filter((line) => line.startsWith('{"event"')).length;
    const outside = filedCheckpoints(folder);
    const found = async (change: (lines: Line[]) => void) =>
      separate.verifyBytes(await forged(change), { outside }).faults.length > 0;
    const last = outside.at(-1)!.position;
    for (let at = 0; at < count; at++) {
      expect([at, 'cut', await found((lines) => lines.splice(at, 1))]).toEqual([at, 'cut', true]);
      expect([at, 'twice', await found((lines) => lines.splice(at, 0, lines[at]!))]).toEqual([at, 'twice', true]);
      const swap = (lines: Line[]) => lines.splice(at, 2, lines[at + 1]!, lines[at]!);
      if (at < count - 1) expect([at, 'swap', await found(swap)]).toEqual([at, 'swap', true]);
    }
    const tail = (lines: Line[]) => {
      const kept = lines.filter(({ event, checkpoint }) => (event ?? checkpoint)!.position < last);
      lines.splice(0, lines.length, ...kept);
    };
    expect(await found(tail)).toBe(true);
    expect(separate.verifyBytes(await forged(tail)).faults).toEqual([]);
  });

  it('finds a chain that was rewritten whole, and a cut tail, in the database itself', async () => {
    const rows = await ground.database.reader.all<{ position: number; body: string }>(
      `SELECT position, body FROM event WHERE instance_id = 'hr' ORDER BY seq`,
    );
    await ground.database.write(async (tx) => {
      await unlockLog(tx);
      let prev = '';
      for (const { position, body } of rows) {
        const event = JSON.parse(body.replace('人社口', '别的口')) as EventBody;
        const text = bodyText({ ...event, prev }, canonical(event.payload));
        prev = hashOf(text);
        await tx.run('UPDATE event SET body = ?, hash = ? WHERE position = ?', [text, prev, position]);
      }
    });
    expect(await codes()).toEqual(['checkpoint_differs']);
    await ground.database.write((tx) => tx.run('DELETE FROM event WHERE position = ?', [rows.at(-1)!.position]));
    expect(await codes()).toEqual(['log_cut']);
  });

  it('names a checkpoint whose own content was changed, or whose file cannot be read', async () => {
    const [first, second] = filedCheckpoints(folder);
    const altered = { ...first!, body: first!.body.replace(/"events":\d+/, '"events":1') };
    const faults = await witness(ground.database.reader, [altered], key.publicHex);
    expect(faults.map(({ code }) => code)).toEqual(['checkpoint_forged']);
    writeFileSync(join(folder, `${String(second!.position).padStart(12, '0')}.json`), 'x');
    expect(await codes()).toContain('checkpoint_forged');
  });

  it('takes no second checkpoint where nothing was recorded since, and none away', async () => {
    const other = await openGround();
    const taken = join(other.folder, 'checkpoints');
    expect(await takeCheckpoint(other.database, key, other.clock, taken)).toBeNull();
    await issueSmallPlan(other);
    expect(await takeCheckpoint(other.database, key, other.clock, taken)).not.toBeNull();
    expect(await takeCheckpoint(other.database, key, other.clock, taken)).toBeNull();
    const removal = other.database.write((tx) => tx.run('DELETE FROM checkpoint'));
    await expect(removal).rejects.toMatchObject({ message: expect.stringContaining('append-only') });
    rmSync(taken, { recursive: true });
    await other.close();
  });

  it('is verified with the checkpoints of its installation, inside the database and beside it', async () => {
    const office = await openGround();
    const verify = async () => {
      const scratch = await Database.open({ file: ':memory:', entities, migrations });
      const { reader } = office.database;
      const verdict = await verifyLog(reader, scratch, registrations.projections, witnessesIn(office.folder));
      await scratch.close();
      return verdict.faults.map(({ code }) => code);
    };
    expect(witnessesIn(office.folder)).toBeUndefined();
    await issueSmallPlan(office);
    const checkpoint = await checkpointIn(office.folder, office.database, office.clock);
    expect(await verify()).toEqual([]);
    await office.database.write(async (tx) => {
      await unlockLog(tx);
      await tx.run('DELETE FROM event WHERE position = ?', [checkpoint!.position]);
    });
    expect((await verify()).filter((code) => code === 'log_cut')).toHaveLength(2);
    await office.close();
  });
});
