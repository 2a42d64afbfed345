import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extractBytes, extractDocument, extractPasted } from '../../src/intake/extract.js';
import { cfbOf } from './build-cfb.js';
import { buildDoc, docOf } from './build-doc.js';
import { buildDocx, docxOf, paragraph, run, zip } from './build-docx.js';
import { buildPdf, pdfOf } from './build-pdf.js';
import { buildXlsx } from './build-xlsx.js';
import {
  circularCfb,
  crowdedZip,
  deepDocx,
  deepHtml,
  docxWithDoctype,
  entityBomb,
  farCellXlsx,
  inflatingDocx,
  wideHtml,
} from './hostile-files.js';
import { SAMPLE_PLAN, SAMPLE_TEXT } from './sample-plan.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'formats-'));
});
afterAll(() => rm(folder, { recursive: true }));

const refused = (bytes: Buffer, code: string, name = '方案') =>
  expect(extractBytes(bytes, name)).rejects.toMatchObject({
    code,
    message: expect.stringMatching(/。请/),
    detail: { cure: expect.any(String) },
  });

describe('files that are not read', () => {
  it('an empty file, or one of blanks only', async () => {
    await refused(Buffer.alloc(0), 'file_empty');
    await refused(Buffer.from('\ufeff \r\n\t\n'), 'file_empty');
    await refused(docxOf(['', ' ']), 'file_empty');
    await expect(extractBytes(docxOf(['', ' ']), '方案.docx')).rejects.toThrow(/^这个 Word 文档里没有任何文字/);
    expect(() => extractPasted(' \n ')).toThrow(expect.objectContaining({ code: 'file_empty' }));
  });

  it.each([
    ['an old workbook', cfbOf({ Workbook: Buffer.alloc(4096) }), 'Excel'],
    ['slides', zip({ 'ppt/presentation.xml': '<a/>' }), '演示文稿'],
    ['OFD', zip({ 'OFD.xml': '<a/>' }), 'OFD'],
    ['an archive of files', zip({ '方案.docx': 'x' }), '压缩包'],
    ['RTF under the name of Word', Buffer.from('{\\rtf1\\ansi}'), 'RTF'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), '图片'],
    ['a program', Buffer.from('MZ\u0090\0\u0003\0\0\0', 'latin1'), '程序'],
    ['raw bytes', Buffer.from(Array.from({ length: 512 }, (_, i) => (i * 37) % 256)), '不是文字'],
    ['Word 95', wordOfAge(0x65), 'Word 6.0/95'],
  ])('%s: says what it is and what to send instead', async (_, bytes, kind) => {
    await refused(bytes, 'format_unsupported');
    await expect(extractBytes(bytes, '方案.docx')).rejects.toThrow(kind);
  });

  it('a .csv: with the cure that keeps its cells', async () => {
    const csv = Buffer.from('序号,任务,责任单位\n1,办好夜校,市教育局\n');
    await refused(csv, 'format_unsupported', '任务分解表.CSV');
    await expect(extractBytes(csv, '任务分解表.csv')).rejects.toThrow(/CSV[^]*另存为 \.xlsx[^]*粘贴/);
    expect((await extractBytes(csv, '任务分解表.txt')).text).toContain('办好夜校');
  });

  it('a .wps that is no Word text inside; one that is, is read', async () => {
    const other = cfbOf({ CONTENTS: Buffer.alloc(4096) });
    await expect(extractBytes(other, '方案.wps')).rejects.toThrow(/不是 Word 格式的 \.wps 文档[^]*另存为 \.docx/);
    await refused(other, 'format_unsupported', '方案.wps');
    expect(await extractBytes(docOf(SAMPLE_PLAN), '方案.wps')).toMatchObject({ format: 'doc' });
    expect(await extractBytes(docxOf(SAMPLE_PLAN), '方案.wps')).toMatchObject({ format: 'docx' });
  });

  it('a damaged file is called what its parts or its name say', async () => {
    const cut = (bytes: Buffer) => bytes.subarray(0, 900);
    await expect(extractBytes(cut(docxOf(SAMPLE_PLAN)), '方案.docx')).rejects.toThrow(/^Word 文档已损坏或不完整/);
    const book = cut(zip({ 'xl/workbook.xml': 'x'.repeat(5000) }));
    await expect(extractBytes(book.subarray(0, 60), '分解表.docx')).rejects.toThrow(/^Excel 表格已损坏或不完整/);
    const other = cut(zip({ 'a.bin': 'x'.repeat(5000) })).subarray(0, 60);
    await expect(extractBytes(other, '方案')).rejects.toThrow(/^压缩包格式的文件已损坏/);
  });

  it('bytes under the name of Word that only begin like an archive are not called Word', async () => {
    const fake = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from(noise(2000))]);
    await refused(fake, 'file_broken', '方案.docx');
    await expect(extractBytes(fake, '方案.docx')).rejects.toThrow(
      /^文件名是 \.docx，但内容不是完整的 Word 文档：可能没有传完、已经损坏，或者本来是别的文件改了名/,
    );
    await expect(extractBytes(fake, '方案.zip')).rejects.toThrow(/^内容不是完整的压缩包/);
  });

  it('bytes that are nothing: told what the name promised and that it is not that', async () => {
    const told = (bytes: Buffer, name: string) =>
      extractBytes(bytes, name).catch(({ code, message }: Error & { code: string }) => `${code} ${message}`);
    expect(await told(Buffer.from(noise(600)), '方案.docx')).toMatch(
      /^format_unsupported 不能读取这种文件：文件名是 \.docx，但内容不是 Word 文档，也不是文字，认不出是什么文件/,
    );
    expect(await told(Buffer.from(noise(600)), '分解表.xlsx')).toContain('内容不是 Excel 表格');
    expect(await told(Buffer.from(noise(600)), '方案')).toContain('：内容不是文字，认不出是什么文件');
    expect(await told(Buffer.alloc(600), '方案.pdf')).toMatch(
      /文件名是 \.pdf，但内容全是空字节.*请重新取得原件再上传。/,
    );
    expect(await told(Buffer.from('\u0001\u0002abc'.repeat(100)), '表.xlsx')).toContain('认不出是什么文件');
  });

  it('an archive under the name of Word is told with what is in it, and whether that helps', async () => {
    const told = (names: string[], name: string) =>
      extractBytes(zip(Object.fromEntries(names.map((one) => [one, 'x']))), name).catch(
        ({ message }: Error) => message,
      );
    expect(await told(['资料/方案.docx', '照片.jpg'], '方案.docx')).toBe(
      '不能读取这种文件：文件名是 .docx，但其实是压缩包（内有 方案.docx、照片.jpg）。请解压后上传其中的方案文件。',
    );
    expect(await told(['1.jpg', '2.jpg', '3.jpg', '4.jpg'], '照片.zip')).toMatch(
      /^不能读取这种文件：压缩包（内有 1\.jpg、2\.jpg、3\.jpg等 4 个文件）。请确认选对了文件/,
    );
    expect(await told([`${'很'.repeat(40)}长.jpg`], '照片.zip')).toContain('（内有 很很很很很很很很很很很很….jpg）');
  });

  it('anything locked with a password', async () => {
    await refused(
      cfbOf({ EncryptionInfo: Buffer.alloc(4096), EncryptedPackage: Buffer.alloc(8192) }),
      'file_encrypted',
    );
    await refused(buildDoc([{ text: '正文' }], [], 0x0100), 'file_encrypted');
    await refused(buildPdf([{ pieces: [] }], { encrypted: true }), 'file_encrypted');
    await refused(lockedZip(), 'file_encrypted');
  });

  it('a Word file that holds only pictures of pages', async () => {
    const picture = '<w:p><w:r><w:drawing><a:blip xmlns:a="urn:a"/></w:drawing></w:r></w:p>';
    await refused(buildDocx({ body: picture + paragraph('附件') + picture }), 'scan_without_text');
    await refused(Buffer.from('<html><body><img src="1.jpg"><img src="2.jpg"></body></html>'), 'scan_without_text');
  });

  it('files cut off or damaged', async () => {
    await refused(docxOf(SAMPLE_PLAN).subarray(0, 900), 'file_broken');
    await refused(zip({ 'word/document.xml': '<w:document><w:body>' }), 'file_broken');
    await refused(docOf(SAMPLE_PLAN).subarray(0, 3000), 'file_broken');
    await refused(Buffer.from('%PDF-1.5\n%%EOF'), 'file_broken');
    await refused(circularCfb(), 'file_broken');
  });
});

describe('files built to exhaust the reader', () => {
  it('are refused by their measures', async () => {
    await refused(inflatingDocx(), 'file_bomb');
    await refused(crowdedZip(), 'file_bomb');
    await refused(entityBomb(), 'file_bomb');
    await refused(deepDocx(), 'file_bomb');
    await refused(deepHtml(), 'file_bomb');
    await refused(wideHtml(), 'file_too_large');
    await refused(farCellXlsx(), 'file_too_large');
  });

  it('any DOCTYPE is refused, even a harmless one, and no outside file is read for it', async () => {
    await refused(docxWithDoctype('', '正文'), 'file_bomb');
    await refused(docxWithDoctype('<!ENTITY x SYSTEM "file:///etc/hostname">', '&x;'), 'file_bomb');
  });

  it('a file above the size limit is refused before it is read', async () => {
    const path = join(folder, 'large.txt');
    await writeFile(path, '');
    await truncate(path, 33 * 1024 * 1024);
    await expect(extractDocument(path, '大文件.txt')).rejects.toMatchObject({ code: 'file_too_large' });
  });
});

describe('a document with a mark of secrecy', () => {
  const marked = (mark: string) => [mark, ...SAMPLE_PLAN];

  it.each(['秘密★1年', '机密 ★ 长期', '绝密★', '000012 秘 密★5年 特急', '密级：机密', '机密'])(
    '%s stops the import in every format',
    async (mark) => {
      await refused(Buffer.from(marked(mark).join('\n')), 'classified_mark');
      await refused(docxOf(marked(mark)), 'classified_mark');
      await refused(docOf(marked(mark)), 'classified_mark');
      await refused(pdfOf(marked(mark)), 'classified_mark');
      await refused(Buffer.from(`<html><body><p>${marked(mark).join('</p><p>')}</p></body></html>`), 'classified_mark');
      await refused(await buildXlsx([{ name: '分解表', rows: marked(mark).map((line) => [line]) }]), 'classified_mark');
      expect(() => extractPasted(marked(mark).join('\n'))).toThrow(
        expect.objectContaining({ code: 'classified_mark' }),
      );
    },
  );

  it('also when it stands in a page head, in the file’s name, or with a star from a symbol font', async () => {
    await refused(buildDocx({ body: paragraph(SAMPLE_TEXT), header: paragraph('机密★3年') }), 'classified_mark');
    await refused(docxOf(SAMPLE_PLAN), 'classified_mark', '方案（秘密★1年）.docx');
    const star = `${run('秘密')}<w:r><w:sym w:font="Wingdings" w:char="F0AB"/></w:r>${run('2年')}`;
    await refused(buildDocx({ body: paragraph(star) + paragraph(SAMPLE_TEXT) }), 'classified_mark');
  });

  it('is not seen in a plan that only speaks of secrets', async () => {
    const lines = [
      ...SAMPLE_PLAN,
      '（四）做好保密工作。凡标注“秘密★”的文件不得通过微信传递，严守国家秘密和工作秘密，机密事项按规定办理。',
      '加强商业秘密保护。',
    ];
    expect((await extractBytes(docxOf(lines), '方案.docx')).text).toContain('保密工作');
  });
});

/** Bytes that are no text, the same each time. */
const noise = (length: number): number[] => Array.from({ length }, (_, at) => (129 + at * 37) % 256);

function wordOfAge(version: number): Buffer {
  const main = Buffer.alloc(4096);
  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(version, 2);
  return cfbOf({ WordDocument: main });
}

/** The sample with the bit set that says its parts are encrypted. */
function lockedZip(): Buffer {
  const bytes = docxOf(SAMPLE_PLAN);
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4))
    bytes[at + 8] |= 1;
  return bytes;
}
