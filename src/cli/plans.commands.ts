import type { Command } from 'commander';
import { parseDay } from '../domain/calendar/day.js';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readInChild } from '../intake/child/read-in-child.js';
import type { PlanReading } from '../domain/plan/reading.js';
import { membersLeftWords } from '../plans/members-left.js';
import { personsHidden } from '../plans/draft-persons.js';
import { PlanReader } from '../plans/plan-reader.js';
import { PlansService } from '../plans/plans.service.js';
import { refusalOfFile } from '../plans/refused-file.js';
import { superior } from '../plans/plan.presenter.js';
import { openDeadline } from '../plans/draft-deadlines.js';
import { issuersLeft } from '../plans/draft-issuers.js';
import { openSourceNotes } from '../plans/draft-source-notes.js';
import { openStrangeDays } from '../plans/draft-strange-days.js';
import { issueDay } from '../plans/years.js';
import { Refusal } from '../shared/errors.js';
import { callersPath } from './command-run.js';
import { actorOf, withOffice } from './office.js';
import { print, say } from './output.js';

/** parse, import, issue. */
export function planCommands(program: Command): void {
  program
    .command('parse <file>')
    .description('识读计划文件，打印识读结果（不写数据库）')
    .option('--json', '以 JSON 打印', true)
    .option('--hide-persons', '领导、责任人姓名以“×”代替，职务照印（默认照原文打印；录入系统时一律隐去）')
    .action(async (file: string, { hidePersons = false }: { hidePersons?: boolean }) => {
      const reading = await parse(file);
      print(JSON.stringify(hidePersons ? personsHidden(reading) : reading, null, 2));
    });
  program
    .command('import <file>')
    .description('导入计划，打印计划编号')
    .option('--revision', '作为已印发计划的修订文本导入（同一文号、文字有改动）')
    .action(async (file: string, { revision = false }: { revision?: boolean }) => {
      const source = await sourceFile(file);
      const id = await withOffice({}, async (office) => {
        const actor = await actorOf(office, account(program));
        return naming(file, () => office.get(PlansService).import(source, actor, undefined, revision));
      });
      print(id);
    });
  program
    .command('issue <plan>')
    .description('采用各项建议，确认并印发（演示库中把计划日期设为印发日）')
    .option('--on <date>', '启用日期，默认为成文日期')
    .action(async (plan: string, options: { on?: string }) => {
      await withOffice({}, async (office) => {
        await issueWithProposals(
          office.get(PlansService),
          plan,
          await actorOf(office, account(program)),
          options.on,
          office.config.demo,
        );
      });
      say('已印发并分办。');
    });
}

/** The reading of a file as `parse` prints it; only the file and the seeds are read. */
async function parse(file: string): Promise<PlanReading> {
  const reader = new PlanReader(readInChild);
  const source = await sourceFile(file);
  return naming(file, () => reader.read(source));
}

/** Does the work; a refusal of it names the file as it was typed. */
async function naming<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refusalOfFile(error, file, '加 --revision 再导入');
  }
}

async function sourceFile(file: string): Promise<{ name: string; bytes: Uint8Array }> {
  try {
    return { name: basename(file), bytes: await readFile(callersPath(file)) };
  } catch {
    throw new Refusal('file_not_found', `打不开文件 ${file}。`, { place: file, cure: '请核对路径和权限。' });
  }
}

/** Confirms with all proposals and issues; `on` = day of 启用, default the day of issue. */
export async function issueWithProposals(
  plans: PlansService,
  planId: string,
  actor: Parameters<PlansService['issue']>[2],
  on: string | undefined,
  demo: boolean,
): Promise<void> {
  const enabledOn = on && parseDay(on);
  const draft = await plans.draft(planId);
  const plan = await plans.plan(planId);
  if (plan.state === 'draft') await acceptAndTell(plans, planId, actor);
  if (plan.state === 'draft') await plans.confirm(planId, actor);
  const { day } = issueDay(draft, plan.importedOn);
  const choices = { issuedOn: day, enabledOn: enabledOn ?? day, recipient: superior(plan), moveClock: demo };
  await plans.issue(planId, choices, actor);
}

/** Takes the proposals; days in doubt and groups without a list are set by nobody, and told so that the office can set them. */
async function acceptAndTell(
  plans: PlansService,
  planId: string,
  actor: Parameters<PlansService['issue']>[2],
): Promise<void> {
  const before = await plans.draft(planId);
  const unseen = [...openSourceNotes(before), ...openStrangeDays(before)];
  const issuerless = issuersLeft(before).length > 0;
  const doubted = before.measures.filter((one) => openDeadline(one));
  await plans.acceptProposals(planId, actor);
  const after = new Map((await plans.draft(planId)).measures.map((one) => [one.key, one.withoutDue]));
  const left = doubted.filter(({ key }) => after.get(key));
  const places = left.map(({ no, deadline }) => `${no}“${deadline?.raw ?? ''}”`).join('、');
  if (left.length > 0)
    say(`正文中 ${left.length} 处日期有疑问，没有设为完成时限，印发后可由牵头办公室设定：${places}。`);
  if (issuerless) say('没有读出是谁印发的，按原件未印发文机关办理，公文中的发文机关请自行补写。');
  for (const { reason } of unseen) say(`${reason}。`);
  for (const words of membersLeftWords(await plans.membersLeft(planId))) say(words);
}

/** The account named by `--as`; undefined for the built-in coordinator. */
export function account(program: Command): string | undefined {
  return program.opts<{ as?: string }>().as;
}
