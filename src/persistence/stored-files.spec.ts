import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openGround, type TestGround } from '../../test/support/ground.js';
import { storedFiles } from '../../test/support/stored-files.js';
import type { Refusal } from '../shared/errors.js';
import type { StoredFiles } from './stored-files.js';

const PDF = Buffer.from('%PDF-1.4\n盖章件\n%%EOF\n');
const codeOf = (act: Promise<unknown>) => act.then(() => 'kept').catch((refusal: Refusal) => refusal.code);

describe('papers that are taken in', () => {
  let ground: TestGround;
  let files: StoredFiles;
  const keep = (name: string, bytes: Uint8Array = PDF) => files.keep([{ name, bytes }], 'u-office');
  const folder = () => join(ground.folder, 'files');

  beforeAll(async () => {
    ground = await openGround('2023-05-11');
    files = storedFiles(ground);
  });
  afterAll(() => ground.close());

  it('are kept once under their content, with the name and type to show', async () => {
    const [first] = await keep('盖章件.pdf');
    const [again] = await keep('另一个名字.pdf');
    expect(again!.sha256).toBe(first!.sha256);
    expect(readdirSync(folder())).toEqual([first!.sha256]);
    expect(await files.find(first!.sha256)).toMatchObject({ name: '盖章件.pdf', mime: 'application/pdf', bytes: PDF });
    expect(await files.find('0'.repeat(64))).toBeNull();
  });

  it('are of the type that content and name both tell; else they are only downloaded', async () => {
    const types = async (name: string, bytes: Buffer) => (await files.find((await keep(name, bytes))[0]!.sha256))!.mime;
    expect(await types('照片.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1]))).toBe('image/png');
    expect(await types('像图片.png', Buffer.from('<script>1</script>'))).toBe('application/octet-stream');
    expect(await types('台账.et', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))).toBe('application/octet-stream');
  });

  it.each([
    ['空.pdf', Buffer.alloc(0), 'file_empty'],
    ['工具.EXE', PDF, 'file_kind'],
    ['网页.html', PDF, 'file_kind'],
    ['图.svg', PDF, 'file_kind'],
    ['很大.pdf', Buffer.alloc(50 * 1024 * 1024 + 1), 'file_too_large'],
  ])('are refused by name: %s', async (name, bytes, code) => {
    const before = readdirSync(folder()).length;
    expect(
      await codeOf(
        files.keep(
          [
            { name: '好.pdf', bytes: Buffer.from('%PDF-1.7 好') },
            { name, bytes },
          ],
          'u',
        ),
      ),
    ).toBe(code);
    expect(readdirSync(folder())).toHaveLength(before);
  });

  it('have names that lead nowhere and are not too long', async () => {
    const name = async (given: string) => (await keep(given, Buffer.from(`%PDF-${given}`)))[0]!.name;
    expect(await name('..\\..\\C:\\台账\u0007\u202e.pdf')).toBe('台账.pdf');
    expect(await name('../../etc/passwd')).toBe('passwd');
    const long = await name(`${'长'.repeat(400)}.pdf`);
    expect([long.length, long.endsWith('.pdf')]).toEqual([200, true]);
  });

  it('a web page is a plan’s source, but no annex', async () => {
    const page = { name: '要点.html', bytes: Buffer.from('<p>要点</p>') };
    expect(await files.keepSource(page, 'u-office')).toMatchObject({ name: '要点.html' });
  });

  it('leave nothing behind when they were cut off: after a day what nothing names is swept, nothing else', async () => {
    const [kept] = await keep('留下.pdf', Buffer.from('%PDF-留下'));
    const logged = 'a'.repeat(64);
    const lost = 'b'.repeat(64);
    const body = {
      input: { title: '要点', demo: false, reading: emptyReading, source: { sha256: logged, name: 'x' } },
    };
    const start = { kind: 'start', machine: 'plan', id: 'p', scope: 'p', ...body } as const;
    await ground.engine.execute({ actor: { user: 'u', name: 'u', unit: 'office', roles: ['coordinator'] } }, [start]);
    for (const name of [logged, lost, 'half.part', 'new.part']) writeFileSync(join(folder(), name), 'x');
    const yesterday = new Date(ground.clock.now() - 25 * 3_600_000);
    for (const name of [kept!.sha256, logged, lost, 'half.part'])
      utimesSync(join(folder(), name), yesterday, yesterday);
    const recent = new Date(ground.clock.now());
    utimesSync(join(folder(), 'new.part'), recent, recent);
    expect(await files.sweep()).toBe(2);
    const there = [kept!.sha256, logged, lost, 'half.part', 'new.part'].map((name) => existsSync(join(folder(), name)));
    expect(there).toEqual([true, true, false, false, true]);
    expect(await files.sweep()).toBe(0);
  });
});

const emptyReading = {
  ...{ title: '要点', noticeTitle: null, docNumber: null, issuers: [], issuedOn: null, region: null, level: null },
  ...{ kind: null, basis: [], addressees: [], phases: [], reporting: [], goals: [], measures: [], unassigned: [] },
  ...{ contacts: 0, rules: [], doubts: [], text: '', recipient: null },
};
