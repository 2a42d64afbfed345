import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joinInstallation, refuseOtherInstallation, type NodeGround } from '../../src/core/one-installation.js';
import { entities } from '../../src/entities.js';
import { Database } from '../../src/persistence/database.js';
import { FileStore } from '../../src/persistence/files.js';
import { migrations } from '../../src/persistence/migrations/index.js';
import { RandomIds } from '../../src/shared/ids.js';
import { freshDatabase } from '../support/postgres.js';

describe('nodes on one database', () => {
  let folders: string[];
  let database: Database;

  beforeEach(async () => {
    folders = [];
    database = await Database.open({ url: await freshDatabase(), entities, migrations });
  });

  afterEach(async () => {
    await database.close();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  const newFolder = () => {
    folders.push(mkdtempSync(join(tmpdir(), 'qiantou-node-')));
    return folders.at(-1)!;
  };
  const nodeIn = (dataDir: string): NodeGround => ({
    ...{ database, dataDir },
    files: new FileStore(join(dataDir, 'files'), new RandomIds()),
  });

  it('start together on one shared data folder, the first settling what is common', async () => {
    const shared = newFolder();
    await Promise.all([joinInstallation(nodeIn(shared)), joinInstallation(nodeIn(shared))]);
    await refuseOtherInstallation(nodeIn(shared));
    expect(readdirSync(join(shared, 'files'))).toHaveLength(1);
  });

  it('refuse a data folder of their own, and leave nothing in it', async () => {
    await joinInstallation(nodeIn(newFolder()));
    const own = newFolder();
    for (const start of [joinInstallation, refuseOtherInstallation])
      await expect(start(nodeIn(own))).rejects.toMatchObject({
        code: 'other_installation',
        message: expect.stringMatching(/^签名密钥.*log-key/),
      });
    expect(readdirSync(own)).toEqual([]);
  });

  it('refuse a folder that has the key but not the files of the others', async () => {
    const first = newFolder();
    await joinInstallation(nodeIn(first));
    const second = newFolder();
    cpSync(join(first, 'log-key'), join(second, 'log-key'), { recursive: true });
    const refused = joinInstallation(nodeIn(second));
    await expect(refused).rejects.toMatchObject({
      code: 'other_installation',
      message: expect.stringMatching(/^附件目录.*files/),
    });
    cpSync(join(first, 'files'), join(second, 'files'), { recursive: true });
    await joinInstallation(nodeIn(second));
  });

  it('let somebody read whose database was never settled', async () => {
    await refuseOtherInstallation(nodeIn(newFolder()));
  });
});
