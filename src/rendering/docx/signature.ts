import { hasClass, textOf, type HtmlElement, type HtmlNode } from '../html.js';
import { textCharacters } from './mark.js';
import { CHARACTER, LINE } from './page.js';

/** 7.3.5.1: a sealed paper's date ends four characters from the right. */
const DATE_FROM_RIGHT = 4;
/** Room above the name for the seal that lies across name and date. */
const LINES_ABOVE = 2;

const textsOf = (siblings: HtmlNode[], name: string): string[] =>
  siblings.filter((node) => hasClass(node, name)).map((node) => textOf(node).trim());

function indent(characters: number): string {
  return `<w:ind w:rightChars="${Math.round(characters * 100)}" w:right="${Math.round(characters * CHARACTER)}"/>`;
}

/** Distance of each line from the right edge, in characters, such that the name is centred over the date. */
export function closingIndents(name: string, date: string): { name: number; date: number } {
  const overhang = (textCharacters(name) - textCharacters(date)) / 2;
  const fromRight = Math.max(0, DATE_FROM_RIGHT - overhang);
  return { name: fromRight, date: Math.max(0, fromRight + overhang) };
}

/** Paragraph properties of a 署名 or 成文日期 among its siblings: its indent, and the gap above the first name. */
export function signaturePlaces(element: HtmlElement, siblings: HtmlNode[]): string {
  const names = textsOf(siblings, 'doc-signature');
  const date = textsOf(siblings, 'doc-date')[0] ?? '';
  const longest = names.reduce((a, b) => (textCharacters(b) > textCharacters(a) ? b : a), '');
  const own = textOf(element).trim();
  if (hasClass(element, 'doc-date')) return indent(closingIndents(longest, date).date);
  const first = names[0] === own;
  const gap = first
    ? `<w:spacing w:before="${LINES_ABOVE * LINE}" w:after="0" w:line="${LINE}" w:lineRule="exact"/>`
    : '';
  const centre = closingIndents(longest, date).date + (textCharacters(date) - textCharacters(own)) / 2;
  return gap + indent(Math.max(0, centre));
}
