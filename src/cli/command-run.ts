import { AsyncLocalStorage } from 'node:async_hooks';
import { resolve } from 'node:path';
import type { Database } from '../persistence/database.js';

/** One run of a command: where its words go, and from where it was called. */
export interface CommandRun {
  /** Data for programs and pipes. */
  print(text: string): void;
  /** Messages for people. */
  say(text: string): void;
  /** The caller's folder: relative paths of arguments start there. */
  cwd: string;
  /** The running server's database, when the server runs the command for a caller. */
  database: Database | null;
  /** Set when the command looked for faults and found some: exit code 1. */
  foundFault: boolean;
}

const runs = new AsyncLocalStorage<CommandRun>();

/** A run at a terminal of its own. */
export function ownRun(): CommandRun {
  return {
    print: (text) => void process.stdout.write(`${text}\n`),
    say: (text) => void process.stderr.write(`${text}\n`),
    ...{ cwd: process.cwd(), database: null, foundFault: false },
  };
}

/** Does the work as part of a run. */
export function duringRun<T>(run: CommandRun, work: () => Promise<T>): Promise<T> {
  return runs.run(run, work);
}

/** The run that the calling code is part of. */
export function currentRun(): CommandRun {
  return runs.getStore() ?? ownRun();
}

/** An argument's path, from the folder of the person who typed it. */
export function callersPath(path: string): string {
  return resolve(currentRun().cwd, path);
}
