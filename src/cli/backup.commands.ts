import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { backUp, restoreBackup } from '../persistence/backup.js';
import { servingProcess } from '../persistence/serve-lock.js';
import { SystemClock } from '../shared/clock.js';
import { readConfig, type Config } from '../shared/config.js';
import { Refusal } from '../shared/errors.js';
import { callersPath } from './command-run.js';
import { say } from './output.js';

/** backup, restore. */
export function backupCommands(program: Command): void {
  program.command('backup <file>').description('备份数据库和全部文件为一个 tar（服务运行时也可以）').action(backup);
  program.command('restore <file>').description('把备份恢复到空的数据目录（DATA_DIR）').action(restore);
}

async function backup(file: string): Promise<void> {
  const config = readConfig(process.env);
  refuseOnPostgres(config);
  if (!existsSync(config.databaseFile)) {
    throw new Refusal('no_database', `没有找到数据库 ${config.databaseFile}。`, {
      cure: '请用 DATA_DIR 指定数据目录。',
    });
  }
  const { events, files } = await backUp(config.dataDir, callersPath(file), new SystemClock().now());
  say(`已备份到 ${file}：${events} 条记录，${files.length - 1} 个文件。请把备份存到另一台机器上。`);
}

async function restore(file: string): Promise<void> {
  const config = readConfig(process.env);
  refuseOnPostgres(config);
  const { dataDir } = config;
  if (servingProcess(dataDir) !== null)
    throw new Refusal('already_serving', `数据目录 ${dataDir} 正在使用。`, { cure: '请先停止服务，或指定其他目录。' });
  const { events, files } = await restoreBackup(callersPath(file), dataDir);
  say(`已恢复到 ${dataDir}：${events} 条记录，${files.length - 1} 个文件。请运行 verify 核对后再启动服务。`);
}

/** A PostgreSQL server has a backup of its own, which the office's administrator runs; this one copies the SQLite file. */
function refuseOnPostgres({ onPostgres, dataDir }: Config): void {
  if (!onPostgres) return;
  throw new Refusal('backup_by_server', '数据库在 PostgreSQL 上，backup 和 restore 只用于 SQLite 文件。', {
    cure: `请用 pg_dump、pg_restore 备份和恢复数据库，并同时保存 ${dataDir} 中的 files、log-key 和 checkpoints。`,
  });
}
