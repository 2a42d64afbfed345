import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlanReading } from '../../src/domain/plan/reading.js';
import { qiantou } from '../support/command.js';

const PLAN = `2024年太原市农民工工作要点

一、促进就业

1.开展技能培训。由副市长李四光牵头抓总，面向进城务工人员开班。（市人社局牵头，市教育局配合）
`;

describe('parse', () => {
  const desk = mkdtempSync(join(tmpdir(), 'qiantou-parse-'));
  const file = join(desk, '要点.txt');
  writeFileSync(file, PLAN);
  afterAll(() => rmSync(desk, { recursive: true, force: true }));
  const read = async (...more: string[]): Promise<PlanReading> => {
    const { code, stdout } = await qiantou(['parse', file, '--json', ...more], desk);
    expect(code).toBe(0);
    return JSON.parse(stdout) as PlanReading;
  };

  it('prints a plan as it stands, and on demand without its leaders’ names, in the same places', async () => {
    const [hidden, full] = [await read('--hide-persons'), await read()];
    expect(JSON.stringify(hidden)).not.toContain('李四光');
    expect(hidden.measures[0]!.text).toContain('由副市长×××牵头抓总');
    expect(full.measures[0]!.text).toContain('由副市长李四光牵头抓总');
    expect(hidden.measures[0]!.span).toEqual(full.measures[0]!.span);
    expect(hidden.measures[0]!.supporting).toEqual(full.measures[0]!.supporting);
  }, 90_000);
});
