import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDesk, SLIPS, slipV1, slipVersion, UNIT } from '../../../test/support/slip.js';
import { catalogue } from '../../../workflows/catalogue.js';
import { Definitions } from '../definitions.js';
import { fingerprintOf, sourceHash } from './fingerprint.js';
import { frozenIn, refuseChanged, refuseUnknown } from './frozen.js';
import { proveOnce } from './proof.js';
import { tokensOf } from './tokens.js';

const { 'unit@1': unit, 'account@1': account } = catalogue;

function inFolder(work: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'qiantou-release-'));
  work(folder);
  rmSync(folder, { recursive: true, force: true });
}

describe('a database with workflows of another program', () => {
  it('is named with every version that is not known here', async () => {
    const desk = await openDesk();
    const { reader } = desk.database;
    await expect(refuseUnknown(reader, new Definitions([]))).resolves.toBeUndefined();
    for (const id of ['a', 'b', 'c']) await desk.engine.start('slip', id, '', { title: id }, { actor: UNIT });
    await expect(refuseUnknown(reader, SLIPS)).resolves.toBeUndefined();
    await desk.database.write((tx) => tx.update('instance', { definition: 'slip@7' }, { id: 'b' }));
    await desk.database.write((tx) => tx.update('instance', { definition: 'zettel@1' }, { id: 'c' }));
    await expect(refuseUnknown(reader, SLIPS)).rejects.toMatchObject({
      code: 'definition_unknown',
      message: '数据中有本程序不认识的流程版本：slip@7、zettel@1。',
    });
    await desk.database.close();
  });
});

describe('the list of released workflows', () => {
  it('names those that are gone', () =>
    inFolder((folder) => {
      const print = { machine: '', source: '' };
      writeFileSync(join(folder, 'frozen.json'), JSON.stringify({ 'gone@1': print, 'gone@2': print }));
      expect(() => refuseChanged([], folder)).toThrow('：已不存在（gone@1）、已不存在（gone@2）。');
      writeFileSync(join(folder, 'frozen.json'), '{}');
      expect(() => refuseChanged([], folder)).not.toThrow();
      writeFileSync(join(folder, 'frozen.json'), 'x');
      expect(() => frozenIn(folder)).toThrow(expect.objectContaining({ code: 'definition_list_missing' }));
    }));
});

describe('what a workflow is known by', () => {
  it('is its machine and its sources; one without sources has none', () => {
    expect(fingerprintOf(unit)).not.toEqual(fingerprintOf(account));
    expect(fingerprintOf(unit)).toEqual(fingerprintOf(unit));
    expect(sourceHash('slip@1')).toBeNull();
    expect(sourceHash('unit@9')).toBeNull();
    expect(fingerprintOf(slipV1).source).toBe('');
    expect(fingerprintOf(slipVersion(2, { tray: {} })).machine).not.toBe(fingerprintOf(slipV1).machine);
  });

  it('are the tokens of its sources, layout and remarks left out, strings whole', () => {
    const source = "const  a = 'it\\'s // no' + \"x \\\" /* y\"; // c\n/* d\n e */ b12$_(`t ` `\\` // u\n`, '', 词)";
    expect(tokensOf(source)).toEqual([
      ...['const', 'a', '=', "'it\\'s // no'", '+', '"x \\" /* y"', ';', 'b12$_', '('],
      ...['`t `', '`\\` // u\n`', ',', "''", ',', '词', ')'],
    ]);
    expect(tokensOf('a\n\n\nb')).toEqual(['a', 'b']);
    expect(tokensOf("it's")).toEqual(['it', "'", 's']);
  });
});

describe('the proof at the start, made once', () => {
  it('is made anew for other workflows of the same number, and where its note cannot be kept', () =>
    inFolder((folder) => {
      const stamp = join(folder, '.proven');
      const sound = () => [];
      expect([proveOnce([unit], stamp, sound), proveOnce([account], stamp, sound)]).toEqual([true, true]);
      expect(proveOnce([account], stamp, sound)).toBe(false);
      writeFileSync(join(folder, 'file'), '');
      expect(() => proveOnce([unit], join(folder, 'file', '.proven'), sound)).toThrow('ENOTDIR');
    }));
});
