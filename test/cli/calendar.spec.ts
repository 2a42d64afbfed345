import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holidaysByLaw } from '../../src/domain/calendar/arrangement.js';
import { type CommandResult, qiantou } from '../support/command.js';

const desk = mkdtempSync(join(tmpdir(), 'qiantou-calendar-'));
const notice = join(desk, '通知.txt');
afterAll(() => rmSync(desk, { recursive: true, force: true }));

describe('the working calendar by command line', () => {
  let entered: CommandResult;
  const calendar = (...words: string[]) => qiantou(['calendar', ...words], join(desk, 'data'));

  beforeAll(async () => {
    const days = [...holidaysByLaw(2027).keys()].map((day) => `${day} 放假`);
    writeFileSync(notice, ['国办发明电〔2026〕99号', ...days].join('\n'));
    entered = await calendar('enter', '2027', '--file', notice, '--certain');
  }, 120_000);

  it('takes a year from a file, and tells it day by day', async () => {
    expect([entered.code, entered.stdout]).toEqual([0, '']);
    expect(entered.stderr).toContain('已登记2027年的放假安排。');
    const shown = await calendar('show', '2027');
    expect(shown.stdout.split('\n').slice(0, 2)).toEqual(['2027-01-01\t放假', '2027-02-05\t放假']);
  }, 60_000);

  it('refuses sums that do not go up, in one line with the cure', async () => {
    const { code, stderr } = await calendar('enter', '2027', '--file', notice);
    expect(`${code} ${stderr}`).toMatch(/^2 周一至周五放假 .*可能漏填或多填.*calendar_unbalanced）\n$/);
  }, 60_000);
});
