import type { Command } from 'commander';
import { definitions } from '../../workflows/catalogue.js';
import { checkDefinition, printFinding } from '../engine/check/check.js';
import { verifyLog, type Verdict } from '../engine/verify.js';
import { entities } from '../entities.js';
import { registrations } from '../core/core.module.js';
import { Database } from '../persistence/database.js';
import { FileStore } from '../persistence/files.js';
import { migrations } from '../persistence/migrations/index.js';
import type { Fault } from '../engine/replay.js';
import { withOffice, type Office } from './office.js';
import { print, say } from './output.js';

/** verify, workflows, migrate. */
export function recordCommands(program: Command): void {
  program
    .command('verify')
    .description('从记录重放并核对全部状态、数据表和文件')
    .action(() => withOffice({ readOnly: true }, verify));
  const workflows = program.command('workflows').description('流程定义');
  workflows
    .command('check')
    .description('检查每个流程：都能走到头，没有死环节，提交人不审核自己')
    .action(checkWorkflows);
  program
    .command('migrate')
    .description('建立或升级数据库')
    .action(() => withOffice({}, async () => say('数据库已是最新。')));
}

async function verify(office: Office): Promise<void> {
  const scratch = await Database.open({ file: ':memory:', entities, migrations });
  const { reader } = office.get(Database);
  const verdict = await verifyLog(reader, scratch, registrations.projections);
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
  for (const { place, message } of verdict.faults) say(`${place}：${message}`);
  print(`instances=${verdict.instances} events=${verdict.events} files=${files} faults=${verdict.faults.length}`);
  if (verdict.faults.length > 0) process.exitCode = 1;
}

function checkWorkflows(): void {
  let faults = 0;
  for (const definition of definitions()) {
    const findings = checkDefinition(definition);
    faults += findings.length;
    print(`${definition.id} ${definition.title}：${findings.length === 0 ? '通过' : `${findings.length} 处问题`}`);
    for (const finding of findings) say(printFinding(finding));
  }
  if (faults > 0) process.exitCode = 1;
}
