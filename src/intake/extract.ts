import { readFile, stat } from 'node:fs/promises';
import { Refusal } from '../shared/errors.js';
import { refuseClassified } from './readers/classified.js';
import { readCompound } from './readers/doc.js';
import { readDocx } from './readers/docx.js';
import type { DocumentFormat, ExtractedDocument, ReaderResult } from './readers/extracted.js';
import { readHtml } from './readers/html.js';
import { limits } from './readers/limits.js';
import { brokenArchive, otherArchive } from './readers/misnamed.js';
import { readPdf } from './readers/pdf.js';
import { broken, emptyFile, scan, tooLarge, unsupported } from './readers/refusals.js';
import { sniff } from './readers/sniff.js';
import { readLines, readText } from './readers/text.js';
import { readXlsx } from './readers/xlsx.js';
import { openZip, type ZipPackage } from './readers/zip.js';

export type { DocumentFormat, ExtractedDocument } from './readers/extracted.js';

/** Words a document with pictures must have not to count as a scan. */
const LEAST_BESIDE_PICTURES = 30;

/**
 * Reads a document of any accepted format into plain text, told by content, not by name.
 * `fileName` is the name the user gave. Files nobody has vouched for go through readInChild instead.
 * Refuses: file_empty, format_unsupported, file_encrypted, scan_without_text, classified_mark, file_too_large,
 * file_bomb, file_broken.
 */
export async function extractDocument(path: string, fileName: string): Promise<ExtractedDocument> {
  const { size } = await stat(path);
  if (size > limits.fileBytes)
    throw tooLarge(`${(size / 1024 / 1024).toFixed(1)} MB，上限 ${limits.fileBytes / 1024 / 1024} MB`);
  return extractBytes(await readFile(path), fileName);
}

/** The same from bytes in memory. */
export async function extractBytes(bytes: Buffer, fileName: string): Promise<ExtractedDocument> {
  if (bytes.length === 0) throw emptyFile();
  const { format, read } = await chooseReader(bytes, fileName);
  const result = await guarded(read);
  refuseClassified(result.text, result.margins ?? '', fileName);
  checkWords(result, EMPTY[format]);
  return { text: result.text, format, notes: result.notes, ...ownRows(result) };
}

/** Text typed or pasted into the page: the same checks, no file. */
export function extractPasted(text: string): ExtractedDocument {
  const result = readLines(text);
  refuseClassified(result.text, '', '');
  checkWords(result);
  return { text: result.text, format: 'pasted', notes: result.notes, ...ownRows(result) };
}

/** Most documents have no rows with own columns, and then tell of none. */
const ownRows = ({ rows = [] }: ReaderResult): Pick<ExtractedDocument, 'rows'> => (rows.length > 0 ? { rows } : {});

interface Reader {
  format: DocumentFormat;
  read: () => ReaderResult | Promise<ReaderResult>;
}

async function chooseReader(bytes: Buffer, fileName: string): Promise<Reader> {
  switch (sniff(bytes)) {
    case 'zip':
      return chooseOffice(await openZip(bytes, () => brokenArchive(bytes, fileName)), fileName);
    case 'compound':
      return { format: 'doc', read: () => readCompound(bytes, fileName) };
    case 'pdf':
      return { format: 'pdf', read: () => readPdf(bytes) };
    case 'html':
      return { format: 'html', read: () => readHtml(bytes, fileName) };
    case 'text':
      refuseSeparated(fileName);
      return { format: 'txt', read: () => readText(bytes, fileName) };
  }
}

/** In a .csv a cell's commas and line breaks cannot be told from those between cells by every program. */
function refuseSeparated(fileName: string): void {
  if (!/\.csv$/i.test(fileName)) return;
  throw unsupported('CSV 表格', '请用 Excel 或 WPS 表格打开，另存为 .xlsx 再上传，或把表格复制后直接粘贴');
}

function chooseOffice(zip: ZipPackage, fileName: string): Reader {
  const has = (pattern: RegExp) => [...zip.names].some((name) => pattern.test(name));
  if (has(/^xl\/workbook\.xml$/)) return { format: 'xlsx', read: () => readXlsx(zip) };
  if (has(/^word\/document\d*\.xml$/)) return { format: 'docx', read: () => readDocx(zip) };
  if (has(/^ppt\//)) throw unsupported('演示文稿（.pptx）');
  if (has(/^OFD\.xml$/i)) throw unsupported('OFD 版式文件', '请用阅读器导出为带文字的 PDF，或上传 .docx 原件');
  if (has(/^xl\/workbook\.bin$/)) throw unsupported('Excel 二进制工作簿（.xlsb）', '请另存为 .xlsx 再上传');
  if (has(/^content\.xml$/)) throw unsupported('OpenDocument 文档', '请另存为 .docx 或 .xlsx 再上传');
  throw otherArchive(zip.names, fileName);
}

/** A reader that stumbles over damaged bytes answers with a refusal, never with its own error. */
async function guarded(read: Reader['read']): Promise<ReaderResult> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const refusal = broken('文件');
    const cause = error instanceof Error ? error.message : String(error);
    throw new Refusal(refusal.code, refusal.message, { ...refusal.detail, facts: { cause } });
  }
}

const EMPTY: Partial<Record<DocumentFormat, string>> = {
  xlsx: '这个 Excel 表格是空的，各工作表都没有内容',
  docx: '这个 Word 文档里没有任何文字',
  doc: '这个 Word 文档里没有任何文字',
};

function checkWords(result: ReaderResult, empty?: string): void {
  const words = result.text.replace(/\s/g, '').length;
  if (result.pictures && words < LEAST_BESIDE_PICTURES) throw scan('文件里只有图片，没有可读的文字');
  if (words === 0) throw emptyFile(empty);
  if (result.text.length > limits.textChars) throw tooLarge('正文超过 200 万字');
}
