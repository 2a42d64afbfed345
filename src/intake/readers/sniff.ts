import { unsupported } from './refusals.js';

/** What the first bytes say; containers are looked into by their own readers. */
export type FileFamily = 'zip' | 'compound' | 'pdf' | 'html' | 'text';

const RESAVE = '请用 Word 或 WPS 打开后另存为 .docx 再上传';
const OCR = '请上传带文字的原件（.docx 或 .txt），或先做文字识别（OCR）再上传';

/** Files of other kinds by their first bytes (latin1), with what they are and the cure. */
const FOREIGN: [RegExp, string, string?][] = [
  [/^\{\\rtf/, 'RTF 文档', RESAVE],
  [/^(\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP)/s, '图片', OCR],
  [/^(Rar!|7z\xbc\xaf|\x1f\x8b|BZh\d|\xfd7zXZ|.{257}ustar)/s, '压缩包', '请解压后上传其中的方案文件'],
  [/^(MZ|\x7fELF|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe)/, '程序'],
  [/^(SQLite format 3|.{4}ftyp|ID3|OggS|\x1a\x45\xdf\xa3|RIFF)/s, '数据或音像文件'],
  [/^(Received:|From |Return-Path:|MIME-Version:)/, '邮件或单一文件网页（.mht、.eml）', RESAVE],
];
const HTML =
  /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]{0,2000}?-->\s*)*<(!doctype\s+html|html|head|body|meta|title|div|p|table|span|article|section|center|font|h[1-6])[\s>]/i;
const WORD_XML = /^\s*<\?xml[\s\S]{0,600}?(w:wordDocument|pkg:package|mso-application)/;

/** Tells a file's family by its content. Refuses kinds that are known and not read. */
export function sniff(bytes: Buffer): FileFamily {
  const head = bytes.toString('latin1', 0, 4096);
  if (/^PK(\x03\x04|\x05\x06|\x07\x08)/.test(head)) return 'zip';
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'compound';
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  const foreign = FOREIGN.find(([pattern]) => pattern.test(head));
  if (foreign) throw unsupported(foreign[1], foreign[2]);
  return sniffText(head);
}

function sniffText(head: string): FileFamily {
  const utf16 = head.startsWith('\xff\xfe') || head.startsWith('\xfe\xff');
  const text = utf16 ? head.replace(/\0/g, '').slice(2) : head.replace(/^\xef\xbb\xbf/, '');
  if (WORD_XML.test(text)) throw unsupported('Word XML 文档', RESAVE);
  if (HTML.test(text)) return 'html';
  if (/^\s*<\?xml/.test(text)) throw unsupported('XML 数据文件');
  return 'text';
}
