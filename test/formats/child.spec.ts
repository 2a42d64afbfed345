import { execFile, fork } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { constants, getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readInChild } from '../../src/intake/child/read-in-child.js';
import { CHILD_ENTRY, childFlags } from '../../src/intake/child/flags.js';
import { Refusal } from '../../src/shared/errors.js';
import { projectRoot } from '../../src/shared/paths.js';
import { docOf } from './build-doc.js';
import { buildDocx, docxOf, paragraph } from './build-docx.js';
import { pdfOf } from './build-pdf.js';
import { buildXlsx } from './build-xlsx.js';
import { outwardDocx } from './hostile-files.js';
import { outwardFiles } from './outward-files.js';
import { SAMPLE_PLAN, SAMPLE_TEXT } from './sample-plan.js';

/** What stands in the file that the crafted ones point at. */
const SECRET = '公积金账户';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'formats-'));
  if (!existsSync(CHILD_ENTRY)) {
    throw new Error('The built program is absent: run node scripts/ensure.mjs first.');
  }
});
afterAll(() => rm(folder, { recursive: true }));

async function stored(name: string, bytes: Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

describe('the walls around the reading process', () => {
  it('keep it from any file but the one it was started for', async () => {
    const own = await stored('own.txt', Buffer.from(SAMPLE_TEXT));
    const other = await stored('other.txt', Buffer.from(SAMPLE_TEXT));
    expect(await lastWords(own, own)).toMatch(/"kind":"document"/);
    expect(await lastWords(own, other)).toMatch(/ERR_ACCESS_DENIED/);
  });

  it('keep it from the network', async () => {
    const listener = await openListener();
    const walls = pathToFileURL(join(projectRoot, 'dist/src/intake/child/walls.js')).href;
    const program = `import net from 'node:net'; import { closeNetwork } from '${walls}'; closeNetwork();
      try { net.connect(${listener.port}, '127.0.0.1'); console.log('open'); } catch (error) { console.log(error.message); }
      try { await fetch('http://127.0.0.1:${listener.port}/'); console.log('open'); } catch (error) { console.log(String(error.cause?.message)); }`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
    expect(stdout.trim().split('\n')).toEqual(Array(2).fill('The reading process has no network.'));
    expect(await listener.close()).toBe(0);
  });
});

describe('a reading process', () => {
  it('lets the pages go first', async () => {
    const reading = readInChild(await stored('behind.txt', Buffer.from(SAMPLE_TEXT)), 'behind.txt');
    let pids: number[] = [];
    while (pids.length === 0) {
      await setTimeout(1);
      pids = childrenOf(process.pid);
    }
    const lower = Math.min(getPriority() + constants.priority.PRIORITY_BELOW_NORMAL, constants.priority.PRIORITY_LOW);
    expect(pids.map(getPriority)).toEqual([lower]);
    await reading;
  });
});

/** Processes that a process has started. */
function childrenOf(parent: number): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => parentOf(pid) === parent).map(Number);
}

/** Undefined for a process that has ended meanwhile. */
function parentOf(pid: string): number | undefined {
  try {
    return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

/** A port on this machine that counts who calls; closing tells how many did. */
async function openListener(): Promise<{ port: number; close: () => Promise<number> }> {
  let contacts = 0;
  const server = createServer((socket) => {
    contacts++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = () => new Promise<number>((resolve) => server.close(() => resolve(contacts)));
  return { port, close };
}

/** What a reading process started for one file says when it is asked for another: its answer, or its error. */
function lastWords(allowed: string, asked: string): Promise<string> {
  return new Promise((resolve) => {
    const child = fork(CHILD_ENTRY, [], {
      execArgv: childFlags(allowed, 128),
      env: {},
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let words = '';
    child.stderr?.on('data', (chunk: Buffer) => (words += chunk.toString()));
    child.on('message', (message) => {
      words += JSON.stringify(message);
      if (words.includes('"document"')) child.kill();
      else child.send({ path: asked, fileName: 'x.txt' });
    });
    child.once('close', () => resolve(words));
  });
}

describe('reading in a process of its own', () => {
  it('gives the same document as reading here, for every format', async () => {
    const xlsx = await buildXlsx([
      {
        name: '表',
        rows: [
          ['任务', '责任单位'],
          ['办招聘会', '市人社局'],
        ],
      },
    ]);
    const files: [string, Buffer, string][] = [
      ['a.txt', Buffer.from(SAMPLE_TEXT), SAMPLE_TEXT],
      ['b.docx', docxOf(SAMPLE_PLAN), SAMPLE_TEXT],
      ['c.doc', docOf(SAMPLE_PLAN), SAMPLE_TEXT],
      ['d.pdf', pdfOf(SAMPLE_PLAN), SAMPLE_TEXT],
      ['e.html', Buffer.from(`<p>${SAMPLE_PLAN.join('</p><p>')}</p>`), SAMPLE_TEXT],
      ['f.xlsx', xlsx, '1. 办招聘会。（责任单位：市人社局）'],
    ];
    for (const [name, bytes, text] of files) {
      const { document, reading } = await readInChild(await stored(name, bytes), name);
      expect(reading.measures.length).toBeGreaterThan(0);
      expect(document).toEqual({ format: name.split('.')[1], text, notes: [] });
    }
  });

  it('hands a refusal over with its code, words and cure', async () => {
    const path = await stored('秘密.txt', Buffer.from('秘密★1年\n正文'));
    await expect(readInChild(path, '秘密.txt')).rejects.toMatchObject({
      name: 'Refusal',
      code: 'classified_mark',
      message: expect.stringContaining('不得存储'),
      detail: { cure: expect.any(String), facts: { mark: '秘密' } },
    });
  });

  it('stops a file that takes too long, and one that takes too much memory', async () => {
    const slow = await stored('slow.docx', docxOf(SAMPLE_PLAN));
    await expect(readInChild(slow, 'slow.docx', { deadlineMs: 20 })).rejects.toMatchObject({ code: 'parse_limit' });
    const cells = Array.from({ length: 150_000 }, (_, i) => paragraph(`${i}`)).join('');
    const heavy = await stored('heavy.docx', buildDocx({ body: cells }));
    await expect(readInChild(heavy, 'heavy.docx', { heapMiB: 48 })).rejects.toMatchObject({ code: 'parse_limit' });
    const limits = { residentBytes: 90 * 1024 * 1024 };
    await expect(readInChild(heavy, 'heavy.docx', limits)).rejects.toMatchObject({ code: 'parse_limit' });
  });

  it('stops a text whose reading takes too long or grows too large: whoever waits for a page is not held up', async () => {
    const parts = (count: number) => `${'市人社局牵头；'.repeat(count)}。（市教育局负责）`;
    const plan = (count: number) =>
      Buffer.from(`太原市2024年方案\n一、任务\n（一）${parts(count)}\n（二）${parts(1)}\n`);
    const read = async (count: number) =>
      readInChild(await stored(`${count}.txt`, plan(count)), `${count}.txt`, { heapMiB: 96 });
    expect((await read(2)).reading.measures.length).toBeGreaterThan(0);
    await expect(read(2_000)).rejects.toMatchObject({ code: 'parse_limit' });
  });

  it('reads no other file and makes no connection, whatever the document points at', async () => {
    const secret = await stored('secret.xml', Buffer.from(`<w:styles>${SECRET}</w:styles>`));
    const listener = await openListener();
    const files = outwardFiles([`http://127.0.0.1:${listener.port}/x`, `file://${secret}`, secret, '../secret.xml']);
    expect(files.length).toBeGreaterThanOrEqual(40);
    for (const { what, name, bytes } of files) {
      const path = await stored(`outward-${name}`, bytes);
      const said = await readInChild(path, name).then(
        ({ document }) => document.text,
        (error: unknown) => (error instanceof Refusal ? error.code : `crashed: ${String(error)}`),
      );
      expect([what, said]).toEqual([what, expect.not.stringMatching(/^crashed|公积金账户/)]);
    }
    expect(await listener.close()).toBe(0);
  });

  it('says that a document brings in another file, which was not read', async () => {
    const path = await stored('outward.docx', outwardDocx('../../../../etc/hostname'));
    const { document } = await readInChild(path, 'outward.docx');
    expect(document.text).toBe('各县区按季度报送进展情况。');
    expect(document.notes).toEqual(['文中引入了其他文件，其内容未读入，请另行上传。']);
  });

  it('takes a heap of files at once, a few at a time', async () => {
    const path = await stored('many.txt', Buffer.from(SAMPLE_TEXT));
    const all = await Promise.all(Array.from({ length: 6 }, () => readInChild(path, 'many.txt')));
    expect(new Set(all.map(({ document }) => document.text))).toEqual(new Set([SAMPLE_TEXT]));
  });
});
