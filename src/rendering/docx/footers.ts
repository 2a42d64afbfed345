import { XML_HEAD } from '../xml.js';
import { CHARACTER, FOOTER_DISTANCE, FOOTER_LINE, LANDSCAPE, PORTRAIT, mm, textWidth } from './page.js';
import { paragraph } from './runs.js';
import { NAMESPACES } from './styles.js';
import { textBoxRun } from './text-box.js';

export type Parity = 'odd' | 'even';

const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
const PAGE =
  `<w:r><w:t xml:space="preserve">— </w:t></w:r>${field('begin')}` +
  `<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>${field('separate')}<w:r><w:t>1</w:t></w:r>` +
  `${field('end')}<w:r><w:t xml:space="preserve"> —</w:t></w:r>`;

const SPACING = `<w:spacing w:before="0" w:after="0" w:line="${FOOTER_LINE}" w:lineRule="exact"/>`;

/** 7.5: — 1 —, right on odd and left on even pages, one character in from the edge of the 版心. */
function numberParagraph(parity: Parity): string {
  const [indent, side] = parity === 'odd' ? ['right', 'right'] : ['left', 'left'];
  const place = `<w:ind w:${indent}Chars="100" w:${indent}="${CHARACTER}"/><w:jc w:val="${side}"/>`;
  return paragraph('Footer', PAGE, `${SPACING}${place}`);
}

const footer = (content: string): string => `${XML_HEAD}<w:ftr ${NAMESPACES}>${content}</w:ftr>`;

/** Footer of upright pages. */
export function portraitFooter(parity: Parity): string {
  return footer(numberParagraph(parity));
}

/** Where the number's box stands on a turned sheet: in the strip that is the foot of an upright one. */
const NUMBER_BOX = {
  name: '页码',
  id: 1,
  width: mm(7),
  height: textWidth(PORTRAIT),
  place: { x: mm(24.5), y: LANDSCAPE.top },
  turned: true,
};

/** Clause 8: on turned sheets the number keeps its place on the paper, so it runs down along the left edge. */
export function landscapeFooter(parity: Parity): string {
  return footer(paragraph('Footer', textBoxRun(NUMBER_BOX, numberParagraph(parity)), SPACING));
}

/** Width and distance of the red double rules of a letter: 170 mm, the lower one 20 mm from the paper's edge (10.1). */
const LETTER = { width: mm(170), left: mm(20) };

/** Distances of a letter's head and foot from the paper's edges (10.1). */
export const LETTER_DISTANCES = { header: mm(30), footer: mm(20) };

const outdent = `<w:ind w:left="${LETTER.left - PORTRAIT.left}" w:right="${LETTER.left - PORTRAIT.right}"/>`;
const exact = (line: number): string =>
  `<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="${line}" w:lineRule="exact"/>`;

/** Foot of a letter's first page: the lower red rule (thin over thick), no number. */
export function letterFooter(): string {
  const rule = '<w:pBdr><w:bottom w:val="thinThickSmallGap" w:sz="18" w:space="0" w:color="FF0000"/></w:pBdr>';
  return footer(paragraph('Tiny', '', rule + outdent));
}

/** Foot of a letter's further pages: the number where it always is, above the lower edge of the letter's foot. */
export function letterNumberFooter(parity: Parity): string {
  return footer(numberParagraph(parity) + paragraph('Tiny', '', exact(FOOTER_DISTANCE - LETTER_DISTANCES.footer)));
}

/** Head of a letter's first page: the mark 30 mm from the paper's edge and the upper red rule (thick over thin). */
export function letterHeader(markRuns: string): string {
  const mark = paragraph('Mark', markRuns, exact(820) + outdent);
  const rule = '<w:pBdr><w:bottom w:val="thickThinSmallGap" w:sz="18" w:space="0" w:color="FF0000"/></w:pBdr>';
  const line = paragraph('Tiny', '', rule + exact(227) + outdent);
  return `${XML_HEAD}<w:hdr ${NAMESPACES}>${mark}${line}</w:hdr>`;
}
