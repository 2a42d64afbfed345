import type { Command } from 'commander';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { HASH_TITLES } from '../engine/hashing.js';
import { exportLog } from '../engine/export-log.js';
import { logKeyIn, witnessesIn } from '../engine/checkpoints/installation.js';
import { verifyLog, type Verdict } from '../engine/verify.js';
import { entities } from '../entities.js';
import { registrations } from '../core/core.module.js';
import { Database } from '../persistence/database.js';
import { FileStore } from '../persistence/files.js';
import { migrations } from '../persistence/migrations/index.js';
import type { Fault } from '../engine/replay.js';
import { callersPath } from './command-run.js';
import { withOffice, type Office } from './office.js';
import { foundFault, print, say } from './output.js';

/** verify, migrate. */
export function recordCommands(program: Command): void {
  program
    .command('verify')
    .description('从记录重放并核对全部状态、数据表和文件')
    .action(() => withOffice({ readOnly: true }, verify));
  program
    .command('export-log <file>')
    .description('导出带签名的完整记录，供 scripts/verify-log.mjs 独立核对')
    .action((file: string) => withOffice({ readOnly: true }, (office) => writeLog(office, file)));
  program
    .command('migrate')
    .description('建立或升级数据库')
    .action(() => withOffice({}, async () => say('数据库已是最新。')));
}

async function writeLog(office: Office, file: string): Promise<void> {
  const target = callersPath(file);
  const lines = exportLog(office.get(Database).reader, logKeyIn(office.config.dataDir));
  await pipeline(Readable.from(lines), createWriteStream(target, { mode: 0o600 }));
  say(`已导出 ${file}。`);
}

async function verify(office: Office): Promise<void> {
  // A fault in the file under proof must be told, not end the process as a fault of the scratch database.
  const stop = () => undefined;
  const scratch = await Database.open({ file: ':memory:', entities, migrations, stop });
  const { reader } = office.get(Database);
  const verdict = await verifyLog(reader, scratch, registrations.projections, witnessesIn(office.config.dataDir));
  await scratch.close();
  const files = await verifyFiles(office);
  report({ ...verdict, faults: [...verdict.faults, ...files.faults] }, files.count);
}

async function verifyFiles(office: Office): Promise<{ count: number; faults: Fault[] }> {
  const rows = await office
    .get(Database)
    .reader.all<{ sha256: string; name: string }>('SELECT sha256, name FROM stored_file');
  const faults: Fault[] = [];
  for (const { sha256, name } of rows) {
    const found = await office.get(FileStore).check(sha256);
    if (found === sha256) continue;
    const message = found === null ? '文件不在了' : '文件内容被改动过';
    faults.push({ code: found === null ? 'file_missing' : 'file_differs', place: name, message });
  }
  return { count: rows.length, faults };
}

function report(verdict: Verdict, files: number): void {
  say(`校验算法：${HASH_TITLES[verdict.hashName]}`);
  for (const { place, message } of verdict.faults) say(`${place}：${message}`);
  print(`instances=${verdict.instances} events=${verdict.events} files=${files} faults=${verdict.faults.length}`);
  if (verdict.faults.length > 0) foundFault();
}
