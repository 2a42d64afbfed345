import { Command, CommanderError } from 'commander';
import { officeCommands } from './cli/office.commands.js';
import { say } from './cli/output.js';
import { planCommands } from './cli/plans.commands.js';
import { recordCommands } from './cli/record.commands.js';
import { reportCommands } from './cli/reports.commands.js';
import { simulateCommand } from './cli/simulate.command.js';
import { Refusal } from './shared/errors.js';

/** The command line: data on stdout, messages on stderr; exit 0 done, 1 found a fault, 2 bad usage or input. */
async function main(argv: string[]): Promise<void> {
  const program = new Command('qiantou').description('牵头：任务分工与调度').option('--as <account>', '以哪个账号办理').exitOverride();
  planCommands(program);
  recordCommands(program);
  reportCommands(program);
  simulateCommand(program);
  officeCommands(program);
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    process.exitCode = exitCode(error);
  }
}

function exitCode(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (!(error instanceof Refusal)) throw error;
  say([error.message, error.detail.place && `（${error.detail.place}）`, error.detail.cure].filter(Boolean).join(' '));
  return 2;
}

await main(process.argv.slice(2));
