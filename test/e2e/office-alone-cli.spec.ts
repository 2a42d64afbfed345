import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/shared/paths.js';
import { qiantou } from '../support/command.js';
import { PLAN_IDS, planFile, plansFolder } from '../support/plans.js';
import { paragraphsOf } from './pages/papers.js';

/** A busy machine's ceiling; the longest of them, six years of 安阳, takes some seventeen seconds of work. */
const COURSE_MS = 300_000;

/** The five plans where they are at hand, else one of our own. */
const PLANS: [name: string, file: string][] = plansFolder()
  ? PLAN_IDS.map((id) => [id, planFile(id)])
  : [['a plan of our own (the real ones are absent)', join(projectRoot, 'test/fixtures/sample-plan.txt')]];

interface Result {
  plan: string;
  measures: number;
  closed: number;
  events: number;
}

describe('a plan’s whole course by command line', () => {
  let dataDir: string;

  beforeAll(() => void (dataDir = mkdtempSync(join(tmpdir(), 'qiantou-test-'))));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  /** Runs a command that must succeed; hands back its last line. */
  async function run(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await qiantou(args, dataDir);
    if (code !== 0) throw new Error(`qiantou ${args.join(' ')} ended with ${code}:\n${stderr}`);
    return stdout.trim().split('\n').at(-1) ?? '';
  }

  it.each(PLANS)(
    '%s: imported, issued, run to its end, reported',
    async (_name, file) => {
      const plan = await run('import', file);
      await run('issue', plan);
      const result = JSON.parse(await run('simulate', plan, '--seed', '11')) as Result;
      expect(result).toMatchObject({ plan, closed: result.measures });
      expect(result.measures).toBeGreaterThan(0);
      const out = join(dataDir, `${plan}.docx`);
      await run('report', plan, '--kind', 'year-end', '--format', 'docx', '--out', out);
      const paper = paragraphsOf(readFileSync(out)).join('\n');
      expect(paper).toMatch(/关于[^]*落实情况的报告[^]*特此报告/);
      expect(paper).toMatch(/完成\d+项/);
    },
    COURSE_MS,
  );

  it(
    'leaves one record of all of them that proves itself',
    async () => {
      expect(await run('verify')).toMatch(/^instances=\d+ events=\d+ files=\d+ faults=0$/);
    },
    COURSE_MS,
  );

  it('says what is wrong with a file, a plan and an option, in one line, and ends with 2', async () => {
    const empty = join(dataDir, 'first-sign-in.txt');
    for (const args of [
      ['import', join(dataDir, 'nirgends.docx')],
      ['import', empty],
      ['issue', 'kein-plan'],
      ['simulate', 'kein-plan', '--seed', 'x'],
      ['report', 'kein-plan', '--kind', 'year-end', '--format', 'docx', '--out', join(dataDir, 'x.docx')],
      ['nonsense'],
    ]) {
      const { code, stdout, stderr } = await qiantou(args, dataDir);
      expect([args[0], code, stdout]).toEqual([args[0], 2, '']);
      expect(stderr.trim()).not.toBe('');
      expect(stderr).not.toMatch(/at .*\.js:\d+/);
    }
  });
});
