import { type SaxesAttributePlain, SaxesParser, type SaxesTagPlain } from 'saxes';
import { Refusal } from '../../shared/errors.js';
import { limits } from './limits.js';
import { bomb, broken, tooLarge } from './refusals.js';

/** One element; names and attribute names without their prefix (w:p is 'p'). */
export interface XmlNode {
  name: string;
  attributes: Record<string, string>;
  children: (XmlNode | string)[];
}

/**
 * Parses one XML part of an office file.
 * Any DOCTYPE is refused (file_bomb), as are depth and number of elements beyond the limits; malformed XML is file_broken.
 */
export function parseXml(bytes: Uint8Array, kind: string): XmlNode {
  const builder = new TreeBuilder(kind);
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw bomb('含有 DOCTYPE 声明');
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => builder.open(tag));
  parser.on('text', (text) => builder.text(text));
  parser.on('cdata', (text) => builder.text(text));
  parser.on('closetag', () => builder.close());
  try {
    parser.write(decode(bytes)).close();
  } catch (error) {
    throw error instanceof Refusal ? error : broken(kind);
  }
  return builder.root;
}

/** Child elements with the given name. */
export function childrenOf(node: XmlNode | undefined, name: string): XmlNode[] {
  return (node?.children ?? []).filter((child): child is XmlNode => typeof child !== 'string' && child.name === name);
}

/** First child element with the given name. */
export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child): child is XmlNode => typeof child !== 'string' && child.name === name);
}

/** The `val` attribute of a child element: how WordprocessingML writes most settings. */
export function childValue(node: XmlNode | undefined, name: string): string | undefined {
  return childOf(node, name)?.attributes.val;
}

/** An on/off element: present and not switched off by its value. */
export function isOn(node: XmlNode | undefined, name: string): boolean {
  const found = childOf(node, name);
  return found !== undefined && !['0', 'false', 'off'].includes(found.attributes.val ?? '1');
}

/** All character data below a node. */
export function textOf(node: XmlNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** Every element below `node` with the given name, in document order. */
export function* descendants(node: XmlNode, name: string): Generator<XmlNode> {
  for (const child of node.children) {
    if (typeof child === 'string') continue;
    if (child.name === name) yield child;
    yield* descendants(child, name);
  }
}

class TreeBuilder {
  readonly root: XmlNode = { name: '', attributes: {}, children: [] };
  private readonly stack: XmlNode[] = [this.root];
  private count = 0;

  constructor(private readonly kind: string) {}

  open(tag: SaxesTagPlain): void {
    if (++this.count > limits.xmlNodes) throw tooLarge(`${this.kind}内容太多`);
    if (this.stack.length > limits.xmlDepth) throw bomb('元素嵌套过深');
    const node: XmlNode = { name: local(tag.name), attributes: plain(tag.attributes), children: [] };
    this.stack[this.stack.length - 1].children.push(node);
    this.stack.push(node);
  }

  text(text: string): void {
    this.stack[this.stack.length - 1].children.push(text);
  }

  close(): void {
    this.stack.pop();
  }
}

function plain(attributes: Record<string, string | SaxesAttributePlain>): Record<string, string> {
  const result = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(attributes)) result[local(name)] = String(value);
  return result;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function decode(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
