import { join } from 'node:path';
import { FileStore } from '../../src/persistence/files.js';
import { StoredFiles } from '../../src/persistence/stored-files.js';
import type { TestGround } from './ground.js';

/** The files of a test ground, in its folder. */
export function storedFiles({ database, folder, ids, clock }: TestGround): StoredFiles {
  return new StoredFiles(database, new FileStore(join(folder, 'files'), ids), clock);
}
