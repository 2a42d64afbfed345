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

/** A w:sym element as a character: font name and code in hex (F0AB or AB). */
export function symbolOf(font: string | undefined, code: string | undefined): string {
  const value = Number.parseInt(code ?? '', 16);
  if (!Number.isFinite(value)) return '';
  if (/^wingdings/i.test(font ?? '')) return WINGDINGS[value & 0xff] ?? '';
  const isPrivate = value >= 0xe000 && value <= 0xf8ff;
  return isPrivate || value < 0x20 || value > 0xffff ? '' : String.fromCharCode(value);
}
