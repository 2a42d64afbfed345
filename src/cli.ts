import type { Command } from 'commander';
import { ownRun } from './cli/command-run.js';
import { runCommand } from './cli/program.js';
import { serve } from './main.js';

/** The command line: data on stdout, messages on stderr; exit 0 done, 1 found a fault, 2 bad usage or input. */
function serveCommand(program: Command): void {
  program
    .command('serve')
    .description('启动服务')
    .action(() => serve(process.env));
}

process.exitCode = await runCommand(process.argv.slice(2), ownRun(), serveCommand);
