import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { IdSource } from '../shared/ids.js';

/** Files under their SHA-256, outside any served folder. */
export class FileStore {
  constructor(
    private readonly folder: string,
    private readonly ids: IdSource,
  ) {}

  /** Keeps the bytes durably (file, then folder synced) and returns their SHA-256 in lower-case hex. */
  async keep(bytes: Uint8Array): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const target = this.path(sha256);
    if (await this.taken(target)) return sha256;
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const part = join(this.folder, `${this.ids.next()}.part`);
    const file = await open(part, 'w', 0o600);
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
    await rename(part, target);
    await syncFolder(this.folder);
    return sha256;
  }

  /** Whether the file is there; if so, it counts as written now, so that no sweep takes it for one that was left behind. */
  private async taken(target: string): Promise<boolean> {
    const now = new Date();
    try {
      await utimes(target, now, now);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      return false;
    }
  }

  read(sha256: string): Promise<Buffer> {
    return readFile(this.path(sha256));
  }

  path(sha256: string): string {
    return join(this.folder, sha256);
  }

  /** Names of all files last written before an instant (UTC ms), half-written ones among them. */
  async olderThan(instant: number): Promise<string[]> {
    if (!existsSync(this.folder)) return [];
    const old: string[] = [];
    for (const name of await readdir(this.folder)) {
      const { mtimeMs } = await stat(join(this.folder, name));
      if (mtimeMs < instant) old.push(name);
    }
    return old.sort();
  }

  /** Removes a file; one that is gone already is no fault. */
  remove(name: string): Promise<void> {
    return rm(join(this.folder, name), { force: true });
  }

  /** SHA-256 of what lies on disk under that name; null when nothing does. */
  async check(sha256: string): Promise<string | null> {
    if (!existsSync(this.path(sha256))) return null;
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(this.path(sha256))) hash.update(chunk as Buffer);
    return hash.digest('hex');
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}
