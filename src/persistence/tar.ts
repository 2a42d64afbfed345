import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { Refusal } from '../shared/errors.js';

const BLOCK = 512;
const LARGEST = 8 ** 11 - 1;
const LONGEST_NAME = 100;
const REGULAR_FILE = '0';

/** Writes a POSIX ustar archive of plain files, readable by every tar. */
export class TarWriter {
  private length = 0;

  private constructor(private readonly file: FileHandle) {}

  /** Begins a new archive that only its owner can read. Throws EEXIST when the path is taken. */
  static async create(path: string): Promise<TarWriter> {
    return new TarWriter(await open(path, 'wx', 0o600));
  }

  /**
   * Adds a file of exactly `size` bytes; returns the SHA-256 of what was written.
   * @param modified seconds since the epoch
   */
  async add(name: string, size: number, modified: number, body: AsyncIterable<Buffer>): Promise<string> {
    await this.write(header(name, size, modified));
    const { size: written, sha256 } = await this.body(body);
    if (written !== size) throw new Error(`${name} changed its size while it was read`);
    return sha256;
  }

  /**
   * Adds a file whose size is known only at its end: its header is written anew then.
   * @param modified seconds since the epoch
   */
  async stream(name: string, modified: number, body: AsyncIterable<Buffer>): Promise<{ size: number; sha256: string }> {
    const at = this.length;
    await this.write(header(name, 0, modified));
    const written = await this.body(body);
    await this.file.write(header(name, written.size, modified), 0, BLOCK, at);
    return written;
  }

  /** Ends the archive and makes it durable. */
  async finish(): Promise<void> {
    await this.write(Buffer.alloc(2 * BLOCK));
    await this.file.sync();
    await this.file.close();
  }

  /** Gives up: the archive stays unfinished. */
  close(): Promise<void> {
    return this.file.close();
  }

  private async body(body: AsyncIterable<Buffer>): Promise<{ size: number; sha256: string }> {
    const hash = createHash('sha256');
    const from = this.length;
    for await (const chunk of body) {
      hash.update(chunk);
      await this.write(chunk);
    }
    const size = this.length - from;
    await this.write(Buffer.alloc(padding(size)));
    return { size, sha256: hash.digest('hex') };
  }

  private async write(bytes: Buffer): Promise<void> {
    for (let done = 0; done < bytes.length;) done += (await this.file.write(bytes, done)).bytesWritten;
    this.length += bytes.length;
  }
}

/** A file in an archive: `size` bytes from `offset` on. */
export interface TarEntry {
  name: string;
  size: number;
  offset: number;
}

/** The files of an archive, in order. Refusal: backup_damaged, for a broken header or a missing end. */
export async function tarEntries(path: string): Promise<TarEntry[]> {
  const file = await open(path, 'r');
  try {
    const { size: total } = await file.stat();
    const entries: TarEntry[] = [];
    for (let at = 0; ;) {
      const block = Buffer.alloc(BLOCK);
      const { bytesRead } = await file.read(block, 0, BLOCK, at);
      if (bytesRead === BLOCK && block.every((byte) => byte === 0)) return entries;
      const entry = { ...entryOf(block, bytesRead), offset: at + BLOCK };
      at = entry.offset + entry.size + padding(entry.size);
      if (at > total) throw damaged('文件不完整');
      entries.push(entry);
    }
  } finally {
    await file.close();
  }
}

function header(name: string, size: number, modified: number): Buffer {
  if (Buffer.byteLength(name) > LONGEST_NAME || size > LARGEST)
    throw new Error(`${name} does not fit into a tar archive`);
  const block = Buffer.alloc(BLOCK);
  block.write(name, 0, 'utf8');
  block.write(octal(0o600, 8), 100, 'latin1');
  block.write(octal(0, 8) + octal(0, 8), 108, 'latin1');
  block.write(octal(size, 12) + octal(modified, 12), 124, 'latin1');
  block.write(`        ${REGULAR_FILE}`, 148, 'latin1');
  block.write('ustar\0' + '00', 257, 'latin1');
  block.write(octal(checksum(block), 7) + ' ', 148, 'latin1');
  return block;
}

function entryOf(block: Buffer, bytesRead: number): Omit<TarEntry, 'offset'> {
  const stated = Number.parseInt(text(block, 148, 8), 8);
  block.write('        ', 148, 'latin1');
  if (bytesRead !== BLOCK || stated !== checksum(block)) throw damaged('文件头损坏');
  const size = Number.parseInt(text(block, 124, 12), 8);
  if (!Number.isSafeInteger(size) || size < 0) throw damaged('文件头损坏');
  return { name: text(block, 0, LONGEST_NAME), size };
}

function text(block: Buffer, from: number, length: number): string {
  const bytes = block.subarray(from, from + length);
  const end = bytes.indexOf(0);
  return bytes.toString('utf8', 0, end < 0 ? length : end);
}

function checksum(block: Buffer): number {
  return block.reduce((sum, byte) => sum + byte, 0);
}

/** A number in octal with a closing zero, in a field of `width` bytes. */
function octal(value: number, width: number): string {
  return `${value.toString(8).padStart(width - 1, '0')}\0`;
}

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

function damaged(how: string): Refusal {
  return new Refusal('backup_damaged', `备份文件已损坏：${how}。没有恢复任何内容。`, { cure: '请改用其他备份。' });
}
