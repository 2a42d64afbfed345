import { type DocFile, tablePart } from './doc-header.js';
import { readSprms, type Sprm, SPRM } from './doc-sprms.js';

/** A stretch of the file with its properties; `style` only for paragraphs. */
export interface PropertyRun {
  from: number;
  to: number;
  style: number;
  sprms: Sprm[];
}

const PAGE = 512;

/** Character properties, in file order ([MS-DOC] 2.8.6, ChpxFkp). */
export function characterRuns(doc: DocFile): PropertyRun[] {
  return readPages(doc, 0x00fa, 1, (page, at) => {
    const size = page[at];
    return { style: 0, sprms: [...readSprms(page.subarray(at + 1, at + 1 + size))] };
  });
}

/** Paragraph properties, in file order ([MS-DOC] 2.8.7, PapxFkp). */
export function paragraphRuns(doc: DocFile): PropertyRun[] {
  return readPages(doc, 0x0102, 13, (page, at) => {
    const [start, size] = page[at] === 0 ? [at + 2, 2 * page[at + 1]] : [at + 1, 2 * page[at] - 1];
    const bytes = page.subarray(start, start + size);
    const style = bytes.length >= 2 ? bytes.readUInt16LE(0) : 0;
    return { style, sprms: [...readSprms(bytes.subarray(2))].flatMap((sprm) => spelledOut(sprm, doc.data)) };
  });
}

/** Properties too long for their page, as the row ends of wide tables have them, stand in the stream Data (2.6.2). */
function spelledOut(sprm: Sprm, data: Buffer): Sprm[] {
  if ((sprm.code !== SPRM.huge && sprm.code !== SPRM.hugeBefore) || sprm.operand.length < 4) return [sprm];
  const at = sprm.operand.readUInt32LE(0);
  if (at + 2 > data.length) return [];
  return [...readSprms(data.subarray(at + 2, at + 2 + data.readUInt16LE(at)))];
}

/** The run that covers a place of the file; runs are sorted. */
export function runAt(runs: PropertyRun[], place: number): PropertyRun | null {
  let [low, high] = [0, runs.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (place < runs[middle].from) high = middle - 1;
    else if (place >= runs[middle].to) low = middle + 1;
    else return runs[middle];
  }
  return null;
}

type ReadProperties = (page: Buffer, at: number) => Pick<PropertyRun, 'style' | 'sprms'>;

function readPages(doc: DocFile, offset: number, entrySize: number, read: ReadProperties): PropertyRun[] {
  const plc = tablePart(doc, offset);
  const count = Math.max(0, Math.floor((plc.length - 4) / 8));
  const numbers = new Set(
    Array.from({ length: count }, (_, i) => plc.readUInt32LE(4 * (count + 1) + 4 * i) & 0x3fffff),
  );
  const runs = [...numbers].flatMap((number) =>
    readPage(doc.main.subarray(number * PAGE, (number + 1) * PAGE), entrySize, read),
  );
  return runs.sort((a, b) => a.from - b.from);
}

function readPage(page: Buffer, entrySize: number, read: ReadProperties): PropertyRun[] {
  if (page.length < PAGE) return [];
  const count = page[PAGE - 1];
  const entries = 4 * (count + 1);
  if (entries + count * entrySize >= PAGE) return [];
  return Array.from({ length: count }, (_, i) => {
    const at = 2 * page[entries + i * entrySize];
    const properties = at === 0 ? { style: 0, sprms: [] } : read(page, at);
    return { from: page.readUInt32LE(4 * i), to: page.readUInt32LE(4 * i + 4), ...properties };
  });
}
