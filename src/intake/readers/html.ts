import { type DefaultTreeAdapterTypes as Tree, parse } from 'parse5';
import { type Block, renderBlocks } from './blocks.js';
import { HIDDEN_NOTE, type ReaderResult, STRUCK_NOTE } from './extracted.js';
import { LinkMeasure } from './html-links.js';
import { hidesWords, isChrome, isChromeLine, isStruck } from './html-chrome.js';
import { readHtmlTable } from './html-table.js';
import { limits } from './limits.js';
import { formatCounter } from './numerals.js';
import { bomb, tooLarge } from './refusals.js';
import { decodeText } from './text.js';

const BLOCK = new Set(
  'address article blockquote body center dd details dialog div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary ul'.split(
    ' ',
  ),
);
const LIST_FORMATS: Record<string, string> = { a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman' };
const CONTAINER_TAG =
  /<(\/?)(?:div|section|article|main|blockquote|center|table|ul|ol|dl|span|font|b|i|u|a|em|strong)\b/gi;
const BLANKS = /[\s\u00a0]+/g;
/** A line break of the source between Chinese characters prints nothing. */
const SOURCE_BREAK = /(?<=[\u2e80-\u9fff\uff00-\uffef])\n(?=[\u2e80-\u9fff\uff00-\uffef])/g;

/** Reads a saved or exported web page: the document's lines without the page around it, tables as rows. */
export function readHtml(bytes: Buffer, fileName: string): ReaderResult {
  const { text: source, notes } = decodeText(bytes, fileName, declaredCharset(bytes));
  if (leftOpen(source) > limits.htmlDepth) throw bomb('元素嵌套过深');
  const page = parse(source);
  checkShape(page);
  const walker = new HtmlWalker();
  walker.walk(page);
  const rendered = renderBlocks(walker.finish());
  return {
    text: rendered.text,
    notes: [...notes, ...rendered.notes, ...walker.notes()],
    rows: rendered.rows,
    pictures: walker.pictures > 0,
  };
}

/** The charset a page names in its head, if any. */
function declaredCharset(bytes: Buffer): string | undefined {
  return /charset\s*=\s*["']?([\w-]+)/i.exec(bytes.toString('latin1', 0, 4096))?.[1];
}

class HtmlWalker {
  pictures = 0;
  /** Words struck out were met, and left out. */
  struck = false;
  /** Sentences that the page does not show were met, and left out. */
  hidden = false;
  private readonly links = new LinkMeasure();
  private readonly blocks: Block[] = [];
  private line = '';
  /** Number of a list item, printed before its first words. */
  private number = '';
  private printsAsTyped = false;

  finish(): Block[] {
    this.breakLine();
    return this.blocks;
  }

  notes(): string[] {
    return [...(this.struck ? [STRUCK_NOTE] : []), ...(this.hidden ? [HIDDEN_NOTE] : [])];
  }

  walk(node: Tree.ParentNode): void {
    for (const child of node.childNodes) {
      if (child.nodeName === '#text') this.text((child as Tree.TextNode).value);
      else if ('tagName' in child && !isChrome(child)) this.element(child);
      else if ('tagName' in child) this.hidden ||= hidesWords(child);
    }
  }

  private text(value: string): void {
    if (!this.printsAsTyped) this.line += value.replace(BLANKS, (blank) => (blank.includes('\n') ? '\n' : ' '));
    else {
      value.split('\n').forEach((line, index) => {
        if (index > 0) this.breakLine();
        this.line += line;
      });
    }
  }

  private element(element: Tree.Element): void {
    const { tagName } = element;
    if (isStruck(element)) {
      this.struck = true;
      return;
    }
    if (tagName === 'br') return this.breakLine();
    if (tagName === 'img') this.pictures++;
    if (tagName === 'table') return this.table(element);
    if (!BLOCK.has(tagName)) return this.walk(element);
    this.breakLine();
    if (this.links.isLinkList(element)) return;
    if (tagName === 'li') this.number = listNumber(element);
    const outer = this.printsAsTyped;
    this.printsAsTyped ||= tagName === 'pre';
    this.walk(element);
    this.printsAsTyped = outer;
    this.breakLine();
  }

  private table(element: Tree.Element): void {
    this.breakLine();
    const grid = readHtmlTable(element, (cell) => this.cellText(cell));
    if (grid.length > 0) this.blocks.push(grid);
  }

  private cellText(cell: Tree.Element): string {
    const inner = new HtmlWalker();
    inner.walk(cell);
    const { text } = renderBlocks(inner.finish());
    this.pictures += inner.pictures;
    this.struck ||= inner.struck;
    this.hidden ||= inner.hidden;
    return text;
  }

  private breakLine(): void {
    const line = this.line.replace(SOURCE_BREAK, '').replace(/\s+/g, ' ').trim();
    this.line = '';
    if (line === '' || isChromeLine(line)) return;
    this.blocks.push(this.number + line);
    this.number = '';
  }
}

/** Number that a browser prints before an item of an ordered list. */
function listNumber(item: Tree.Element): string {
  const list = item.parentNode;
  if (!list || !('tagName' in list) || list.tagName !== 'ol') return '';
  const attribute = (name: string) => list.attrs.find((entry) => entry.name === name)?.value;
  const items = list.childNodes.filter((node) => node.nodeName === 'li');
  const value = (Number(attribute('start') ?? 1) || 1) + items.indexOf(item);
  return `${formatCounter(value, LIST_FORMATS[attribute('type') ?? ''] ?? 'decimal')}. `;
}

/**
 * Containers opened and never closed: the parser's time grows with the square of their number, so they are counted
 * before it starts.
 */
function leftOpen(source: string): number {
  let [open, most] = [0, 0];
  for (const [, closing] of source.matchAll(CONTAINER_TAG)) {
    open += closing === '/' ? -1 : 1;
    most = Math.max(most, open);
  }
  return most;
}

/** Counts nodes and depth without recursion, so that a deep page is refused before anything walks it. */
function checkShape(page: Tree.Document): void {
  const waiting: [Tree.ParentNode, number][] = [[page, 0]];
  let count = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, depth] = next;
    if (depth > limits.htmlDepth) throw bomb('元素嵌套过深');
    count += node.childNodes.length;
    if (count > limits.htmlNodes) throw tooLarge('网页内容太多');
    for (const child of node.childNodes) if ('childNodes' in child) waiting.push([child, depth + 1]);
  }
}
