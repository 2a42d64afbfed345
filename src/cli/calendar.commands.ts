import type { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { CalendarService } from '../organization/calendar.service.js';
import { Refusal } from '../shared/errors.js';
import { callersPath } from './command-run.js';
import { actorOf, withOffice } from './office.js';
import { print, say } from './output.js';
import { account } from './plans.commands.js';

interface EnterOptions {
  file: string;
  source: string;
  certain: boolean;
  reason: string;
}

/** calendar list, show, enter, withdraw. */
export function calendarCommands(program: Command): void {
  const calendar = program.command('calendar').description('工作日历：国务院办公厅历年放假安排');
  readingCommands(calendar);
  calendar
    .command('enter <year>')
    .description('登记或更正一年的放假安排')
    .requiredOption('--file <file>', '通知文本，或逐行写“1月1日至3日放假”“1月9日上班”')
    .option('--source <number>', '发文字号（文本中有的可不写）', '')
    .option('--reason <text>', '更正理由（更正已登记的年份时必写）', '')
    .option('--certain', '已对照通知核对，天数不合常规也照登', false)
    .action((year: string, { file, ...given }: EnterOptions) =>
      withOffice({}, async (office) => {
        const actor = await actorOf(office, account(program));
        const entered = { ...given, year: yearOf(year), text: await textOf(file) };
        await office.get(CalendarService).enter(entered, actor);
        say(`已登记${year}年的放假安排。`);
      }),
    );
  calendar
    .command('withdraw <year>')
    .description('撤销自行登记的一年')
    .option('--reason <text>', '理由', '登记有误')
    .action((year: string, { reason }: { reason: string }) =>
      withOffice({}, async (office) => {
        await office.get(CalendarService).withdraw(yearOf(year), reason, await actorOf(office, account(program)));
        say(`已撤销${year}年的登记。`);
      }),
    );
}

function readingCommands(calendar: Command): void {
  calendar
    .command('list')
    .description('列出年份：年份、发文字号、放假天数、调休上班天数，以制表符分隔')
    .action(() =>
      withOffice({ readOnly: true }, async (office) => {
        for (const { year, source, holidays, workdays } of await office.get(CalendarService).years())
          print([year, source, holidays.length, workdays.length].join('\t'));
      }),
    );
  calendar
    .command('show <year>')
    .description('列出一年的放假和调休上班日期')
    .action((year: string) =>
      withOffice({ readOnly: true }, async (office) => {
        const { holidays, workdays } = await office.get(CalendarService).year(yearOf(year));
        const days = [...holidays.map((day) => [day, '放假']), ...workdays.map((day) => [day, '上班'])];
        for (const line of days.sort()) print(line.join('\t'));
      }),
    );
}

function yearOf(text: string): number {
  if (/^20\d\d$/.test(text)) return Number(text);
  throw new Refusal('invalid_input', `“${text}”不是年份。`, { place: '年份', cure: '请写四位数字，如 2027。' });
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(callersPath(file), 'utf8');
  } catch {
    throw new Refusal('file_missing', `打不开文件 ${file}。`, { place: file, cure: '请核对路径和权限。' });
  }
}
