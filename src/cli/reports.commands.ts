import { Option, type Command } from 'commander';
import { writeFile } from 'node:fs/promises';
import { ReportsService } from '../reports/reports.service.js';
import { PAPER_KINDS, type PaperFormat, type PaperKind } from '../reports/kinds.js';
import { Refusal } from '../shared/errors.js';
import { withOffice } from './office.js';
import { say } from './output.js';

interface ReportOptions {
  kind: PaperKind;
  format: PaperFormat;
  out: string;
  asOf?: string;
  draft?: boolean;
  withLater?: boolean;
}

const AS_OF = '截至这一天（含）结束时的记录，默认计划的今天';

/** report, ledger: papers from the record, written to a file. */
export function reportCommands(program: Command): void {
  program
    .command('report <plan>')
    .description('生成报告、表格和文书')
    .addOption(new Option('--kind <kind>', '种类').choices([...PAPER_KINDS]).makeOptionMandatory())
    .addOption(new Option('--format <format>', '格式').choices(['docx', 'html', 'pdf', 'xlsx']).makeOptionMandatory())
    .requiredOption('--out <file>', '写到哪个文件')
    .option('--draft', '底稿：数字带来源编号，附来源表')
    .option('--as-of <date>', AS_OF)
    .option('--with-later', '含以后补录：截至日之前收到、之后才录入的材料也算（任务和时限则按今天）')
    .action((plan: string, options: ReportOptions) => make(plan, options));
  program
    .command('ledger <plan>')
    .description('生成台账')
    .addOption(new Option('--format <format>', '格式').choices(['xlsx', 'html', 'docx']).default('xlsx'))
    .requiredOption('--out <file>', '写到哪个文件')
    .option('--as-of <date>', AS_OF)
    .action((plan: string, options: Omit<ReportOptions, 'kind'>) => make(plan, { ...options, kind: 'ledger' }));
}

async function make(planId: string, { kind, format, out, asOf, draft, withLater }: ReportOptions): Promise<void> {
  const request = { planId, kind, format, asOf, draft, withLater };
  const file = await withOffice({ readOnly: true }, (office) => office.get(ReportsService).render(request));
  try {
    await writeFile(out, file.bytes);
  } catch {
    throw new Refusal('file_not_writable', `不能写入文件 ${out}。`, { place: '--out', cure: '请核对路径和权限。' });
  }
  say(`已生成 ${out}（${file.bytes.byteLength} 字节）。`);
}
