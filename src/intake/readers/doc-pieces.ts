import iconv from 'iconv-lite';
import { type DocFile, tablePart } from './doc-header.js';
import { limits } from './limits.js';
import { broken, tooLarge } from './refusals.js';

/** Characters of a Word 97 file in reading order, each with its place in the file (properties hang on places). */
export interface DocCharacters {
  text: string;
  places: Uint32Array;
}

/** Puts the text together from the piece table ([MS-DOC] 2.4.1). */
export function readCharacters(doc: DocFile): DocCharacters {
  const plc = pieceTable(tablePart(doc, 0x01a2));
  const count = Math.floor((plc.length - 4) / 12);
  const pieces: string[] = [];
  const places: number[] = [];
  for (let i = 0; i < count; i++) {
    const length = plc.readUInt32LE(4 * i + 4) - plc.readUInt32LE(4 * i);
    if (length < 0 || length > doc.main.length) throw broken('Word 文档');
    const piece = readPiece(doc.main, plc.readUInt32LE(4 * (count + 1) + 8 * i + 2), length);
    pieces.push(piece.text);
    for (let at = 0; at < piece.text.length; at++) places.push(piece.start + at * piece.width);
    if (places.length > limits.textChars) throw tooLarge('正文太长');
  }
  return { text: pieces.join(''), places: Uint32Array.from(places) };
}

function readPiece(main: Buffer, pointer: number, length: number): { text: string; start: number; width: number } {
  const compressed = (pointer & 0x40000000) !== 0;
  const start = compressed ? (pointer & 0x3fffffff) >>> 1 : pointer & 0x3fffffff;
  const width = compressed ? 1 : 2;
  const bytes = main.subarray(start, start + length * width);
  const text = compressed ? iconv.decode(bytes, 'win1252') : bytes.toString('utf16le');
  return { text, start, width };
}

/** Skips the property modifiers before the piece table. */
function pieceTable(clx: Buffer): Buffer {
  let at = 0;
  while (at + 3 <= clx.length && clx[at] === 1) at += 3 + clx.readUInt16LE(at + 1);
  if (clx[at] !== 2 || at + 9 > clx.length) throw broken('Word 文档');
  return clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1));
}
