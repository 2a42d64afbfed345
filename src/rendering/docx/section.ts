import { FOOTER_DISTANCE, LANDSCAPE, LINE, PORTRAIT, type Sheet } from './page.js';
import { LETTER_DISTANCES } from './footers.js';

/** Relationship ids of the page furniture, as word/_rels/document.xml.rels declares them. */
export const PARTS = {
  portraitOdd: 'rId11',
  portraitEven: 'rId12',
  landscapeOdd: 'rId13',
  landscapeEven: 'rId14',
  letterFooter: 'rId15',
  letterHeader: 'rId16',
  letterOdd: 'rId17',
  letterEven: 'rId18',
} as const;

const reference = (kind: 'header' | 'footer', type: string, id: string): string =>
  `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`;

function footers({ landscape, letter }: SectionLook): string {
  const upright = letter ? [PARTS.letterOdd, PARTS.letterEven] : [PARTS.portraitOdd, PARTS.portraitEven];
  const [odd = '', even = ''] = landscape ? [PARTS.landscapeOdd, PARTS.landscapeEven] : upright;
  return reference('footer', 'default', odd) + reference('footer', 'even', even);
}

function pageSize(sheet: Sheet, landscape: boolean): string {
  const turned = landscape ? ' w:orient="landscape"' : '';
  return `<w:pgSz w:w="${sheet.width}" w:h="${sheet.height}"${turned}/>`;
}

/** What a run of pages shares. `letter`: first page of a 函, with its own head and foot and without a number. */
export interface SectionLook {
  landscape: boolean;
  letter: boolean;
}

/** w:sectPr after GB/T 9704: A4, margins, the line grid, page numbers that differ on odd and even pages. */
export function sectionProperties(look: SectionLook): string {
  const { landscape, letter } = look;
  const sheet = landscape ? LANDSCAPE : PORTRAIT;
  const letterhead = letter
    ? reference('header', 'first', PARTS.letterHeader) + reference('footer', 'first', PARTS.letterFooter)
    : '';
  const distances = letter ? LETTER_DISTANCES : { header: 851, footer: FOOTER_DISTANCE };
  return (
    `<w:sectPr>${letterhead}${footers(look)}<w:type w:val="nextPage"/>${pageSize(sheet, landscape)}` +
    `<w:pgMar w:top="${sheet.top}" w:right="${sheet.right}" w:bottom="${sheet.bottom}" w:left="${sheet.left}" ` +
    `w:header="${distances.header}" w:footer="${distances.footer}" w:gutter="0"/><w:pgNumType w:fmt="decimal"/>` +
    `<w:cols w:space="425"/>${letter ? '<w:titlePg/>' : ''}<w:docGrid w:type="lines" w:linePitch="${LINE}"/></w:sectPr>`
  );
}
