import type { Block } from './blocks.js';
import { type DocxNumbering } from './docx-numbering.js';
import { type DocxStyles, hides, type NumberRef, readNumberRef, strikes } from './docx-styles.js';
import { symbolOf } from './docx-symbols.js';
import { readDocxTable } from './docx-table.js';
import { childOf, childrenOf, childValue, descendants, type XmlNode } from './xml.js';

/** What the reader met that is not in the text. */
export interface DocxFindings {
  contents: number;
  objects: number;
  pictures: number;
  foreignParts: number;
  deletions: number;
  struck: number;
  hidden: number;
  /** Text boxes anchored in a paragraph with words of its own. */
  boxes: number;
}

/** Element names whose content is not printed text. */
const SKIPPED = new Set([
  'del',
  'moveFrom',
  'rPr',
  'pPr',
  'instrText',
  'delText',
  'rt',
  'sectPr',
  'tblPr',
  'trPr',
  'tcPr',
]);

/** Turns the body of a Word file into paragraphs and tables, in the order they are read. */
export class DocxBody {
  readonly findings: DocxFindings = {
    contents: 0,
    objects: 0,
    pictures: 0,
    foreignParts: 0,
    deletions: 0,
    struck: 0,
    hidden: 0,
    boxes: 0,
  };
  /** Text of a paragraph whose end mark was deleted: it runs on into the next one. */
  private carried = '';
  /** Words were read already: a text box that comes before them all is the letterhead. */
  private begun = false;
  /** Style of the paragraph that is being read. */
  private style: string | undefined;

  constructor(
    private readonly styles: DocxStyles,
    private readonly numbering: DocxNumbering,
  ) {}

  /** Blocks below a container (body, cell, text box, content control). */
  blocks(container: XmlNode): Block[] {
    return container.children.flatMap((child) => (typeof child === 'string' ? [] : this.block(child)));
  }

  private block(node: XmlNode): Block[] {
    switch (node.name) {
      case 'p':
        return this.paragraph(node);
      case 'tbl':
        return [readDocxTable(node, (cell) => this.cellText(cell))];
      case 'del':
      case 'moveFrom':
        this.findings.deletions++;
        return [];
      case 'altChunk':
        this.findings.foreignParts++;
        return [];
      case 'sdt':
        return this.contentControl(node);
      case 'AlternateContent':
        return this.blocks(chosen(node));
      case 'ins':
      case 'moveTo':
      case 'customXml':
      case 'smartTag':
        return this.blocks(node);
      default:
        return [];
    }
  }

  private contentControl(node: XmlNode): Block[] {
    const gallery = childValue(childOf(childOf(node, 'sdtPr'), 'docPartObj'), 'docPartGallery');
    const content = childOf(node, 'sdtContent');
    if (gallery === 'Table of Contents') this.findings.contents++;
    return content && gallery !== 'Table of Contents' ? this.blocks(content) : [];
  }

  private paragraph(node: XmlNode): Block[] {
    const properties = childOf(node, 'pPr');
    const style = childValue(properties, 'pStyle');
    if (this.styles.isContents(style)) {
      this.findings.contents++;
      return [];
    }
    const boxes: Block[] = [];
    const carried = this.carried;
    this.carried = '';
    const { style: around, begun } = this;
    this.style = style;
    const printed = carried + this.inline(node, boxes);
    this.style = around;
    const label = carried === '' ? this.label(properties, style) : '';
    const text = printed.trim() === '' ? '' : label + printed.trim();
    if (childOf(childOf(properties, 'rPr'), 'del')) {
      this.carried = text;
      return boxes;
    }
    const before = !begun || text === '';
    this.begun ||= text !== '';
    if (before || boxes.length === 0) return [...boxes, text];
    this.findings.boxes++;
    return [text, ...boxes];
  }

  private label(properties: XmlNode | undefined, style: string | undefined): string {
    const own = readNumberRef(properties);
    const inherited = this.styles.numberOf(style);
    const ref: NumberRef | null = own ? { list: own.list, level: own.level ?? inherited?.level ?? null } : inherited;
    return this.numbering.label(ref, style);
  }

  /** The printed characters of a paragraph; text boxes anchored in it are collected apart. */
  private inline(node: XmlNode, boxes: Block[]): string {
    return node.children.map((child) => (typeof child === 'string' ? '' : this.piece(child, boxes))).join('');
  }

  private piece(node: XmlNode, boxes: Block[]): string {
    if (SKIPPED.has(node.name)) {
      if (node.name === 'del' || node.name === 'moveFrom') this.findings.deletions++;
      return '';
    }
    switch (node.name) {
      case 't':
        return node.children.filter((child): child is string => typeof child === 'string').join('');
      case 'tab':
      case 'ptab':
        return ' ';
      case 'br':
      case 'cr':
        return '\n';
      case 'noBreakHyphen':
        return '-';
      case 'sym':
        return symbolOf(node.attributes.font, node.attributes.char);
      case 'r':
        return this.run(node, boxes);
      case 'AlternateContent':
        return this.inline(chosen(node), boxes);
      case 'txbxContent':
        boxes.push(...this.blocks(node));
        return '';
      default:
        this.notice(node.name);
        return this.inline(node, boxes);
    }
  }

  /** Words that are hidden, or struck out, are not part of the text. */
  private run(node: XmlNode, boxes: Block[]): string {
    if (isHidden(node, this.style, this.styles)) {
      if (this.inline(node, []).trim() !== '') this.findings.hidden++;
      return '';
    }
    const text = this.inline(node, boxes);
    if (text.trim() === '' || !isStruck(node, this.style, this.styles)) return text;
    this.findings.struck++;
    return '';
  }

  private notice(name: string): void {
    if (name === 'OLEObject') this.findings.objects++;
    if (name === 'blip' || name === 'imagedata') this.findings.pictures++;
  }

  /** A cell's paragraphs one per line; a table inside a cell comes out as its cells' text. */
  private cellText(cell: XmlNode): string {
    const lines = this.blocks(cell).map((block) =>
      typeof block === 'string' ? block : block.map((row) => row.map((inner) => inner.text).join(' ')).join('\n'),
    );
    return lines.filter((line) => line.trim() !== '').join('\n');
  }
}

/** The branch that current programs show; the fallback only where the choice holds no words. */
function chosen(node: XmlNode): XmlNode {
  const [choice] = childrenOf(node, 'Choice');
  const fallback = childOf(node, 'Fallback');
  const holdsText = choice && !descendants(choice, 't').next().done;
  return (holdsText ? choice : (fallback ?? choice)) ?? { name: '', attributes: {}, children: [] };
}

/** As the run itself says, else its own style, else its paragraph's. */
function isStruck(run: XmlNode, paragraphStyle: string | undefined, styles: DocxStyles): boolean {
  const properties = childOf(run, 'rPr');
  const own = strikes(properties) ?? styles.isStruck(childValue(properties, 'rStyle'));
  return own ?? styles.isStruck(paragraphStyle) ?? false;
}

function isHidden(run: XmlNode, paragraphStyle: string | undefined, styles: DocxStyles): boolean {
  const properties = childOf(run, 'rPr');
  const own = hides(properties) ?? styles.isHidden(childValue(properties, 'rStyle'));
  return own ?? styles.isHidden(paragraphStyle) ?? false;
}
