import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { Refusal } from '../../shared/errors.js';
import { limits } from './limits.js';
import { bomb, broken, encrypted, tooLarge } from './refusals.js';

/** An archive whose directory was checked before anything in it was inflated. */
export interface ZipPackage {
  names: ReadonlySet<string>;
  /** Inflates one part. Null when absent. Refuses a part above `limits.partBytes`. */
  read(name: string): Promise<Buffer | null>;
}

/**
 * Opens a zip from memory and checks entry count, sizes, ratios and encryption first; `damaged` is the refusal of one that
 * does not open.
 * Refuses: file_broken, file_encrypted, file_bomb, file_too_large.
 */
export async function openZip(bytes: Buffer, damaged: () => Refusal): Promise<ZipPackage> {
  const zip = await fromBufferPromise(bytes).catch(() => {
    throw damaged();
  });
  const entries = await listEntries(zip, damaged);
  return { names: new Set(entries.keys()), read: (name) => readPart(zip, entries.get(name)) };
}

async function listEntries(zip: ZipFile, damaged: () => Refusal): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.zipEntries) throw bomb(`内含 ${zip.entryCount} 个部件，上限 ${limits.zipEntries} 个`);
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      checkEntry(entry);
      if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry);
    }
  } catch (error) {
    throw error instanceof Refusal ? error : damaged();
  }
  const total = [...entries.values()].reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (total > limits.archiveBytes)
    throw bomb(`展开后达 ${mebibytes(total)} MB，上限 ${mebibytes(limits.archiveBytes)} MB`);
  return entries;
}

function checkEntry(entry: Entry): void {
  if (entry.isEncrypted()) throw encrypted('文件');
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
  if (entry.uncompressedSize > limits.ratioFromBytes && ratio > limits.ratio) {
    throw bomb(`部件展开到原来的 ${Math.round(ratio)} 倍`);
  }
}

async function readPart(zip: ZipFile, entry: Entry | undefined): Promise<Buffer | null> {
  if (!entry) return null;
  if (entry.uncompressedSize > limits.partBytes)
    throw tooLarge(`正文展开后达 ${mebibytes(entry.uncompressedSize)} MB，上限 ${mebibytes(limits.partBytes)} MB`);
  try {
    return await collect(zip, entry);
  } catch (error) {
    throw error instanceof Refusal ? error : broken('文件');
  }
}

async function collect(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > limits.partBytes) throw bomb('部件的实际大小超出所标大小');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function mebibytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
