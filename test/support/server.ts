import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/shared/paths.js';
import { placeOf } from './postgres.js';

const START_MS = 60_000;
const STOP_MS = 15_000;
const LOOK_EVERY_MS = 100;

/** The real, compiled server as its own process on a free loopback port. */
export interface RunningServer {
  origin: string;
  dataDir: string;
  pid: number;
  /** Passwords of the first sign-ins by account, as written on the first start. */
  signIns: Map<string, string>;
  /** What the server wrote so far. */
  output(): string;
  /** Stops in order and hands back the exit code; the data stay until `discard`. */
  stop(): Promise<number | null>;
  /** Ends the process at once, as a power cut would. */
  kill(): Promise<number | null>;
  /** Stops and removes the data folder. */
  discard(): Promise<void>;
}

export interface ServerOptions {
  /** An existing data folder; default a new one. */
  dataDir?: string;
  env?: Record<string, string>;
}

/** Starts the compiled server and waits until it says that it is ready. Throws with its output when it does not. */
export async function startServer({ dataDir, env = {} }: ServerOptions = {}): Promise<RunningServer> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'qiantou-test-'));
  const port = await freePort();
  const child = launch({ ...(await placeOf(folder)), ...env, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: folder });
  const origin = `http://127.0.0.1:${port}`;
  const output = collect(child);
  await ready(origin, child, output);
  const stop = (signal: NodeJS.Signals): Promise<number | null> => end(child, signal);
  return {
    ...{ origin, dataDir: folder, pid: child.pid ?? 0, signIns: firstSignIns(folder), output },
    stop: () => stop('SIGTERM'),
    kill: () => stop('SIGKILL'),
    discard: async () => {
      await stop('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function launch(env: Record<string, string>): ChildProcess {
  const args = ['--enable-source-maps', join(projectRoot, 'dist/src/main.js')];
  return spawn(process.execPath, args, {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function collect(child: ChildProcess): () => string {
  const parts: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => parts.push(text));
  return () => parts.join('');
}

async function ready(origin: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${output()}`);
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    // It answers a moment before it has told where it is and who signs in first.
    if (answer?.ok && output().includes('牵头已启动')) return;
    await pause(LOOK_EVERY_MS);
  }
  await end(child, 'SIGKILL');
  throw new Error(`The server was not ready after ${START_MS / 1000} s:\n${output()}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  const forced = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(forced);
  return child.exitCode;
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** `account TAB password` lines of the first start; empty when the folder has none. */
export function firstSignIns(dataDir: string): Map<string, string> {
  const file = join(dataDir, 'first-sign-in.txt');
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes('\t'));
  return new Map(lines.map((line) => line.split('\t') as [string, string]));
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
