import { hasClass, isElement, textOf, type HtmlElement, type HtmlNode } from '../html.js';
import { imprintXml } from './imprint.js';
import { markLook } from './mark.js';
import { LANDSCAPE, PORTRAIT, textWidth } from './page.js';
import { paragraph, run, runs, trimEdges } from './runs.js';
import { signaturePlaces } from './signature.js';
import { tableXml } from './table.js';
import { styleOf } from './vocabulary.js';

/** A piece of the document's body and the sheet it stands on. */
export interface Block {
  xml: string;
  landscape: boolean;
  /** Begins a new page (an annex). */
  newPage: boolean;
  isTable: boolean;
}

const CONTAINERS = new Set(['article', 'section', 'div', 'main', 'header', 'footer', 'body', 'html']);

/** The number's line of a paper that goes up: number at the left, 签发人 and the name in 楷体 at the right. */
function numberLine(element: HtmlElement): string {
  const signer = element.children.find((child) => hasClass(child, 'doc-signer'));
  if (!signer || !isElement(signer)) return paragraph('Number', runs(element.children));
  const number = element.children.filter((child) => child !== signer);
  return paragraph('NumberUp', `${runs(number)}${run('\t')}${runs(signer.children)}`);
}

function special(element: HtmlElement, siblings: HtmlNode[]): string | null {
  if (element.tag === 'hr') return paragraph('Rule', '');
  if (hasClass(element, 'doc-mark')) return paragraph('Mark', runs(element.children, markLook(textOf(element))));
  if (hasClass(element, 'doc-number-right')) return paragraph('NumberRight', runs(element.children));
  if (hasClass(element, 'doc-number')) return numberLine(element);
  if (hasClass(element, 'doc-signature') || hasClass(element, 'doc-date')) return closing(element, siblings);
  return null;
}

function closing(element: HtmlElement, siblings: HtmlNode[]): string {
  return paragraph(styleOf(element), runs(element.children), signaturePlaces(element, siblings));
}

function single(element: HtmlElement, siblings: HtmlNode[], landscape: boolean): Block {
  const isTable = element.tag === 'table';
  const width = textWidth(landscape ? LANDSCAPE : PORTRAIT);
  const xml = isTable ? tableXml(element, width) : special(element, siblings);
  return { xml: xml ?? paragraph(styleOf(element), runs(element.children)), landscape, newPage: false, isTable };
}

function annexBlocks(element: HtmlElement, landscape: boolean): Block[] {
  const inner = blocksOf(element.children, landscape || element.classes.includes('landscape'));
  return inner.map((block, index) => ({ ...block, newPage: index === 0 }));
}

function elementBlocks(element: HtmlElement, siblings: HtmlNode[], landscape: boolean): Block[] {
  if (hasClass(element, 'letter-mark')) return [];
  if (hasClass(element, 'doc-annex')) return annexBlocks(element, landscape);
  if (hasClass(element, 'doc-imprint')) {
    return [{ xml: imprintXml(element, landscape), landscape, newPage: false, isTable: false }];
  }
  if (!CONTAINERS.has(element.tag)) return [single(element, siblings, landscape)];
  return blocksOf(element.children, landscape || element.classes.includes('landscape'));
}

/** The blocks of a piece of semantic HTML in order; loose text becomes a body paragraph. */
export function blocksOf(nodes: HtmlNode[], landscape = false): Block[] {
  return nodes.flatMap((node): Block[] => {
    if (isElement(node)) return elementBlocks(node, nodes, landscape);
    const loose = runs(trimEdges([node]));
    return node.trim() ? [{ xml: paragraph('Body', loose), landscape, newPage: false, isTable: false }] : [];
  });
}
