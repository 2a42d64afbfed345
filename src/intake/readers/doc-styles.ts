import { type DocFile, tablePart } from './doc-header.js';
import { readSprms, SPRM } from './doc-sprms.js';

const FIRST_CONTENTS = 19;
const LAST_CONTENTS = 27;
const MAX_CHAIN = 20;

interface DocStyle {
  builtIn: number;
  basedOn: number;
  list: number | null;
  level: number | null;
}

/** What the reader needs of the style sheet ([MS-DOC] 2.9.271): numbering on styles, tables of contents. */
export class DocStyles {
  private readonly styles: (DocStyle | null)[] = [];

  constructor(doc: DocFile) {
    const sheet = tablePart(doc, 0x00a2);
    if (sheet.length < 6) return;
    const base = sheet.readUInt16LE(4);
    let at = 2 + sheet.readUInt16LE(0);
    while (at + 2 <= sheet.length) {
      const size = sheet.readUInt16LE(at);
      this.styles.push(readStyle(sheet.subarray(at + 2, at + 2 + size), base));
      at += 2 + size;
    }
  }

  isContents(style: number): boolean {
    const builtIn = this.styles[style]?.builtIn ?? 0;
    return builtIn >= FIRST_CONTENTS && builtIn <= LAST_CONTENTS;
  }

  /** List and level that a style brings along, through the styles it is based on. */
  numbering(style: number): { list: number | null; level: number | null } {
    let [list, level]: (number | null)[] = [null, null];
    let next = style;
    for (let turns = 0; turns < MAX_CHAIN; turns++) {
      const found = this.styles[next];
      if (!found) break;
      list ??= found.list;
      level ??= found.level;
      next = found.basedOn;
    }
    return { list, level };
  }
}

function readStyle(std: Buffer, base: number): DocStyle | null {
  if (std.length < base + 4 || base < 10) return null;
  const kind = std.readUInt16LE(2);
  const style: DocStyle = { builtIn: std.readUInt16LE(0) & 0x0fff, basedOn: kind >> 4, list: null, level: null };
  if ((kind & 0x0f) !== 1) return style;
  const upx = base + 2 + 2 * std.readUInt16LE(base) + 2;
  if (upx + 4 > std.length) return style;
  const size = std.readUInt16LE(upx);
  for (const { code, operand } of readSprms(std.subarray(upx + 4, upx + 2 + size))) {
    if (code === SPRM.list && operand.length >= 2) style.list = operand.readUInt16LE(0);
    if (code === SPRM.level) style.level = operand[0];
  }
  return style;
}
