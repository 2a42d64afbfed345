import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

/** A block that is nearly all links is navigation; a document links a few words. */
const LINK_SHARE = 0.75;
/** Fewer links than this may be the document's own attachments. */
const LEAST_LINKS = 4;
const LISTS = new Set(['ul', 'dl', 'div', 'section', 'p', 'center']);

interface Measure {
  characters: number;
  linked: number;
  links: number;
}

/** Tells lists of links from text; every node of a page is measured once. */
export class LinkMeasure {
  private readonly known = new Map<Tree.Node, Measure>();

  isLinkList(element: Tree.Element): boolean {
    if (!LISTS.has(element.tagName)) return false;
    const { characters, linked, links } = this.measure(element);
    return links >= LEAST_LINKS && linked / characters > LINK_SHARE;
  }

  private measure(node: Tree.Node): Measure {
    const known = this.known.get(node);
    if (known) return known;
    const result = this.count(node);
    this.known.set(node, result);
    return result;
  }

  private count(node: Tree.Node): Measure {
    if (node.nodeName === '#text') {
      return { characters: (node as Tree.TextNode).value.trim().length, linked: 0, links: 0 };
    }
    const total: Measure = { characters: 0, linked: 0, links: 0 };
    for (const child of 'childNodes' in node ? node.childNodes : []) {
      const inner = this.measure(child);
      total.characters += inner.characters;
      total.linked += inner.linked;
      total.links += inner.links;
    }
    const isLink =
      node.nodeName === 'a' && 'attrs' in node && node.attrs.some((attribute) => attribute.name === 'href');
    return isLink ? { characters: total.characters, linked: total.characters, links: 1 } : total;
  }
}
