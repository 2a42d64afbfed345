import { childOf, childrenOf, childValue, isOn, type XmlNode } from './xml.js';

/** Numbering of a paragraph or style: list and level; a null list switches numbering off. */
export interface NumberRef {
  list: string | null;
  level: number | null;
}

interface Style {
  name: string;
  basedOn: string | null;
  number: NumberRef | null;
  /** Hides its words; null where it says nothing of that. */
  hidden: boolean | null;
  /** Strikes its words out; null where it says nothing of that. */
  struck: boolean | null;
}

const MAX_CHAIN = 20;

/** What the reader needs of styles.xml: numbering that hangs on a style, hidden text, tables of contents. */
export class DocxStyles {
  private readonly styles = new Map<string, Style>();

  constructor(root: XmlNode | null) {
    for (const style of childrenOf(root ?? undefined, 'style')) {
      this.styles.set(style.attributes.styleId ?? '', readStyle(style));
    }
  }

  /** Numbering that a paragraph style brings along, through the styles it is based on. */
  numberOf(styleId: string | undefined): NumberRef | null {
    const found = this.chain(styleId).filter((style) => style.number !== null);
    if (found.length === 0) return null;
    const list = found.find((style) => style.number?.list !== undefined)?.number?.list ?? null;
    const level = found.find((style) => style.number?.level !== null)?.number?.level ?? null;
    return { list, level };
  }

  /** True for the lines of a table of contents. */
  isContents(styleId: string | undefined): boolean {
    return this.chain(styleId).some((style) => /^(toc|目录)\s*\d/i.test(style.name));
  }

  /** Whether a style, or one that it is based on, hides its words; null where none says. */
  isHidden(styleId: string | undefined): boolean | null {
    return this.chain(styleId).find(({ hidden }) => hidden !== null)?.hidden ?? null;
  }

  /** Whether a style, or one that it is based on, strikes its words out; null where none says. */
  isStruck(styleId: string | undefined): boolean | null {
    return this.chain(styleId).find(({ struck }) => struck !== null)?.struck ?? null;
  }

  private chain(styleId: string | undefined): Style[] {
    const chain: Style[] = [];
    let style = this.styles.get(styleId ?? '');
    while (style && chain.length < MAX_CHAIN) {
      chain.push(style);
      style = style.basedOn === null ? undefined : this.styles.get(style.basedOn);
    }
    return chain;
  }
}

/** Whether character properties hide words; null where they say nothing of that. */
export const hides = (properties: XmlNode | undefined): boolean | null =>
  childOf(properties, 'vanish') ? isOn(properties, 'vanish') : null;

/** Whether character properties strike words out; null where they say nothing of that. */
export function strikes(properties: XmlNode | undefined): boolean | null {
  if (!childOf(properties, 'strike') && !childOf(properties, 'dstrike')) return null;
  return isOn(properties, 'strike') || isOn(properties, 'dstrike');
}

/** The numPr of paragraph properties. List '0' means: no number here. */
export function readNumberRef(properties: XmlNode | undefined): NumberRef | null {
  const numPr = childOf(properties, 'numPr');
  if (!numPr) return null;
  const list = childValue(numPr, 'numId');
  const level = childValue(numPr, 'ilvl');
  return { list: list === undefined || list === '0' ? null : list, level: level === undefined ? null : Number(level) };
}

function readStyle(node: XmlNode): Style {
  return {
    name: childValue(node, 'name') ?? '',
    basedOn: childValue(node, 'basedOn') ?? null,
    number: readNumberRef(childOf(node, 'pPr')),
    hidden: hides(childOf(node, 'rPr')),
    struck: strikes(childOf(node, 'rPr')),
  };
}
