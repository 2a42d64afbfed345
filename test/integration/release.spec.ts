import { describe, expect, it } from '@jest/globals';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { ownDefinitions, Definitions } from '../../src/engine/definitions.js';
import { freeze, refuseUnknown } from '../../src/engine/release/frozen.js';
import { definitions } from '../../workflows/catalogue.js';
import { COORDINATOR, openGround } from '../support/ground.js';
import { projectRoot } from '../../src/shared/paths.js';
import { execFile } from 'node:child_process';

describe('a program that does not know the workflows of its database', () => {
  it('names the versions it lacks and does not open it', async () => {
    const ground = await openGround();
    await ground.engine.start('unit', 'fin', '', BUREAU, { actor: COORDINATOR });
    const read = ground.database.reader;
    await expect(refuseUnknown(read, ownDefinitions)).resolves.toBeUndefined();
    await ground.database.write((tx) => tx.update('instance', { definition: 'unit@7' }, { id: 'fin' }));
    await expect(refuseUnknown(read, ownDefinitions)).rejects.toMatchObject({
      code: 'definition_unknown',
      message: '数据中有本程序不认识的流程版本：unit@7。',
    });
    await expect(refuseUnknown(read, new Definitions([]))).rejects.toMatchObject({ code: 'definition_unknown' });
    await ground.close();
  });
});

const BUREAU = {
  ...{ name: '市财政局', fullName: '太原市财政局', shortName: '财政局', place: '太原市' },
  ...{ level: 'city', kind: 'bureau' },
};

describe('a program whose released workflow somebody has changed', () => {
  it('refuses to start, and refuses every command that opens the database', async () => {
    const checkout = alteredCheckout();
    mkdirSync(join(checkout, 'data'));
    writeFileSync(join(checkout, 'data/qiantou.db'), '');
    const run = (...args: string[]) => started(checkout, args);
    for (const args of [['dist/src/main.js'], ['dist/src/cli.js', 'verify'], ['dist/src/cli.js', 'user', 'list']]) {
      const { code, output } = await run(...args);
      expect([args, code, output]).toEqual([args, expect.any(Number), expect.stringContaining('已发布的流程被改动')]);
      expect(code).not.toBe(0);
    }
    rmSync(checkout, { recursive: true, force: true });
  }, 60_000);
});

/** The built program beside sources of which one was edited after its release. */
function alteredCheckout(): string {
  const checkout = mkdtempSync(join(tmpdir(), 'qiantou-altered-'));
  for (const part of ['dist', 'workflows', 'package.json', 'seeds'])
    cpSync(join(projectRoot, part), join(checkout, part), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules'), join(checkout, 'node_modules'));
  writeFileSync(join(checkout, 'workflows/frozen.json'), '{}');
  freeze(['packet@1'], definitions(), join(checkout, 'workflows'));
  const file = join(checkout, 'workflows/packet/packet.v1.ts');
  const source = readFileSync(file, 'utf8');
  writeFileSync(file, source.replace("guard: 'notSubmitter',", ''));
  return checkout;
}

function started(checkout: string, args: string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, DATA_DIR: join(checkout, 'data'), PORT: '0' };
  return new Promise((resolve) =>
    execFile(process.execPath, args, { cwd: checkout, env, timeout: 30_000 }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr }),
    ),
  );
}
