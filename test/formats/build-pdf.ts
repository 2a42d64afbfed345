/** One piece of text on a page: x and y in points from the lower left corner, size of type. */
export interface Placed {
  text: string;
  x: number;
  y: number;
  size: number;
}

/** What else a page may hold: straight rules [x0, y0, x1, y1], an angle for slanted text, and a grey picture. */
export interface PageSource {
  pieces: (Placed & { slant?: boolean })[];
  rules?: [number, number, number, number][];
  picture?: boolean;
}

/** Two by two grey points, spread over the middle of the page. */
const PICTURE = 'q 400 0 0 500 100 150 cm BI /W 2 /H 2 /CS /G /BPC 8 /F /AHx ID 88888888> EI Q';

const A4 = [595, 842];

/**
 * A small PDF with one composite font of em-wide glyphs: glyph numbers are handed out in order of first use, so that
 * only the ToUnicode map tells which characters they are.
 */
export function buildPdf(pages: PageSource[], options: { toUnicode?: boolean; encrypted?: boolean } = {}): Buffer {
  const glyphs = new Map<string, number>();
  const contents = pages.map((page) => contentOf(page, glyphs));
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, i) => `${7 + 2 * i} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /Sample /Encoding /Identity-H /DescendantFonts [4 0 R]${options.toUnicode === false ? '' : ' /ToUnicode 6 0 R'} >>`,
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sample /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /Sample /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
    streamOf(toUnicodeMap(glyphs)),
    ...contents.flatMap((content, i) => [pageObject(8 + 2 * i), streamOf(content)]),
  ];
  return assemble(objects, options.encrypted ?? false);
}

/** A PDF of `pagesOf`. */
export function pdfOf(paragraphs: string[], linesPerPage = 22): Buffer {
  return buildPdf(pagesOf(paragraphs, linesPerPage));
}

/** Pages of A4 with 16-point lines of 28 characters, paragraphs indented by two, a page number at the foot. */
export function pagesOf(paragraphs: string[], linesPerPage: number): PageSource[] {
  const lines = paragraphs.flatMap(wrapped);
  const pages: PageSource[] = [];
  for (let at = 0; at < lines.length; at += linesPerPage) {
    const number = pages.length + 1;
    const pieces = lines.slice(at, at + linesPerPage).map((line, i) => ({ ...line, y: 720 - 29 * i, size: 16 }));
    pages.push({ pieces: [...pieces, { text: `— ${number} —`, x: 440, y: 60, size: 14 }] });
  }
  return pages;
}

function wrapped(paragraph: string): { text: string; x: number }[] {
  const chars = [...paragraph];
  const lines = [{ text: chars.slice(0, 26).join(''), x: 79 + 32 }];
  for (let at = 26; at < chars.length; at += 28) lines.push({ text: chars.slice(at, at + 28).join(''), x: 79 });
  return lines;
}

function contentOf(page: PageSource, glyphs: Map<string, number>): string {
  const texts = page.pieces.map(({ text, x, y, size, slant }) => {
    const codes = [...text].map((char) => glyphOf(char, glyphs).toString(16).padStart(4, '0')).join('');
    const matrix = slant ? `0.7 0.7 -0.7 0.7 ${x} ${y}` : `1 0 0 1 ${x} ${y}`;
    return `BT /F1 ${size} Tf ${matrix} Tm <${codes}> Tj ET`;
  });
  const rules = (page.rules ?? []).map(([x0, y0, x1, y1]) => `${x0} ${y0} m ${x1} ${y1} l S`);
  return [...texts, ...rules, ...(page.picture ? [PICTURE] : [])].join('\n');
}

function glyphOf(char: string, glyphs: Map<string, number>): number {
  const known = glyphs.get(char) ?? glyphs.size + 1;
  glyphs.set(char, known);
  return known;
}

function toUnicodeMap(glyphs: Map<string, number>): string {
  const hex = (char: string) => Buffer.from(char, 'utf16le').swap16().toString('hex');
  const lines = [...glyphs].map(([char, glyph]) => `<${glyph.toString(16).padStart(4, '0')}> <${hex(char)}>`);
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += 100) {
    const part = lines.slice(at, at + 100);
    blocks.push(`${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Sample def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${blocks.join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`;
}

function pageObject(content: number): string {
  return `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${A4.join(' ')}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${content} 0 R >>`;
}

function streamOf(text: string): string {
  return `<< /Length ${Buffer.byteLength(text, 'latin1')} >>\nstream\n${text}\nendstream`;
}

function assemble(objects: string[], encrypted: boolean): Buffer {
  const all = encrypted ? [...objects, LOCK] : objects;
  let text = '%PDF-1.5\n';
  const offsets = all.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = text.length;
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const lock = encrypted
    ? ` /Encrypt ${all.length} 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]`
    : '';
  text += `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${all.length + 1} /Root 1 0 R${lock} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** An encryption entry whose password nobody knows. */
const LOCK = `<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`;
