import { type ChildProcess, fork } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { constants, getPriority, setPriority } from 'node:os';
import { Refusal } from '../../shared/errors.js';
import { broken, parseLimit } from '../readers/refusals.js';
import { CHILD_ENTRY, childFlags } from './flags.js';
import { Lane } from './lane.js';
import type { ReadAnswer, ReadDocument } from './messages.js';
import { watchMemory } from './watchdog.js';

/** What one file may cost. */
export interface ChildLimits {
  deadlineMs: number;
  residentBytes: number;
  heapMiB: number;
}

const LIMITS: ChildLimits = { deadlineMs: 20_000, residentBytes: 512 * 1024 * 1024, heapMiB: 320 };
const LESS_URGENT = constants.priority.PRIORITY_BELOW_NORMAL;
const lane = new Lane(2, 32);

/**
 * extractDocument and readPlan in a process of their own (threats.md 14 to 17): read access to the program and this one file,
 * no network, no children, an empty environment, a deadline and a ceiling on memory, for the text as for its format. Needs
 * the built program in dist/. Refuses as extractDocument does, and parse_limit, parse_busy; throws when the process cannot
 * be started.
 */
export async function readInChild(
  path: string,
  fileName: string,
  limits: Partial<ChildLimits> = {},
): Promise<ReadDocument> {
  const real = await realpath(path);
  return lane.run(() => askChild(real, fileName, { ...LIMITS, ...limits }));
}

function askChild(path: string, fileName: string, limits: ChildLimits): Promise<ReadDocument> {
  const child = fork(CHILD_ENTRY, [], {
    execArgv: childFlags(path, limits.heapMiB),
    env: {},
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'json',
  });
  // Pages that somebody waits for go before a file that is read (threats.md 15).
  if (child.pid) setPriority(child.pid, Math.min(getPriority() + LESS_URGENT, constants.priority.PRIORITY_LOW));
  return new Promise<ReadDocument>((resolve, reject) => {
    const watch = new Watch(child, limits);
    child.on('message', (answer: ReadAnswer) => {
      if (answer.kind === 'ready') return void child.send({ path, fileName });
      watch.end();
      if (answer.kind === 'document') resolve({ document: answer.document, reading: answer.reading });
      else reject(new Refusal(answer.code, answer.message, answer.detail));
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      watch.end();
      reject(watch.reason(code, signal));
    });
  });
}

/** Keeps the time, the memory and the last words of one reading process, and ends it by its id. */
class Watch {
  private readonly stopMemory: () => void;
  private readonly timer: NodeJS.Timeout;
  private exceeded: string | null = null;
  private ready = false;
  private lastWords = '';

  constructor(
    private readonly child: ChildProcess,
    limits: ChildLimits,
  ) {
    this.timer = setTimeout(() => this.stop('用时过长'), limits.deadlineMs);
    this.stopMemory = watchMemory(child.pid ?? 0, limits.residentBytes, () => this.stop('占用内存过多'));
    child.once('message', () => (this.ready = true));
    child.stderr?.on('data', (chunk: Buffer) => (this.lastWords = (this.lastWords + chunk.toString()).slice(-4000)));
  }

  end(): void {
    clearTimeout(this.timer);
    this.stopMemory();
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGKILL');
  }

  /** Why the process ended without an answer. */
  reason(code: number | null, signal: NodeJS.Signals | null): Error {
    if (this.exceeded !== null) return parseLimit(this.exceeded);
    if (!this.ready) return new Error(`The reading process did not start (${code ?? signal}): ${this.lastWords}`);
    const outOfMemory = signal === 'SIGABRT' || code === 134 || /heap out of memory/.test(this.lastWords);
    return outOfMemory ? parseLimit('占用内存过多') : broken('文件');
  }

  private stop(why: string): void {
    this.exceeded = why;
    this.child.kill('SIGKILL');
  }
}
