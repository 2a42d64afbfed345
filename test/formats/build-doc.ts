import { cfbOf } from './build-cfb.js';

/** A paragraph of a Word 97 file. */
export interface DocParagraph {
  text: string;
  /** Ends a paragraph, a table cell, or a table row; 'none' goes on in the same paragraph. */
  end?: 'paragraph' | 'cell' | 'row' | 'none';
  /** List (1-based) and level it is numbered by. */
  list?: number;
  level?: number;
  /** For a row's end: borders in twips and which cells continue the one above (2) or begin such a run (1). */
  edges?: number[];
  merged?: number[];
  /** Marked as deleted by a revision. */
  deleted?: boolean;
  /** Character properties as the file has them, code and operand. */
  characters?: number[];
}

/** A level of a list: format number of the Word 97 format, label with \u0000… where the counters stand. */
export interface DocLevel {
  format: number;
  label: string;
}

const TEXT_AT = 0x800;
const PAGE = 512;
/** Longer properties stand in a stream of their own, as office programs write the row ends of wide tables. */
const LONGEST = 140;

/** Writes a small Word 97–2003 file: text, paragraph and character properties, lists. */
export function buildDoc(
  paragraphs: DocParagraph[],
  lists: DocLevel[][] = [],
  flags = 0,
  fonts: string[] = [],
): Buffer {
  const marks = { paragraph: '\r', cell: '\u0007', row: '\u0007', none: '' };
  const texts = paragraphs.map((paragraph) => paragraph.text + marks[paragraph.end ?? 'paragraph']);
  const text = Buffer.from(texts.join(''), 'utf16le');
  const data: Buffer[] = [Buffer.alloc(16)];
  const papx = propertyPages(paragraphs, texts, 13, (paragraph) => paragraphProperties(paragraph, data));
  const chpx = propertyPages(paragraphs, texts, 1, characterProperties);
  const pagesAt = Math.ceil((TEXT_AT + text.length) / PAGE);
  const main = Buffer.alloc(Math.max(4096, (pagesAt + papx.pages.length + chpx.pages.length) * PAGE));
  text.copy(main, TEXT_AT);
  [...papx.pages, ...chpx.pages].forEach((page, i) => page.copy(main, (pagesAt + i) * PAGE));
  const table = new TableStream(main);
  table.add(0x01a2, pieceTable(text.length / 2));
  table.add(0x0102, binTable(papx.bounds, pagesAt));
  table.add(0x00fa, binTable(chpx.bounds, pagesAt + papx.pages.length));
  if (fonts.length > 0) table.add(0x0112, fontTable(fonts));
  if (lists.length > 0) writeLists(table, lists);
  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(0xc1, 2);
  main.writeUInt16LE(0x0200 | flags, 0x0a);
  main.writeUInt32LE(TEXT_AT, 0x18);
  main.writeUInt32LE(text.length / 2, 0x4c);
  const streams = { WordDocument: main, '1Table': table.bytes() };
  return cfbOf(data.length > 1 ? { ...streams, Data: Buffer.concat([...data, Buffer.alloc(4096)]) } : streams);
}

/** Collects the structures of the table stream and points the header at them. */
class TableStream {
  private readonly parts: Buffer[] = [];
  private size = 0;

  constructor(private readonly main: Buffer) {}

  /** `counted` is the length the header gives where it leaves out what follows. */
  add(header: number, part: Buffer, counted = part.length): void {
    this.main.writeUInt32LE(this.size, header);
    this.main.writeUInt32LE(counted, header + 4);
    this.parts.push(part);
    this.size += part.length;
  }

  bytes(): Buffer {
    return Buffer.concat([...this.parts, Buffer.alloc(Math.max(0, 4096 - this.size))]);
  }
}

function pieceTable(characters: number): Buffer {
  const plc = Buffer.alloc(16);
  plc.writeUInt32LE(characters, 4);
  plc.writeUInt32LE(TEXT_AT, 10);
  const head = Buffer.alloc(5);
  head[0] = 2;
  head.writeUInt32LE(plc.length, 1);
  return Buffer.concat([head, plc]);
}

function binTable(bounds: number[], firstPage: number): Buffer {
  const count = bounds.length - 1;
  const plc = Buffer.alloc(4 * (count + 1) + 4 * count);
  bounds.forEach((bound, i) => plc.writeUInt32LE(bound, 4 * i));
  for (let i = 0; i < count; i++) plc.writeUInt32LE(firstPage + i, 4 * (count + 1) + 4 * i);
  return plc;
}

/** Property pages of 512 bytes, four paragraphs each. */
function propertyPages(
  paragraphs: DocParagraph[],
  texts: string[],
  entrySize: number,
  propertiesOf: (paragraph: DocParagraph) => Buffer,
): { pages: Buffer[]; bounds: number[] } {
  const starts = [TEXT_AT];
  for (const text of texts) starts.push(starts[starts.length - 1] + 2 * text.length);
  const pages: Buffer[] = [];
  const bounds = [TEXT_AT];
  for (let at = 0; at < paragraphs.length; at += 4) {
    const group = paragraphs.slice(at, at + 4);
    pages.push(propertyPage(group.map(propertiesOf), starts.slice(at, at + group.length + 1), entrySize));
    bounds.push(starts[at + group.length]);
  }
  return { pages, bounds };
}

function propertyPage(properties: Buffer[], places: number[], entrySize: number): Buffer {
  const page = Buffer.alloc(PAGE);
  places.forEach((place, i) => page.writeUInt32LE(place, 4 * i));
  let end = PAGE - 1;
  properties.forEach((bytes, i) => {
    if (bytes.length === 0) return;
    end = (end - bytes.length) & ~1;
    bytes.copy(page, end);
    page[4 * places.length + i * entrySize] = end / 2;
  });
  page[PAGE - 1] = properties.length;
  return page;
}

function paragraphProperties(paragraph: DocParagraph, data: Buffer[]): Buffer {
  const sprms: Buffer[] = [];
  const add = (code: number, ...operand: number[]) => {
    const head = Buffer.alloc(2);
    head.writeUInt16LE(code);
    sprms.push(head, Buffer.from(operand));
  };
  if (paragraph.end === 'cell' || paragraph.end === 'row') add(0x2416, 1);
  if (paragraph.end === 'row') add(0x2417, 1);
  if (paragraph.edges) add(0xd608, ...tableDefinition(paragraph.edges, paragraph.merged ?? []));
  if (paragraph.list !== undefined) {
    add(0x260a, paragraph.level ?? 0);
    add(0x460b, paragraph.list, 0);
  }
  const body = Buffer.concat([Buffer.alloc(2), leftOut(Buffer.concat(sprms), data)]);
  const padded = body.length % 2 === 1 ? body : Buffer.concat([body, Buffer.alloc(1)]);
  return Buffer.concat([Buffer.from([(padded.length + 1) / 2]), padded]);
}

/** Properties as they stand in their page: long ones only by their place among the data. */
function leftOut(sprms: Buffer, data: Buffer[]): Buffer {
  if (sprms.length <= LONGEST) return sprms;
  const size = Buffer.alloc(2);
  size.writeUInt16LE(sprms.length);
  const pointer = Buffer.alloc(6);
  pointer.writeUInt16LE(0x6646);
  pointer.writeUInt32LE(Buffer.concat(data).length, 2);
  data.push(size, sprms);
  return pointer;
}

function characterProperties(paragraph: DocParagraph): Buffer {
  const bytes = paragraph.characters ?? (paragraph.deleted ? [0x00, 0x08, 1] : []);
  return bytes.length > 0 ? Buffer.from([bytes.length, ...bytes]) : Buffer.alloc(0);
}

function fontTable(fonts: string[]): Buffer {
  const entries = fonts.map((name) => {
    const data = Buffer.concat([Buffer.alloc(39), Buffer.from(`${name}\0`, 'utf16le')]);
    return Buffer.concat([Buffer.from([data.length]), data]);
  });
  return Buffer.concat([Buffer.from([fonts.length, 0, 0, 0]), ...entries]);
}

function tableDefinition(edges: number[], merged: number[]): number[] {
  const cells = edges.length - 1;
  const body = Buffer.alloc(1 + 2 * edges.length + 20 * cells);
  body[0] = cells;
  edges.forEach((edge, i) => body.writeInt16LE(edge, 1 + 2 * i));
  for (let i = 0; i < cells; i++) {
    const flags = merged[i] === 2 ? 0x20 : merged[i] === 1 ? 0x60 : 0;
    body.writeUInt16LE(flags, 1 + 2 * edges.length + 20 * i);
  }
  const size = body.length + 1;
  return [size & 0xff, size >> 8, ...body];
}

function writeLists(table: TableStream, lists: DocLevel[][]): void {
  const heads = lists.map((_, i) => {
    const head = Buffer.alloc(28);
    head.writeInt32LE(100 + i, 0);
    return head;
  });
  const count = Buffer.alloc(2);
  count.writeUInt16LE(lists.length);
  const levels = lists.flatMap((list) =>
    Array.from({ length: 9 }, (_, i) => levelBytes(list[i] ?? { format: 255, label: '' })),
  );
  const definitions = Buffer.concat([count, ...heads]);
  table.add(0x02e2, Buffer.concat([definitions, ...levels]), definitions.length);
  const overrides = lists.map((_, i) => {
    const entry = Buffer.alloc(16);
    entry.writeInt32LE(100 + i, 0);
    return entry;
  });
  const size = Buffer.alloc(4);
  size.writeUInt32LE(lists.length);
  table.add(0x02ea, Buffer.concat([size, ...overrides, ...lists.map(() => Buffer.alloc(4, 0xff))]));
}

function levelBytes(level: DocLevel): Buffer {
  const head = Buffer.alloc(28);
  head.writeInt32LE(1, 0);
  head[4] = level.format;
  head[15] = 2;
  const label = Buffer.alloc(2 + 2 * level.label.length);
  label.writeUInt16LE(level.label.length);
  label.write(level.label, 2, 'utf16le');
  return Buffer.concat([head, label]);
}

/** A whole plan, one paragraph a line. */
export function docOf(lines: string[]): Buffer {
  return buildDoc(lines.map((text) => ({ text })));
}
