import { type DocFile, tablePart } from './doc-header.js';

const NAME_AT = 39;

/** Names of a Word 97 file's fonts, by their number ([MS-DOC] 2.9.286, SttbfFfn); empty where the file has no list. */
export function docFonts(doc: DocFile): string[] {
  const list = tablePart(doc, 0x0112);
  const fonts: string[] = [];
  for (let at = 4; at < list.length; at += 1 + (list[at] ?? 0)) {
    const name = list.subarray(at + 1 + NAME_AT, at + 1 + (list[at] ?? 0)).toString('utf16le');
    fonts.push(name.split('\u0000')[0] ?? '');
  }
  return fonts;
}
