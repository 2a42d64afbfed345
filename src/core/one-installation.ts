import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { logKeyIn, witnessesIn } from '../engine/checkpoints/installation.js';
import { settle, settled } from '../engine/installation.js';
import type { Database } from '../persistence/database.js';
import type { FileStore } from '../persistence/files.js';
import { Refusal } from '../shared/errors.js';

const KEY = 'log-key';
const MARK = 'files-mark';
const MARK_NAME = '共享目录标记.txt';

/** A node: its data folder, the files in it, and the database that it shares with other nodes. */
export interface NodeGround {
  database: Database;
  files: FileStore;
  dataDir: string;
}

/**
 * Makes sure that a node shares with the others what they must have in common beside the database: the key that signs
 * the log, and the folder of files, in which the first node left a marked file. The first node settles both.
 * Refusal: other_installation.
 */
export function joinInstallation(node: NodeGround): Promise<void> {
  return node.database.alone(async () => {
    if ((await settled(node.database.reader, KEY)) === undefined) await settleFirst(node);
    await refuseOtherInstallation(node);
  });
}

/** The same for one that only reads, and settles nothing. Refusal: other_installation. */
export async function refuseOtherInstallation({ database, files, dataDir }: NodeGround): Promise<void> {
  const key = await settled(database.reader, KEY);
  if (key === undefined) return;
  if (witnessesOf(dataDir) !== key) throw other(`签名密钥（${join(dataDir, 'log-key')}）`);
  const mark = (await settled(database.reader, MARK)) ?? '';
  if ((await files.check(mark)) !== mark) throw other(`附件目录（${join(dataDir, 'files')}）`);
}

function witnessesOf(dataDir: string): string | undefined {
  return existsSync(join(dataDir, 'log-key', 'log-key.pem')) ? witnessesIn(dataDir)?.publicHex : undefined;
}

async function settleFirst({ database, files, dataDir }: NodeGround): Promise<void> {
  const key = logKeyIn(dataDir).publicHex;
  const text = Buffer.from(`本目录由同一数据库的各节点共用，请勿移走本文件。\n${hostname()} ${key}\n`);
  const sha256 = await files.keep(text);
  await database.write(async (tx) => {
    const row = { sha256, name: MARK_NAME, mime: 'text/plain', size: text.byteLength, addedBy: 'system' };
    await tx.insert('stored_file', row);
    await settle(tx, MARK, sha256);
    await settle(tx, KEY, key);
  });
}

function other(what: string): Refusal {
  return new Refusal('other_installation', `${what}不是这个数据库各节点共用的那一份，没有启动。`, {
    place: 'DATA_DIR',
    cure: '请让各节点使用同一个共享的数据目录（files、log-key、checkpoints），并核对 DATABASE_URL；见 docs/nodes.md。',
  });
}
