import { broken } from './refusals.js';

const HEADER = 512;
const ENTRY = 128;
const LAST_SECTOR = 0xfffffffa;
const INLINE_DIFAT = 109;

interface DirectoryEntry {
  type: number;
  start: number;
  size: number;
}

/**
 * A compound file (MS-CFB), read from memory with every chain bounded: a damaged or crafted file is file_broken,
 * never an endless loop. Streams are found by name wherever they stand.
 */
export class CompoundFile {
  private readonly sectorSize: number;
  private readonly miniSize: number;
  private readonly miniCutoff: number;
  private readonly fat: Uint32Array;
  private readonly miniFat: Uint32Array;
  private readonly entries = new Map<string, DirectoryEntry>();
  private readonly miniStream: Buffer;

  constructor(private readonly bytes: Buffer) {
    if (bytes.length < HEADER) throw broken('文档');
    this.sectorSize = 1 << this.shift(30);
    this.miniSize = 1 << this.shift(32);
    this.miniCutoff = bytes.readUInt32LE(56);
    this.fat = this.loadFat();
    this.miniFat = words(this.chain(bytes.readUInt32LE(60), bytes.readUInt32LE(64) * this.sectorSize));
    this.readDirectory();
    const root = [...this.entries.values()].find((entry) => entry.type === 5);
    this.miniStream = root ? this.chain(root.start, root.size) : Buffer.alloc(0);
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** Bytes of a stream, null when there is none of that name. */
  stream(name: string): Buffer | null {
    const entry = this.entries.get(name);
    if (!entry) return null;
    return entry.size < this.miniCutoff ? this.miniChain(entry) : this.chain(entry.start, entry.size);
  }

  private shift(offset: number): number {
    const shift = this.bytes.readUInt16LE(offset);
    if (shift < 6 || shift > 16) throw broken('文档');
    return shift;
  }

  private loadFat(): Uint32Array {
    const sectors: number[] = [];
    for (let i = 0; i < INLINE_DIFAT; i++) sectors.push(this.bytes.readUInt32LE(76 + 4 * i));
    let next = this.bytes.readUInt32LE(68);
    for (let turns = 0; next < LAST_SECTOR && turns < this.sectorCount; turns++) {
      const list = words(this.sector(next));
      sectors.push(...list.subarray(0, -1));
      next = list[list.length - 1];
    }
    const used = sectors.filter((sector) => sector < LAST_SECTOR).slice(0, this.sectorCount);
    return words(Buffer.concat(used.map((sector) => this.sector(sector))));
  }

  private readDirectory(): void {
    const directory = this.chain(this.bytes.readUInt32LE(48), this.bytes.length);
    for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
      const type = directory[at + 66];
      const length = Math.min(64, directory.readUInt16LE(at + 64)) - 2;
      if (type === 0 || length < 0) continue;
      const name = directory.toString('utf16le', at, at + length);
      const entry = { type, start: directory.readUInt32LE(at + 116), size: directory.readUInt32LE(at + 120) };
      if (!this.entries.has(name)) this.entries.set(name, entry);
    }
  }

  private get sectorCount(): number {
    return Math.ceil(this.bytes.length / this.sectorSize);
  }

  private sector(index: number): Buffer {
    const start = (index + 1) * this.sectorSize;
    if (start >= this.bytes.length) throw broken('文档');
    return this.bytes.subarray(start, start + this.sectorSize);
  }

  private chain(start: number, size: number): Buffer {
    const parts: Buffer[] = [];
    let [next, length] = [start, 0];
    while (next < LAST_SECTOR && length < size) {
      if (parts.length > this.sectorCount) throw broken('文档');
      parts.push(this.sector(next));
      length += this.sectorSize;
      next = this.fat[next] ?? LAST_SECTOR;
    }
    return Buffer.concat(parts).subarray(0, size);
  }

  private miniChain(entry: DirectoryEntry): Buffer {
    const parts: Buffer[] = [];
    let [next, length] = [entry.start, 0];
    while (next < LAST_SECTOR && length < entry.size) {
      if (parts.length > this.miniFat.length) throw broken('文档');
      parts.push(this.miniStream.subarray(next * this.miniSize, (next + 1) * this.miniSize));
      length += this.miniSize;
      next = this.miniFat[next] ?? LAST_SECTOR;
    }
    return Buffer.concat(parts).subarray(0, entry.size);
  }
}

function words(bytes: Buffer): Uint32Array {
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => bytes.readUInt32LE(4 * i));
}
