import { Refusal } from '../shared/errors.js';
import type { Clock } from '../shared/clock.js';
import type { Database } from './database.js';
import type { FileStore } from './files.js';
import { StoredFile } from './stored-file.entity.js';

/** A file as it came in, or as the program made it. */
export interface IncomingFile {
  name: string;
  bytes: Uint8Array;
}

/** A file that is kept: its content's SHA-256 and the name to show. */
export interface KeptFile {
  sha256: string;
  name: string;
}

const MIB = 1024 * 1024;
const MOST_BYTES = 50 * MIB;
const LONGEST_NAME = 200;
const DAY_MS = 86_400_000;
const UNKNOWN = 'application/octet-stream';

/** What a file is by its first bytes, and what its extension then says more exactly. */
const CONTENTS: { begins: number[]; types: Record<string, string> }[] = [
  { begins: [0x25, 0x50, 0x44, 0x46, 0x2d], types: { pdf: 'application/pdf' } },
  { begins: [0x89, 0x50, 0x4e, 0x47], types: { png: 'image/png' } },
  { begins: [0xff, 0xd8, 0xff], types: { jpg: 'image/jpeg', jpeg: 'image/jpeg' } },
  {
    begins: [0x50, 0x4b],
    types: {
      docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    },
  },
];

/** Files that a computer may run, or a browser as a page: no paper of an office. */
const RUNS = /^(?:exe|com|scr|msi|bat|cmd|ps1|vbs|vbe|js|mjs|jse|wsf|hta|jar|sh|html?|xhtml|svg|lnk|reg|dll)$/;

/** Everything that is taken in or issued goes through here: one set of checks, one table of names, one sweep. */
export class StoredFiles {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /** Keeps papers that people sent. Refusals: file_empty, file_too_large, file_kind, each naming the file; all or none. */
  async keep(uploads: readonly IncomingFile[], by: string): Promise<KeptFile[]> {
    for (const file of uploads) refuseUnfit(file);
    const kept: KeptFile[] = [];
    for (const file of uploads) kept.push(await this.store(file, by, typeOf(file)));
    return kept;
  }

  /** Keeps a plan's source document; a web page or a plain text is one. Refusals: file_empty, file_too_large. */
  async keepSource(file: IncomingFile, by: string): Promise<KeptFile> {
    refuseSize(file);
    return this.store(file, by, UNKNOWN);
  }

  /** Keeps a paper that the program made. */
  keepOwn(file: IncomingFile, mime: string, by: string): Promise<KeptFile> {
    return this.store(file, by, mime);
  }

  /** A kept file with its type; null for none. Whether a person may have it is the caller's to know. */
  async find(sha256: string): Promise<(KeptFile & { mime: string; bytes: Buffer }) | null> {
    const row = await this.database.reader.manager.findOneBy(StoredFile, { sha256 });
    return row && { sha256, name: row.name, mime: row.mime, bytes: await this.files.read(sha256) };
  }

  /**
   * Removes what an upload that was cut off left behind: files that nothing names, neither the table nor the record, a
   * day after they were written. Returns how many.
   */
  async sweep(): Promise<number> {
    const old = await this.files.olderThan(this.clock.now() - DAY_MS);
    let removed = 0;
    for (const name of old) {
      if (await this.isNamed(name)) continue;
      await this.files.remove(name);
      removed += 1;
    }
    return removed;
  }

  private async isNamed(sha256: string): Promise<boolean> {
    if (!/^[0-9a-f]{64}$/.test(sha256)) return false;
    const { reader } = this.database;
    const known = await reader.get('SELECT sha256 FROM stored_file WHERE sha256 = ?', [sha256]);
    return Boolean(known ?? (await reader.get('SELECT position FROM event WHERE body LIKE ?', [`%${sha256}%`])));
  }

  private async store({ name, bytes }: IncomingFile, addedBy: string, mime: string): Promise<KeptFile> {
    const sha256 = await this.files.keep(bytes);
    const row = { sha256, name: shownName(name), mime, size: bytes.byteLength, addedBy };
    await this.database.write(async (tx) => {
      const known = await tx.get('SELECT sha256 FROM stored_file WHERE sha256 = ?', [sha256]);
      if (!known) await tx.insert('stored_file', row);
    });
    return { sha256, name: row.name };
  }
}

const extensionOf = (name: string): string => (/\.([^.]+)$/.exec(name)?.[1] ?? '').toLowerCase();

/** The type that both the first bytes and the extension tell; else that of an unknown file, which is only downloaded. */
function typeOf({ name, bytes }: IncomingFile): string {
  const content = CONTENTS.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte));
  return content?.types[extensionOf(name)] ?? UNKNOWN;
}

/** A name without folders and control characters, not too long, its extension kept. */
function shownName(name: string): string {
  const plain =
    name
      .replace(/^.*[/\\]/, '')
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .trim() || '未命名文件';
  if (plain.length <= LONGEST_NAME) return plain;
  const extension = extensionOf(plain).slice(0, 10);
  return `${plain.slice(0, LONGEST_NAME - extension.length - 1)}.${extension}`;
}

function refuseUnfit(file: IncomingFile): void {
  refuseSize(file);
  if (!RUNS.test(extensionOf(file.name))) return;
  throw new Refusal('file_kind', `文件“${shownName(file.name)}”是程序或网页，不能作为附件，没有保存。`, {
    place: '附件',
    cure: '请改传文档、表格、图片或扫描件（如 PDF、Word、Excel、JPG）。',
  });
}

function refuseSize({ name, bytes }: IncomingFile): void {
  const shown = shownName(name);
  if (bytes.byteLength === 0)
    throw new Refusal('file_empty', `文件“${shown}”是空的，没有保存。`, { place: '附件', cure: '请重新选择文件。' });
  if (bytes.byteLength <= MOST_BYTES) return;
  throw new Refusal('file_too_large', `文件“${shown}”超过 ${MOST_BYTES / MIB} MB，没有保存。`, {
    place: '附件',
    cure: '请压缩扫描件的清晰度，或拆成几个文件。',
  });
}
