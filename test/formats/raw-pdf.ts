/** A page written step by step: its drawing, and what else its dictionary says (a turn, a size, annotations). */
export interface RawPage {
  content: string;
  entries?: string;
}

/** The fonts of every raw page, with the widths that their programs would tell. */
const FONTS = [
  '/Han 3 0 R /Latin 4 0 R /Down 5 0 R /Drawn 6 0 R /Large 7 0 R',
  '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [8 0 R] /ToUnicode 9 0 R >>',
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-V /DescendantFonts [8 0 R] /ToUnicode 9 0 R >>',
  `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 750 750] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 97 /LastChar 98
   /Widths [1000 1000] /Encoding << /Type /Encoding /Differences [97 /a /b] >> /CharProcs << /a 10 0 R /b 10 0 R >> >>`,
  '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>',
  `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 /W [32 [250] 97 126 500]
   /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor
   /FontName /Song /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /StemV 80 >> >>`,
];

/** Codes are characters; 1 to 3 are a mark without width, a blank without width and a Hebrew letter. */
const TO_UNICODE = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Codes def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
4 beginbfrange <0004> <d7ff> <0004> <0001> <0001> <0301> <0002> <0002> <00ad> <0003> <0003> <05d0> endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end`;

/** `text` as the codes of the fonts Han and Down. */
export const han = (text: string): string =>
  `<${[...text].map((char) => char.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`;

export const streamOf = (entries: string, content: string): string =>
  `<< ${entries} /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`;

/**
 * A PDF of pages with five fonts: Han, Latin, Large (horizontal), Down (vertical) and Drawn (drawn by programs). The
 * objects `others` are numbered from 11 on, `resources` may name them.
 */
export function rawPdf(pages: RawPage[], resources = '', others: string[] = []): Buffer {
  const [names, ...fonts] = FONTS;
  const first = 11 + others.length;
  const kids = pages.map((_, index) => `${first + 2 * index} 0 R`).join(' ');
  return assembled([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0.0031 0.0017 595.0057 842.0023]
     /Resources << /Font << ${names} >> ${resources} >> >>`,
    ...fonts,
    streamOf('', TO_UNICODE),
    streamOf('', '1000 0 d0 0 0 750 750 re f'),
    ...others,
    ...pages.flatMap(({ content, entries = '' }, index) => [
      `<< /Type /Page /Parent 2 0 R /Contents ${first + 2 * index + 1} 0 R ${entries} >>`,
      streamOf('', content),
    ]),
  ]);
}

function assembled(objects: string[]): Buffer {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(`${text}xref\n0 ${size}\n0000000000 65535 f \n${rows}${trailer}`, 'latin1');
}
