import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/shared/paths.js';

describe('a checkout in a folder with blanks and Chinese characters', () => {
  it('starts the server there, and says what is wrong when it cannot', () => {
    const folder = mkdtempSync(join(tmpdir(), 'qiantou-test-'));
    const checkout = join(folder, '农民工办 2026');
    symlinkSync(projectRoot, checkout);
    const env = { ...process.env, DATA_DIR: join(folder, 'data'), PORT: 'none' };
    const started = spawnSync(process.execPath, [join(checkout, 'dist/src/main.js')], { env, encoding: 'utf8' });
    rmSync(folder, { recursive: true, force: true });
    expect(started.stderr).toContain('启动失败');
    expect(started.status).toBe(1);
  });
});
