import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { refuseOtherInstallation } from '../core/one-installation.js';
import { entities } from '../entities.js';
import { backUp, papersIn, restoreBackup, type BackupManifest } from '../persistence/backup/backup.js';
import { Database } from '../persistence/database.js';
import { FileStore } from '../persistence/files.js';
import { migrations } from '../persistence/migrations/index.js';
import { servingProcess } from '../persistence/serve-lock.js';
import { SystemClock } from '../shared/clock.js';
import { readConfig, type Config } from '../shared/config.js';
import { Refusal } from '../shared/errors.js';
import { RandomIds } from '../shared/ids.js';
import { callersPath } from './command-run.js';
import { say } from './output.js';

/** backup, restore. */
export function backupCommands(program: Command): void {
  program.command('backup <file>').description('备份数据库和全部文件为一个 tar（服务运行时也可以）').action(backup);
  program
    .command('restore <file>')
    .description('把备份恢复到空的数据目录（DATA_DIR）；设有 DATABASE_URL 时，数据恢复到这个空的数据库')
    .action(restore);
}

async function backup(file: string): Promise<void> {
  const config = readConfig(process.env);
  await (config.onPostgres ? refuseOtherFolder(config) : refuseWithoutFile(config));
  const server = serverOf(config);
  const manifest = await backUp(config.dataDir, callersPath(file), new SystemClock().now(), server);
  say(`已备份到 ${file}：${told(manifest)}。请把备份存到另一台机器上。`);
}

async function restore(file: string): Promise<void> {
  const config = readConfig(process.env);
  const { dataDir } = config;
  if (servingProcess(dataDir) !== null)
    throw new Refusal('already_serving', `数据目录 ${dataDir} 正在使用。`, { cure: '请先停止服务，或指定其他目录。' });
  const manifest = await restoreBackup(callersPath(file), dataDir, serverOf(config));
  const place = config.onPostgres ? `数据库和 ${dataDir}` : dataDir;
  say(`已恢复到 ${place}：${told(manifest)}。请运行 verify 核对后再启动服务。`);
}

function serverOf({ onPostgres, DATABASE_URL }: Config) {
  return onPostgres ? { url: DATABASE_URL, migrations } : undefined;
}

function told(manifest: BackupManifest): string {
  return `${manifest.events} 条记录，${papersIn(manifest)} 个文件`;
}

function refuseWithoutFile({ databaseFile }: Config): void {
  if (existsSync(databaseFile)) return;
  throw new Refusal('no_database', `没有找到数据库 ${databaseFile}。`, { cure: '请用 DATA_DIR 指定数据目录。' });
}

/** A backup of the database with the files of another folder, or with none, would not be whole. */
async function refuseOtherFolder({ DATABASE_URL, dataDir }: Config): Promise<void> {
  const database = await Database.open({ url: DATABASE_URL, entities, migrations, readOnly: true });
  const files = new FileStore(join(dataDir, 'files'), new RandomIds());
  await refuseOtherInstallation({ database, files, dataDir }).finally(() => database.close());
}
