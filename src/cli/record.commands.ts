import type { Command } from 'commander';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { HASH_TITLES } from '../engine/hashing.js';
import { verifyEvidence, type Evidence } from '../engine/evidence.js';
import { exportLog } from '../engine/export-log.js';
import { logKeyIn, witnessesIn } from '../engine/checkpoints/installation.js';
import { verifyLog, type Verdict } from '../engine/verify.js';
import { entities } from '../entities.js';
import { registrations } from '../core/core.module.js';
import { Database } from '../persistence/database.js';
import { FileStore } from '../persistence/files.js';
import { migrations } from '../persistence/migrations/index.js';
import type { Reader } from '../persistence/tx.js';
import { SEEDED_SUFFIX } from '../seeding/plan-seeds.js';
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
  const key = logKeyIn(office.config.dataDir);
  await office
    .get(Database)
    .atOneMoment((read) => pipeline(Readable.from(exportLog(read, key)), createWriteStream(target, { mode: 0o600 })));
  say(`已导出 ${file}。`);
}

async function verify(office: Office): Promise<void> {
  const { verdict, files } = await proveRecord(office.get(Database), office.config.dataDir);
  const store = office.get(FileStore);
  const damaged = await verifyEvidence(files, (sha256) => store.check(sha256));
  report({ ...verdict, faults: [...verdict.faults, ...damaged] }, files.length);
}

/** What the proof of the record found, and the files that must be there. */
interface Proof {
  verdict: Verdict;
  files: Evidence[];
}

/**
 * Proves an office's database from its log, as both stand at one moment while a server goes on. The files of that moment
 * are never removed, so they can be looked at afterwards.
 */
export async function proveRecord(database: Pick<Database, 'atOneMoment'>, dataDir: string): Promise<Proof> {
  // Before the moment: a checkpoint signed after it would vouch for more than is seen.
  const witnesses = witnessesIn(dataDir);
  // A fault in the file under proof must be told, not end the process as a fault of the scratch database.
  const stop = () => undefined;
  const scratch = await Database.open({ file: ':memory:', entities, migrations, stop });
  const prove = async (read: Reader): Promise<Proof> => {
    const verdict = await verifyLog(read, scratch, registrations.projections, witnesses);
    return { verdict, files: await filesOf(read, verdict.evidence) };
  };
  return database.atOneMoment(prove).finally(() => scratch.close());
}

/** The files that the record names and those that were taken in; seeded facts stand for no file. */
async function filesOf(read: Reader, evidence: Evidence[]): Promise<Evidence[]> {
  const taken = await read.all<Evidence>('SELECT sha256, name FROM stored_file');
  const named = evidence.filter(({ name }) => !name.endsWith(SEEDED_SUFFIX));
  return [...new Map([...named, ...taken].map((one) => [one.sha256, one])).values()];
}

function report(verdict: Verdict, files: number): void {
  say(`校验算法：${HASH_TITLES[verdict.hashName]}`);
  for (const { place, message } of verdict.faults) say(`${place}：${message}`);
  print(`instances=${verdict.instances} events=${verdict.events} files=${files} faults=${verdict.faults.length}`);
  if (verdict.faults.length > 0) foundFault();
}
