import { type DocFile, tablePart } from './doc-header.js';
import { LEVELS, ListCounter, type ListLevel } from './list-counter.js';

/** Number formats of the Word 97 format (MSONFC) by the names of WordprocessingML. */
const FORMATS: Record<number, string> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
};
const SUFFIXES = ['tab', 'space', 'nothing'] as const;
const LSTF = 28;
const LVLF = 28;
const LFO = 16;

/** Automatic numbers of a Word 97 file, rebuilt from its list tables ([MS-DOC] 2.9.131, 2.9.150). */
export class DocLists {
  private readonly definitions = new Map<number, (ListLevel | undefined)[]>();
  private readonly lists: { definition: number; starts: [number, number][] }[] = [];
  private readonly counters = new Map<number, ListCounter>();
  private readonly begun = new Set<number>();

  constructor(doc: DocFile) {
    this.readDefinitions(doc);
    this.readOverrides(tablePart(doc, 0x02ea));
  }

  /** Label of the next paragraph of a list (1-based, as paragraphs refer to it), '' for none. */
  label(list: number | null, level: number): string {
    const found = list === null ? undefined : this.lists[list - 1];
    const levels = found && this.definitions.get(found.definition);
    if (!found || !levels || level >= LEVELS || list === null) return '';
    const counter = this.counters.get(found.definition) ?? new ListCounter(levels);
    this.counters.set(found.definition, counter);
    if (!this.begun.has(list)) for (const [at, start] of found.starts) counter.restart(at, start);
    this.begun.add(list);
    return counter.next(level);
  }

  /** Definitions first, then all their levels, which lie behind the length that the header gives. */
  private readDefinitions(doc: DocFile): void {
    const start = doc.main.readUInt32LE(0x02e2);
    if (doc.main.readUInt32LE(0x02e6) < 2 || start + 2 > doc.table.length) return;
    const count = doc.table.readUInt16LE(start);
    let at = start + 2 + count * LSTF;
    for (let i = 0; i < count && at < doc.table.length; i++) {
      const definition = doc.table.subarray(start + 2 + i * LSTF);
      const levels: (ListLevel | undefined)[] = [];
      const size = (definition[26] & 1) === 1 ? 1 : LEVELS;
      for (let level = 0; level < size && at + LVLF <= doc.table.length; level++) {
        const [read, length] = readLevel(doc.table.subarray(at));
        levels[level] = read;
        at += length;
      }
      this.definitions.set(definition.readInt32LE(0), levels);
    }
  }

  private readOverrides(table: Buffer): void {
    if (table.length < 4) return;
    const count = Math.min(table.readUInt32LE(0), Math.floor((table.length - 4) / LFO));
    let at = 4 + count * LFO;
    for (let i = 0; i < count; i++) {
      const definition = table.readInt32LE(4 + i * LFO);
      const [starts, size] = readStarts(table.subarray(at), table[4 + i * LFO + 12]);
      this.lists.push({ definition, starts });
      at += size;
    }
  }
}

function readStarts(data: Buffer, count: number): [starts: [number, number][], size: number] {
  const starts: [number, number][] = [];
  let at = 4;
  for (let i = 0; i < count && at + 8 <= data.length; i++) {
    const flags = data.readUInt32LE(at + 4);
    if (flags & 0x10 && (flags & 0x0f) < LEVELS) starts.push([flags & 0x0f, data.readInt32LE(at)]);
    at += 8;
    if (flags & 0x20 && at + LVLF <= data.length) at += readLevel(data.subarray(at))[1];
  }
  return [starts, at];
}

function readLevel(bytes: Buffer): [level: ListLevel, size: number] {
  const text = LVLF + bytes[24] + bytes[25];
  const length = text + 2 <= bytes.length ? bytes.readUInt16LE(text) : 0;
  const template = bytes.toString('utf16le', text + 2, text + 2 + 2 * length);
  const flags = bytes[5];
  const level: ListLevel = {
    start: bytes.readInt32LE(0),
    format: FORMATS[bytes[4]] ?? 'decimal',
    label: template.replace(/[\u0000-\u0008]/g, (char) => `%${char.charCodeAt(0) + 1}`),
    suffix: SUFFIXES[bytes[15]] ?? 'tab',
    restartAfter: flags & 0x08 ? bytes[26] - 1 : null,
    legal: (flags & 0x04) !== 0,
  };
  return [level, text + 2 + 2 * length];
}
