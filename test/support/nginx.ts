import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/shared/paths.js';
import { request } from 'node:https';
import { freePort } from './server.js';

const START_MS = 10_000;
const LOOK_EVERY_MS = 50;

/** A real nginx with the office's own `deploy/nginx.conf` before nodes on loopback ports. */
export interface Proxy {
  /** The https address; its certificate is signed by nobody. */
  origin: string;
  /** Asks there, trusting that certificate; follows no redirect. */
  fetch(url: string, asked?: RequestInit): Promise<Response>;
  /** The address without https. */
  plainOrigin: string;
  stop(): Promise<void>;
}

/** Starts nginx before the nodes' origins. Throws with its words when it does not start. */
export async function startProxy(nodes: string[]): Promise<Proxy> {
  const folder = mkdtempSync(join(tmpdir(), 'qiantou-proxy-'));
  makeCertificate(folder);
  const [plain, secure] = [await freePort(), await freePort()];
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, officeSettings(folder, nodes, { plain, secure }));
  const args = ['-c', file, '-p', folder, '-e', join(folder, 'error.log'), '-g', `daemon off; pid ${folder}/pid;`];
  const child = spawn(program(), args, { stdio: 'ignore' });
  const along = () => child.kill('SIGTERM');
  process.once('exit', along);
  const origin = `https://127.0.0.1:${secure}`;
  const words = () => readFileSync(join(folder, 'error.log'), 'utf8');
  await answering(child, `http://127.0.0.1:${plain}`, words);
  const stop = async () => {
    process.off('exit', along);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const ca = readFileSync(join(folder, 'office.crt'), 'utf8');
  return { origin, plainOrigin: `http://127.0.0.1:${plain}`, fetch: (url, asked) => ask(url, ca, asked), stop };
}

/** What the global fetch would do, with a certificate to trust. */
async function ask(url: string, ca: string, asked: RequestInit = {}): Promise<Response> {
  const { method, headers, body } = new Request(url, { ...asked, redirect: 'manual' });
  const sent = body ? Buffer.from(await new Response(body).arrayBuffer()) : undefined;
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      { method, ca, headers: { ...Object.fromEntries(headers), connection: 'close' } },
      (answer) => {
        const parts: Buffer[] = [];
        const told = new Headers();
        for (let at = 0; at < answer.rawHeaders.length; at += 2)
          told.append(answer.rawHeaders[at]!, answer.rawHeaders[at + 1]!);
        answer.on('data', (part: Buffer) => parts.push(part)).once('error', reject);
        answer.once('end', () =>
          resolve(new Response(Buffer.concat(parts), { status: answer.statusCode, headers: told })),
        );
      },
    );
    call.once('error', reject).end(sent);
  });
}

/**
 * The shipped settings with the places of this machine. Debian's nginx is older than the image's: it takes names from the
 * system only, and has http/2 in another line; both are left out.
 */
function officeSettings(
  folder: string,
  nodes: string[],
  { plain, secure }: Record<'plain' | 'secure', number>,
): string {
  const places: [place: string, here: string][] = [
    ['http {', `http {\n${temporary(folder)}  access_log off;`],
    ['  resolver 127.0.0.11 valid=10s;\n', ''],
    ...nodes.map((origin, at): [string, string] => [`node-${at + 1}:3000 resolve`, new URL(origin).host]),
    ['listen 80;', `listen 127.0.0.1:${plain};`],
    ['listen 443 ssl;', `listen 127.0.0.1:${secure} ssl;`],
    ['    http2 on;\n', ''],
    ['/etc/nginx/certs/office.crt', join(folder, 'office.crt')],
    ['/etc/nginx/certs/office.key', join(folder, 'office.key')],
  ];
  const shipped = readFileSync(join(projectRoot, 'deploy/nginx.conf'), 'utf8');
  return places.reduce((settings, [place, here]) => {
    if (!settings.includes(place)) throw new Error(`deploy/nginx.conf has no “${place}”`);
    return settings.replace(place, here);
  }, shipped);
}

function temporary(folder: string): string {
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return kinds.map((kind) => `  ${kind}_temp_path ${join(folder, kind)};\n`).join('');
}

function makeCertificate(folder: string): void {
  const [key, certificate] = [join(folder, 'office.key'), join(folder, 'office.crt')];
  const subject = ['-subj', '/CN=qiantou.test', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  execFileSync('openssl', ['req', ...kind, ...subject, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
}

/** nginx of this machine, else unpacked from Debian's package into the project's folder of data. */
function program(): string {
  const found = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/sbin/nginx'].find((path) => existsSync(path));
  return found ?? unpacked();
}

function unpacked(): string {
  const folder = join(projectRoot, 'data/nginx');
  const binary = join(folder, 'usr/sbin/nginx');
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  const download = () => spawnSync('apt-get', ['download', 'nginx'], { cwd: folder });
  // A new machine knows no packages yet.
  if (download().status !== 0) {
    spawnSync('apt-get', ['update'], { stdio: 'ignore' });
    download();
  }
  const [file] = readdirSync(folder).filter((name) => name.endsWith('.deb'));
  if (!file) throw new Error('nginx is needed: install it (apt-get install nginx-light)');
  execFileSync('dpkg-deb', ['-x', file, '.'], { cwd: folder });
  return binary;
}

async function answering(child: ChildProcess, origin: string, words: () => string): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}:\n${words()}`);
    const answer = await fetch(origin, { redirect: 'manual' }).catch(() => null);
    if (answer) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  child.kill('SIGKILL');
  throw new Error(`nginx was not ready:\n${words()}`);
}
