import { hasClass, isElement, type HtmlNode } from '../html.js';
import { escapeXml } from '../xml.js';
import { fontSlots } from './styles.js';
import { FONTS } from './page.js';

const HINT = '<w:rFonts w:hint="eastAsia"/>';
const WIDE = '\u2E80-\uFFEF“”‘’…—';
const BREAK_BESIDE_CHINESE = new RegExp(`(?<=[${WIDE}])[ \\t]*[\\r\\n]\\s*|[ \\t]*[\\r\\n]\\s*(?=[${WIDE}])`, 'g');

/** How a piece of text is set: run properties beyond the paragraph's style, in schema order. */
interface RunLook {
  fonts: string;
  bold: string;
  extra: string;
  raised: string;
}

const PLAIN: RunLook = { fonts: HINT, bold: '', extra: '', raised: '' };

/** HTML white space: a line break in the source beside a Chinese character is none, other runs are one space. */
export function collapse(text: string): string {
  return text.replace(BREAK_BESIDE_CHINESE, '').replace(/[ \t\r\n]+/g, ' ');
}

/** One run of text. `properties` are the children of w:rPr. */
export function run(text: string, properties = HINT): string {
  if (!text) return '';
  const parts = escapeXml(text).split('\t');
  const body = parts.map((part) => (part ? `<w:t xml:space="preserve">${part}</w:t>` : '')).join('<w:tab/>');
  return `<w:r><w:rPr>${properties}</w:rPr>${body}</w:r>`;
}

function lookOf(node: HtmlNode, look: RunLook): RunLook {
  if (hasClass(node, 'kai')) return { ...look, fonts: fontSlots(FONTS.kai) };
  if (!isElement(node)) return look;
  if (node.tag === 'strong' || node.tag === 'b') return { ...look, bold: '<w:b/>' };
  if (node.tag === 'sup') return { ...look, raised: '<w:vertAlign w:val="superscript"/>' };
  return look;
}

function nodeRuns(node: HtmlNode, look: RunLook): string {
  if (!isElement(node)) return run(collapse(node), look.fonts + look.bold + look.extra + look.raised);
  if (node.tag === 'br') return '<w:r><w:br/></w:r>';
  const inner = lookOf(node, look);
  return node.children.map((child) => nodeRuns(child, inner)).join('');
}

/** Inline content without the white space that stands at its edges in the source. */
export function trimEdges(children: HtmlNode[]): HtmlNode[] {
  const kept = children.filter((child) => isElement(child) || /[^ \t\r\n]/.test(child) || children.length > 1);
  return kept
    .map((child, index) => (index === 0 && !isElement(child) ? child.replace(/^[ \t\r\n]+/, '') : child))
    .map((child, index) => (index === kept.length - 1 && !isElement(child) ? child.replace(/[ \t\r\n]+$/, '') : child));
}

/** Inline HTML as runs. `extra` are run properties that hold for all of it (colour, size, width). */
export function runs(children: HtmlNode[], extra = ''): string {
  return trimEdges(children)
    .map((child) => nodeRuns(child, { ...PLAIN, extra }))
    .join('');
}

/** A paragraph of the given style; `direct` are paragraph properties that follow the style's name. */
export function paragraph(style: string, content: string, direct = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${direct}</w:pPr>${content}</w:p>`;
}
