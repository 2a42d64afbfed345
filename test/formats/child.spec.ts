import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extractInChild } from '../../src/intake/child/extract-in-child.js';
import { projectRoot } from '../../src/shared/paths.js';
import { docOf } from './build-doc.js';
import { buildDocx, docxOf, paragraph } from './build-docx.js';
import { pdfOf } from './build-pdf.js';
import { buildXlsx } from './build-xlsx.js';
import { outwardDocx } from './hostile-files.js';
import { SAMPLE_PLAN, SAMPLE_TEXT } from './sample-plan.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'formats-'));
  if (!existsSync(join(projectRoot, 'dist/src/intake/child/main.js'))) {
    throw new Error('The built program is absent: run node scripts/ensure.mjs first.');
  }
});
afterAll(() => rm(folder, { recursive: true }));

async function stored(name: string, bytes: Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
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
      const document = await extractInChild(await stored(name, bytes), name);
      expect(document).toEqual({ format: name.split('.')[1], text, notes: [] });
    }
  });

  it('hands a refusal over with its code, words and cure', async () => {
    const path = await stored('秘密.txt', Buffer.from('秘密★1年\n正文'));
    await expect(extractInChild(path, '秘密.txt')).rejects.toMatchObject({
      name: 'Refusal',
      code: 'classified_mark',
      message: expect.stringContaining('不得存储'),
      detail: { cure: expect.any(String), facts: { mark: '秘密' } },
    });
  });

  it('stops a file that takes too long, and one that takes too much memory', async () => {
    const slow = await stored('slow.docx', docxOf(SAMPLE_PLAN));
    await expect(extractInChild(slow, 'slow.docx', { deadlineMs: 20 })).rejects.toMatchObject({ code: 'parse_limit' });
    const cells = Array.from({ length: 150_000 }, (_, i) => paragraph(`${i}`)).join('');
    const heavy = await stored('heavy.docx', buildDocx({ body: cells }));
    await expect(extractInChild(heavy, 'heavy.docx', { heapMiB: 48 })).rejects.toMatchObject({ code: 'parse_limit' });
    const limits = { residentBytes: 90 * 1024 * 1024 };
    await expect(extractInChild(heavy, 'heavy.docx', limits)).rejects.toMatchObject({ code: 'parse_limit' });
  });

  it('reads no other file and makes no connection, whatever the document points at', async () => {
    const secret = await stored('secret.xml', Buffer.from('<w:styles/>'));
    let contacts = 0;
    const server = createServer((socket) => (contacts++, socket.destroy()));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    for (const target of [`file://${secret}`, `http://127.0.0.1:${port}/x`, '../../../../etc/hostname', secret]) {
      const path = await stored('outward.docx', outwardDocx(target));
      const document = await extractInChild(path, 'outward.docx');
      expect(document.text).toBe('各县区按季度报送进展情况。');
      expect(document.notes).toEqual(['文中引入了其他文件，其内容未读入，请另行上传。']);
    }
    await new Promise((resolve) => server.close(resolve));
    expect(contacts).toBe(0);
  });

  it('takes a heap of files at once, a few at a time', async () => {
    const path = await stored('many.txt', Buffer.from(SAMPLE_TEXT));
    const documents = await Promise.all(Array.from({ length: 6 }, () => extractInChild(path, 'many.txt')));
    expect(new Set(documents.map((document) => document.text))).toEqual(new Set([SAMPLE_TEXT]));
  });
});
