import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { definitions } from './catalogue.js';

interface Freezing {
  changedSinceRelease(root?: string): string[];
  fingerprint(id: string, root?: string): string | null;
  freeze(ids: string[], root?: string): void;
}

const HERE = dirname(fileURLToPath(import.meta.url));

describe('released definitions', () => {
  let freezing: Freezing;
  let copy: string;
  beforeAll(async () => {
    const script = pathToFileURL(join(HERE, '../scripts/freeze.mjs')).href;
    freezing = (await import(script)) as Freezing;
    copy = mkdtempSync(join(tmpdir(), 'qiantou-frozen-'));
    cpSync(HERE, copy, { recursive: true });
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const frozen = () => JSON.parse(readFileSync(join(HERE, 'frozen.json'), 'utf8')) as Record<string, string>;
  const edit = (file: string, from: string | RegExp, to: string) => {
    const text = readFileSync(join(copy, file), 'utf8');
    expect(text).toMatch(from);
    writeFileSync(join(copy, file), text.replace(from, to));
  };

  it('are those marked so, and their sources are the released ones', () => {
    const marked = definitions().filter((one) => one.frozen);
    expect(Object.keys(frozen()).sort()).toEqual(marked.map((one) => one.id).sort());
    expect(freezing.changedSinceRelease()).toEqual([]);
  });

  it('may be laid out and commented anew, and their words may be bettered', () => {
    freezing.freeze(['measure@1', 'packet@1'], copy);
    edit('measure/measure.v1.ts', 'import { assign', '// A remark.\n\nimport   { assign');
    edit('measure/measure.v1.words.ts', '退回', '退回补充');
    expect(freezing.changedSinceRelease(copy)).toEqual([]);
  });

  it('are found when one is changed without a new version: in its file, in its context, in what all share', () => {
    edit('measure/measure.v1.ts', 'closed: {', "closed : {  tags: 'x',");
    expect(freezing.changedSinceRelease(copy)).toEqual(['measure@1']);
    edit('packet/packet.v1.context.ts', /: null,/, ': false,');
    expect(freezing.changedSinceRelease(copy)).toEqual(['measure@1', 'packet@1']);
  });

  it('are never released a second time, and only when they exist', () => {
    expect(() => freezing.freeze(['packet@1'], copy)).toThrow('new version');
    expect(() => freezing.freeze(['packet@9'], copy)).toThrow('no packet@9');
  });

  it('have one fingerprint each', () => {
    const prints = definitions().map((one) => freezing.fingerprint(one.id));
    expect(new Set(prints).size).toBe(definitions().length);
    expect(prints).not.toContain(null);
  });
});
