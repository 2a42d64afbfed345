/** Characters of symbol fonts that carry meaning in office papers; others are left out. */
const WINGDINGS: Record<number, string> = {
  0x6c: '●',
  0x6e: '■',
  0x6f: '□',
  0x71: '□',
  0x75: '◆',
  0xa8: '□',
  0xab: '★',
  0xb6: '☆',
  0xfc: '√',
  0xfe: '☑',
};

/** Of the font Symbol, the signs that stand before or amid figures. */
const SYMBOL: Record<number, string> = {
  0x25: '%',
  0x2b: '+',
  0x2d: '-',
  0x3c: '<',
  0x3d: '=',
  0x3e: '>',
  0x7e: '~',
  0xa3: '≤',
  0xb0: '°',
  0xb1: '±',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '·',
  0xb8: '÷',
  0xb9: '≠',
  0xbb: '≈',
};

/** A w:sym element as a character: font name and code in hex (F0AB or AB). */
export function symbolOf(font: string | undefined, code: string | undefined): string {
  const value = Number.parseInt(code ?? '', 16);
  if (!Number.isFinite(value)) return '';
  if (/^wingdings/i.test(font ?? '')) return WINGDINGS[value & 0xff] ?? '';
  if (/^symbol$/i.test(font ?? '')) return SYMBOL[value & 0xff] ?? '';
  const isPrivate = value >= 0xe000 && value <= 0xf8ff;
  return isPrivate || value < 0x20 || value > 0xffff ? '' : String.fromCharCode(value);
}
