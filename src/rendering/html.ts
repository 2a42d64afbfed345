import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

/** An element of semantic HTML: what the document writers need of it, nothing else. */
export interface HtmlElement {
  tag: string;
  classes: string[];
  attributes: Record<string, string>;
  children: HtmlNode[];
}

export type HtmlNode = HtmlElement | string;

const SKIPPED = new Set(['style', 'script', 'head', 'title', 'template']);

function element(node: DefaultTreeAdapterTypes.Element): HtmlElement {
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  const classes = (attributes.class ?? '').split(/\s+/).filter(Boolean);
  return { tag: node.tagName, classes, attributes, children: nodes(node.childNodes) };
}

function nodes(children: DefaultTreeAdapterTypes.ChildNode[]): HtmlNode[] {
  return children.flatMap((child): HtmlNode[] => {
    if (child.nodeName === '#text') return [(child as DefaultTreeAdapterTypes.TextNode).value];
    if (!('tagName' in child) || SKIPPED.has(child.tagName)) return [];
    return [element(child)];
  });
}

/** The tree of a piece of HTML; comments, styles and scripts left out. Never throws: HTML has no wrong input. */
export function parseHtml(html: string): HtmlNode[] {
  return nodes(parseFragment(html).childNodes);
}

/** An element, not a piece of text. */
export function isElement(node: HtmlNode): node is HtmlElement {
  return typeof node !== 'string';
}

/** Whether a node is an element of this class. */
export function hasClass(node: HtmlNode, name: string): boolean {
  return isElement(node) && node.classes.includes(name);
}

/** The element's text without markup, white space as written. */
export function textOf(node: HtmlNode): string {
  return isElement(node) ? node.children.map(textOf).join('') : node;
}

/** All elements below the nodes for which the test holds, in document order; does not look inside a match. */
export function findAll(list: HtmlNode[], test: (element: HtmlElement) => boolean): HtmlElement[] {
  return list.filter(isElement).flatMap((node) => (test(node) ? [node] : findAll(node.children, test)));
}
