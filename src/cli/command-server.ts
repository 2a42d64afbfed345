import { once } from 'node:events';
import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Database } from '../persistence/database.js';
import type { CommandReply, CommandRequest } from './hand-over.js';
import { runCommand } from './program.js';
import { socketPath } from './socket-path.js';

const ONLY_OURSELVES = 0o600;
const CLOSED_FOR_OTHERS = 0o177;

/**
 * Runs writing commands for callers on this machine, so that the server stays the only writer: a socket in the data
 * folder that only the server's own account can open. Null where such sockets cannot be had.
 */
export async function serveCommands(dataDir: string, database: Database): Promise<Server | null> {
  const path = socketPath(dataDir);
  if (path === null) return null;
  rmSync(path, { force: true });
  const server = createServer((caller) => void answer(caller, database));
  const before = process.umask(CLOSED_FOR_OTHERS);
  try {
    server.listen(path);
  } finally {
    process.umask(before);
  }
  await once(server, 'listening');
  chmodSync(path, ONLY_OURSELVES);
  process.once('exit', () => rmSync(path, { force: true }));
  return server;
}

async function answer(caller: Socket, database: Database): Promise<void> {
  caller.on('error', () => caller.destroy());
  const reply = (words: CommandReply): void => void (caller.writable && caller.write(`${JSON.stringify(words)}\n`));
  const request = await firstLine(caller);
  if (request === null) return void caller.destroy();
  const { argv, cwd } = request;
  const print = (text: string): void => reply({ print: text });
  const say = (text: string): void => reply({ say: text });
  reply({ exit: await runCommand(argv, { print, say, cwd, database, foundFault: false }) });
  caller.end();
}

async function firstLine(caller: Socket): Promise<CommandRequest | null> {
  for await (const line of createInterface({ input: caller })) return requestOf(line);
  return null;
}

function requestOf(line: string): CommandRequest | null {
  try {
    const { argv, cwd } = JSON.parse(line) as CommandRequest;
    const isCommand = Array.isArray(argv) && argv.every((one) => typeof one === 'string') && typeof cwd === 'string';
    return isCommand ? { argv, cwd } : null;
  } catch {
    return null;
  }
}
