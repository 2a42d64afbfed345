import iconv from 'iconv-lite';
import type { ReaderResult } from './extracted.js';
import { tabbed } from './blank-rows.js';
import { stagedRows } from './staged-rows.js';
import { plainStrokes } from './stroke-rows.js';
import { withTables } from './tabbed-rows.js';
import { unknownBytes } from './misnamed.js';

/** Bytes that no rule explains, per character beyond ASCII, before a decoding is given up. */
const TOLERATED = 0.01;
const BOMS: [number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf8'],
  [[0xff, 0xfe], 'utf16le'],
  [[0xfe, 0xff], 'utf16be'],
];

/** A decoded text and what had to be guessed. */
export interface DecodedText {
  text: string;
  notes: string[];
}

/**
 * Plain text from bytes: by its byte-order mark, else strict UTF-8, else GB18030 (never guessed by statistics:
 * short GBK texts are taken for Big5 that way). A few damaged bytes are marked � and noted.
 * Refuses format_unsupported when the bytes are no text, with what `fileName` promised.
 */
export function decodeText(bytes: Buffer, fileName: string, declared?: string): DecodedText {
  const judged = (text: string): DecodedText => {
    if (isNoText(text)) throw unknownBytes(bytes, fileName);
    return { text, notes: damage(text) > 0 ? ['有个别字节不是文字，已用“�”标出，请核对原文。'] : [] };
  };
  const bom = BOMS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (bom) return judged(iconv.decode(bytes, bom[1]));
  if (bytes.includes(0)) throw unknownBytes(bytes, fileName);
  const utf8 = bytes.toString('utf8');
  if (isClean(utf8) && controls(utf8) <= 5 * TOLERATED) return { text: utf8, notes: [] };
  if (declared && /^(big5|utf-?16)/i.test(declared) && iconv.encodingExists(declared)) {
    return judged(iconv.decode(bytes, declared));
  }
  return damage(utf8) <= TOLERATED ? judged(utf8) : judged(iconv.decode(bytes, 'gb18030'));
}

/** Reads a .txt file. */
export function readText(bytes: Buffer, fileName: string): ReaderResult {
  const { text, notes } = decodeText(bytes, fileName);
  const lines = readLines(text);
  return { text: lines.text, notes: [...notes, ...lines.notes], rows: lines.rows };
}

/** Text as stored or pasted: line ends made equal, a 任务分解表 whose cells tabs, blanks or strokes divide turned into clauses. */
export function readLines(text: string): ReaderResult {
  const plain = tabbed(stagedRows(plainStrokes(plainLines(text))));
  return plain.includes('\t') ? withTables(plain) : { text: plain, notes: [] };
}

function plainLines(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?|[\f\v\u0085\u2028\u2029]/g, '\n');
}

function isClean(text: string): boolean {
  return !text.includes('\ufffd');
}

function isNoText(text: string): boolean {
  return damage(text) > 5 * TOLERATED || controls(text) > 5 * TOLERATED;
}

/** Share of undecodable places among the characters beyond ASCII. */
function damage(text: string): number {
  const beyond = text.match(/[^\x00-\x7f]/g)?.length ?? 0;
  return beyond === 0 ? 0 : (text.match(/\ufffd/g)?.length ?? 0) / beyond;
}

function controls(text: string): number {
  return (text.match(/[\x00-\x08\x0e-\x1f\x7f]/g)?.length ?? 0) / Math.max(1, text.length);
}
