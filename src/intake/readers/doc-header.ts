import { CompoundFile } from './compound-file.js';
import { broken, encrypted, unsupported } from './refusals.js';

const WORD_97 = 0xc1;
const IDENTITY = 0xa5ec;
/** First words of the files of Word 2, 6 and 95. */
const OLDER = [0xa59b, 0xa5db, 0xa5dc];

/** The streams of a Word 97–2003 file and the lengths of its texts, which follow one another. */
export interface DocFile {
  main: Buffer;
  table: Buffer;
  /** Holds properties too long for their page; empty where there are none. */
  data: Buffer;
  /** Characters of each story in file order. */
  stories: { body: number; footnotes: number; margins: number; comments: number; endnotes: number; boxes: number };
}

/** Opens the streams of a .doc. Refuses file_encrypted, file_broken, and Word 6/95 files (format_unsupported). */
export function openDoc(file: CompoundFile): DocFile {
  const main = file.stream('WordDocument');
  if (!main || main.length < 0x300) throw broken('Word 文档');
  const identity = main.readUInt16LE(0);
  if (OLDER.includes(identity) || (identity === IDENTITY && main.readUInt16LE(2) < WORD_97)) {
    throw unsupported('Word 6.0/95 文档', '请用 Word 或 WPS 打开后另存为 .docx 再上传');
  }
  if (identity !== IDENTITY) throw broken('Word 文档');
  const flags = main.readUInt16LE(0x0a);
  if (flags & 0x0100) throw encrypted('Word 文档');
  const table = file.stream(flags & 0x0200 ? '1Table' : '0Table');
  if (!table) throw broken('Word 文档');
  const count = (offset: number) => main.readUInt32LE(offset);
  const stories = {
    body: count(0x4c),
    footnotes: count(0x50),
    margins: count(0x54),
    comments: count(0x5c),
    endnotes: count(0x60),
    boxes: count(0x64),
  };
  return { main, table, data: file.stream('Data') ?? Buffer.alloc(0), stories };
}

/** A structure of the table stream that the header points at, empty when absent or out of bounds. */
export function tablePart(doc: DocFile, offset: number): Buffer {
  const [start, size] = [doc.main.readUInt32LE(offset), doc.main.readUInt32LE(offset + 4)];
  return doc.table.subarray(start, start + size);
}
