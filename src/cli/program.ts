import { CommanderError, type Command } from 'commander';
import { Refusal } from '../shared/errors.js';
import { backupCommands } from './backup.commands.js';
import { calendarCommands } from './calendar.commands.js';
import { currentRun, duringRun, type CommandRun } from './command-run.js';
import { HandOver } from './hand-over.js';
import { officeCommands } from './office.commands.js';
import { say } from './output.js';
import { planCommands } from './plans.commands.js';
import { recordCommands } from './record.commands.js';
import { reportCommands } from './reports.commands.js';
import { simulateCommand } from './simulate.command.js';
import { chineseProgram, usageFault } from './usage.js';
import { userCommands } from './user.commands.js';
import { workflowCommands } from './workflows.commands.js';

const ROOMS = [
  ...[planCommands, recordCommands, reportCommands, simulateCommand, officeCommands],
  ...[userCommands, calendarCommands, backupCommands, workflowCommands],
];

const DONE = 0;
const FOUND_A_FAULT = 1;
const BAD_INPUT = 2;

/**
 * Runs one command and returns its exit code: 0 done, 1 found a fault, 2 bad usage or input with one clear line.
 * @param more commands that only a terminal has, e.g. `serve`
 */
export function runCommand(
  argv: string[],
  run: CommandRun,
  more: (program: Command) => void = () => {},
): Promise<number> {
  return duringRun(run, async () => {
    const program = chineseProgram('qiantou', run)
      .description('牵头：任务分工与调度')
      .option('--as <account>', '以哪个账号办理');
    for (const register of [...ROOMS, more]) register(program);
    try {
      await program.parseAsync(argv, { from: 'user' });
      return run.foundFault ? FOUND_A_FAULT : DONE;
    } catch (error) {
      return exitCode(error, argv);
    }
  });
}

async function exitCode(error: unknown, argv: string[]): Promise<number> {
  if (error instanceof HandOver) return error.carryOut(argv, currentRun());
  if (error instanceof CommanderError) return usage(error);
  if (error instanceof Refusal) return refusal(error);
  say(
    isDatabaseFault(error)
      ? `数据库不能使用：${error.message}。请用备份恢复，或核对 DATA_DIR。`
      : `出错：${stackOf(error)}`,
  );
  return FOUND_A_FAULT;
}

function usage(error: CommanderError): number {
  const words = usageFault(error);
  if (words === null) return DONE;
  say(words);
  return BAD_INPUT;
}

/** One line: what, where, the cure (unless it was said already), and the code for programs. */
function refusal({ code, message, detail: { place, cure } }: Refusal): number {
  const isSaid = (words: string): boolean => message.includes(words.replace(/。$/, ''));
  const more = [place && !isSaid(place) && `（${place}）`, cure && !isSaid(cure) && cure];
  say([message, ...more, `（代码 ${code}）`].filter(Boolean).join(' '));
  return BAD_INPUT;
}

function isDatabaseFault(error: unknown): error is Error {
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: { code?: unknown } };
  return error instanceof Error && /^SQLITE_/.test(String(code ?? driverError?.code ?? ''));
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
