import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { alter, isAltered } from '../../bench/fuzz/alter.mjs';
import { projectRoot } from '../../src/shared/paths.js';
import { docxOf } from './build-docx.js';
import { SAMPLE_TEXT } from './sample-plan.js';

describe('the damages', () => {
  it('alter every file: none says what its sample says, also where an archive is packed anew', () => {
    const samples = [Buffer.from(SAMPLE_TEXT), Buffer.from('只有汉字，没有数目'), docxOf(['一、办夜校。'])];
    for (const sample of samples)
      for (let seed = 0; seed < 400; seed++)
        expect([seed, isAltered(sample, alter(sample, seed))]).toEqual([seed, true]);
    const [first] = samples;
    expect(isAltered(first!, Buffer.from(first!))).toBe(false);
    expect(isAltered(samples[2]!, docxOf(['一、办夜校。']))).toBe(false);
  });
});

let dist = '';
afterEach(() => rmSync(dist, { recursive: true, force: true }));

/** A build whose reader does this with the fourth file it is given (the first is the sound one). */
function plant(deed: string): void {
  dist = mkdtempSync(join(tmpdir(), 'planted-'));
  const put = (path: string, code: string) => {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), code);
  };
  put('package.json', '{"type":"module"}');
  put(
    'src/intake/extract.js',
    `let given = 0;
export async function extractBytes(bytes) { if (++given === 4) { ${deed} } return { text: String(bytes) }; }`,
  );
  put('src/intake/read-plan.js', 'export const readPlan = () => ({});');
  put('src/intake/registry.js', 'export const loadUnitRegistry = () => ({});');
}

function run(...more: string[]): Promise<{ code: number | null; said: string }> {
  const args = [
    join(projectRoot, 'scripts/fuzz-intake.mjs'),
    '--formats',
    'txt',
    '--files',
    '5',
    '--seed',
    '5',
    ...more,
  ];
  const child = spawn(process.execPath, args, { cwd: projectRoot, env: { ...process.env, QIANTOU_DIST: dist } });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })));
}

describe('the run over altered files notices', () => {
  it.each([
    ['an exception', `throw new TypeError('planted');`, 'crashed TypeError: planted'],
    ['a stray rejection', `void Promise.reject(new Error('planted'));`, 'stray Error: planted'],
    ['a process that ends', 'process.exit(3);', 'the process ended (3)'],
    ['a file that is never done', 'for (;;) {}', 'over 2 s'],
  ])(
    '%s, names the file, goes on with the next and ends with 1',
    async (_, deed, told) => {
      plant(deed);
      const { code, said } = await run('--deadline', '2');
      expect(said).toContain(`CRASH file 2: ${told}`);
      expect(said).toMatch(/crashes=1$/m);
      expect(code).toBe(1);
    },
    60_000,
  );

  it('nothing where there is nothing, and says that every file was altered', async () => {
    plant('');
    const { code, said } = await run();
    expect(said).toContain('txt: seed 5, files 5, every one altered, crashes 0');
    expect(said).toContain('readings 5, with other words than the sound file 5');
    expect(code).toBe(0);
  }, 60_000);
});
