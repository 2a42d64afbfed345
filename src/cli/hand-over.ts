import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { servingProcess } from '../persistence/serve-lock.js';
import { Refusal } from '../shared/errors.js';
import type { CommandRun } from './command-run.js';
import { socketPath } from './socket-path.js';

/** What a caller asks of the server. */
export interface CommandRequest {
  argv: string[];
  cwd: string;
}

/** What the server answers, line by line; the last line carries the exit code. */
export type CommandReply = { print: string } | { say: string } | { exit: number };

const STARTING_MS = 15_000;
const LOOK_EVERY_MS = 200;
const CUT_OFF = 1;

/** Thrown by a writing command that must not open the database itself, because a server holds it. */
export class HandOver extends Error {
  constructor(private readonly socket: string) {
    super('handed over to the running server');
  }

  /** Has the server run the command and passes its words on; returns the exit code. */
  async carryOut(argv: string[], run: CommandRun): Promise<number> {
    const line = connect(this.socket);
    const request: CommandRequest = { argv, cwd: run.cwd };
    line.write(`${JSON.stringify(request)}\n`);
    try {
      for await (const reply of createInterface({ input: line })) {
        const answer = JSON.parse(reply) as CommandReply;
        if ('exit' in answer) return answer.exit;
        if ('print' in answer) run.print(answer.print);
        else run.say(answer.say);
      }
    } catch {
      // Said below: to the caller a broken line and a closed one are the same.
    } finally {
      line.destroy();
    }
    run.say('服务在办理途中停止，不能确定这条命令是否办完。请重新启动服务后查看，再决定是否重试。');
    return CUT_OFF;
  }
}

/**
 * Refuses to write beside a running server: throws HandOver when one holds the data folder. Refusal: server_silent, when
 * it does not answer within `patienceMs` and has not ended either.
 */
export async function leaveToServer(dataDir: string, patienceMs = STARTING_MS): Promise<void> {
  const socket = socketPath(dataDir);
  if (socket === null) return;
  const until = Date.now() + patienceMs;
  for (let server = servingProcess(dataDir); server !== null; server = servingProcess(dataDir)) {
    if (await answers(socket)) throw new HandOver(socket);
    if (Date.now() >= until) throw silent(dataDir, server);
    await pause(LOOK_EVERY_MS);
  }
}

function silent(dataDir: string, server: number): Refusal {
  const holder = server === 0 ? '' : `（进程 ${server}）`;
  return new Refusal('server_silent', `服务${holder}正在使用数据目录 ${dataDir}，但没有应答，这条命令没有办理。`, {
    cure: '服务如在启动，请稍候重试；如一直没有应答，请重新启动服务后再执行。',
  });
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(socket)
      .once('connect', () => resolve(true))
      .once('error', () => resolve(false));
    probe.once('connect', () => probe.destroy());
  });
}
