import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { createMachine, type AnyStateMachine } from 'xstate';
import { fingerprintOf } from '../src/engine/release/fingerprint.js';
import { changedSinceRelease, freeze, frozenIn, refuseChanged } from '../src/engine/release/frozen.js';
import { tokensOf } from '../src/engine/release/tokens.js';
import { catalogue, definitions, type Definition } from './catalogue.js';

const HERE = dirname(fileURLToPath(import.meta.url));

describe('released definitions', () => {
  let copy: string;
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'qiantou-frozen-'));
    cpSync(HERE, copy, { recursive: true });
    writeFileSync(join(copy, 'frozen.json'), '{}\n');
    freeze(['measure@1', 'packet@1'], definitions(), copy);
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const changed = (all: readonly Definition[] = definitions()) => changedSinceRelease(all, copy);
  const edit = (file: string, from: string | RegExp, to: string) => {
    const path = join(copy, file);
    const before = readFileSync(path, 'utf8');
    expect(before).toMatch(from);
    writeFileSync(path, before.replace(from, to));
    return () => writeFileSync(path, before);
  };

  it('are as they were released: whoever changes one adds a version', () => {
    expect(changedSinceRelease(definitions())).toEqual([]);
    expect(() => refuseChanged(definitions())).not.toThrow();
  });

  it('may be laid out and commented anew, and their words may be bettered', () => {
    edit('measure/measure.v1.ts', 'import { assign', '// A remark.\n\nimport   { assign');
    edit('measure/measure.v1.words.ts', '退回', '退回补充');
    expect(changed()).toEqual([]);
  });

  it('are found when one is changed without a new version: in its file, in its context, in what all share', () => {
    const undo = edit('measure/measure.v1.ts', 'closed: {', "closed : {  tags: 'x',");
    expect(changed()).toEqual(['measure@1']);
    undo();
    const undoContext = edit('packet/packet.v1.context.ts', /: null,/, ': false,');
    expect(changed()).toEqual(['packet@1']);
    undoContext();
    const undoShared = edit('stamp.ts', "'coordinator'", "'superior'");
    expect(changed()).toEqual(['measure@1', 'packet@1']);
    undoShared();
  });

  it('are found when the machine that runs is another one than its source, or is gone', () => {
    const { 'measure@1': measure } = catalogue;
    const other = createMachine({ ...measure.machine.config, initial: 'evaluation' } as never) as AnyStateMachine;
    const others = definitions().map((one) => (one.id === 'measure@1' ? { ...one, machine: other } : one));
    expect(changed(others)).toEqual(['measure@1']);
    expect(changed(definitions().filter((one) => one.id !== 'packet@1'))).toEqual(['packet@1']);
  });

  it('stop the program, in words that name the workflow and the cure', () => {
    const undo = edit('measure/measure.v1.ts', 'closed: {', "closed: { tags: 'x',");
    expect(() => refuseChanged(definitions(), copy)).toThrow(
      expect.objectContaining({
        code: 'definition_changed',
        message: '已发布的流程被改动，却没有新的版本号：任务（measure@1）。',
      }),
    );
    undo();
    rmSync(join(copy, 'frozen.json'));
    expect(() => refuseChanged(definitions(), copy)).toThrow(
      expect.objectContaining({ code: 'definition_list_missing' }),
    );
    writeFileSync(join(copy, 'frozen.json'), '{}\n');
    freeze(['measure@1', 'packet@1'], definitions(), copy);
  });

  it('are never released a second time, and only when they exist', () => {
    expect(() => freeze(['packet@1'], definitions(), copy)).toThrow('new version');
    expect(() => freeze(['packet@9'], definitions(), copy)).toThrow('no packet@9');
    expect(Object.keys(frozenIn(copy))).toEqual(['measure@1', 'packet@1']);
  });

  it('have one fingerprint each', () => {
    const prints = definitions().map((one) => fingerprintOf(one));
    expect(new Set(prints.map(({ machine }) => machine)).size).toBe(definitions().length);
    expect(new Set(prints.map(({ source }) => source)).size).toBe(definitions().length);
  });
});

describe('the tokens a fingerprint is taken over', () => {
  /** All that the compiler's own scanner sees, letter by letter. */
  function scanned(source: string): string {
    const scanner = ts.createScanner(ts.ScriptTarget.ES2022, true, ts.LanguageVariant.Standard, source);
    let letters = '';
    while (scanner.scan() !== ts.SyntaxKind.EndOfFileToken) letters += scanner.getTokenText();
    return letters;
  }

  it('hold every letter that the compiler reads, in every source that counts', () => {
    const files = readdirSync(HERE, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.v\d+\.(?!words|spec)(.+\.)?ts$|^(effects|relations|stamp)\.ts$/.test(file),
    );
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const source = readFileSync(join(HERE, file), 'utf8');
      expect([file, tokensOf(source).join('')]).toEqual([file, scanned(source)]);
    }
  });
});
