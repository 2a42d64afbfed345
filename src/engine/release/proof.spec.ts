import { describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue } from '../../../workflows/catalogue.js';
import type { Finding } from '../check/check.js';
import { proveOnce, proveTogetherOnce } from './proof.js';

const { 'unit@1': unit, 'account@1': account } = catalogue;

describe('the proof at the start', () => {
  it('is made once for a build, and again when a workflow is another one', () => {
    const folder = mkdtempSync(join(tmpdir(), 'qiantou-proof-'));
    const stamp = join(folder, '.proven');
    expect(proveOnce([unit, account], stamp)).toBe(true);
    expect(proveOnce([unit, account], stamp)).toBe(false);
    expect(proveOnce([unit], stamp)).toBe(true);
    rmSync(folder, { recursive: true });
    expect(proveOnce([unit], stamp)).toBe(true);
  });

  it('stops the start with the story of the fault, and is not noted as made', () => {
    const folder = mkdtempSync(join(tmpdir(), 'qiantou-proof-'));
    const stamp = join(folder, '.proven');
    const fault: Finding = { code: 'no_end', message: '到不了终点。', story: ['开始：在册。'] };
    const check = jest.fn(() => [fault]);
    for (let start = 1; start <= 2; start++) {
      expect(() => proveOnce([unit], stamp, check)).toThrow(
        expect.objectContaining({ code: 'definition_unsound', message: expect.stringContaining('开始：在册。') }),
      );
      expect(check).toHaveBeenCalledTimes(start);
    }
    rmSync(folder, { recursive: true });
  });

  it('is also stopped by what the workflows do together, each of them sound', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'qiantou-proof-'));
    const stamp = join(folder, '.proven-together');
    const fault: Finding = { code: 'unit_left', message: '任务已经结束，分工却没有结束。', story: ['开始：办理中。'] };
    const check = jest.fn(() => Promise.resolve([fault]));
    await expect(proveTogetherOnce([unit], check, stamp)).rejects.toThrow('分工却没有结束');
    check.mockResolvedValue([]);
    expect(await proveTogetherOnce([unit], check, stamp)).toBe(true);
    expect(await proveTogetherOnce([unit], check, stamp)).toBe(false);
    expect(check).toHaveBeenCalledTimes(2);
    rmSync(folder, { recursive: true });
  });
});
