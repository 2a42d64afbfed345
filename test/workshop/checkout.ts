import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '../../src/shared/paths.js';

/** Stands in for npm: notes that it ran and leaves what `npm ci` leaves, a stand-in compiler among it. */
const NPM = `
const fs = require('node:fs');
fs.appendFileSync('npm-runs', process.argv.slice(2).join(' ') + '\\n');
fs.rmSync('node_modules', { recursive: true, force: true });
fs.cpSync('packages', 'node_modules', { recursive: true });
fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
`;

/** Stands in for the compiler: takes a moment (for ever beside a file that says so), and fails on a source that says so. */
const COMPILER = `
const fs = require('node:fs');
const out = process.argv[process.argv.indexOf('--outDir') + 1];
fs.appendFileSync('compiler-runs', 'run\\n');
if (fs.readFileSync('src/main.ts', 'utf8').includes('fault')) process.exit(2);
fs.mkdirSync(out + '/src', { recursive: true });
if (fs.existsSync('compiler-stuck')) setInterval(() => {}, 1000);
else setTimeout(() => fs.copyFileSync('src/main.ts', out + '/src/main.js'), 200);
`;

export interface EnsureResult {
  code: number | null;
  /** What it said, all on stderr. */
  said: string;
  stdout: string;
}

/** A small checkout in a temporary folder, with the real scripts/ensure.mjs and stand-ins for npm and compiler. */
export class Checkout {
  readonly root = mkdtempSync(join(tmpdir(), 'qiantou-checkout-'));

  constructor() {
    cpSync(join(projectRoot, 'scripts/ensure.mjs'), join(this.root, 'scripts/ensure.mjs'));
    this.write('package.json', JSON.stringify({ type: 'module', engines: { node: '>=20.19.0' } }));
    this.lock('1.0.0');
    this.write('npm/package.json', '{"type":"commonjs"}');
    this.write('npm/cli.js', NPM);
    this.write('packages/typescript/package.json', '{"type":"commonjs"}');
    this.write('packages/typescript/bin/tsc', COMPILER);
    this.write('src/main.ts', 'first');
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  append(path: string, text: string): void {
    this.write(path, (this.read(path) ?? '') + text);
  }

  /** Text of a file, null when it is not there. */
  read(path: string): string | null {
    return existsSync(join(this.root, path)) ? readFileSync(join(this.root, path), 'utf8') : null;
  }

  /** States which package the lock asks for. */
  lock(version: string): void {
    this.write('package-lock.json', JSON.stringify({ packages: { '': {}, 'node_modules/typescript': { version } } }));
  }

  /** How often npm or the compiler ran. */
  runs(of: 'npm' | 'compiler'): number {
    return (this.read(`${of}-runs`) ?? '').split('\n').length - 1;
  }

  /** Starts scripts/ensure.mjs and waits for its end. */
  ensure(): Promise<EnsureResult> {
    return this.ended(this.start());
  }

  /** Starts it and ends it while the compiler is at work, as a power cut would. */
  async ensureCutOff(): Promise<EnsureResult> {
    const runs = this.runs('compiler');
    this.write('compiler-stuck', '');
    const child = this.start();
    const ended = this.ended(child);
    while (this.runs('compiler') === runs) await pause(5);
    process.kill(-child.pid!, 'SIGKILL');
    rmSync(join(this.root, 'compiler-stuck'));
    return ended;
  }

  private start(): ChildProcessWithoutNullStreams {
    const env = { ...process.env, npm_execpath: join(this.root, 'npm/cli.js') };
    return spawn(process.execPath, ['scripts/ensure.mjs'], { cwd: this.root, env, detached: true });
  }

  private ended(child: ChildProcessWithoutNullStreams): Promise<EnsureResult> {
    const result: EnsureResult = { code: null, said: '', stdout: '' };
    child.stderr.setEncoding('utf8').on('data', (text: string) => (result.said += text));
    child.stdout.setEncoding('utf8').on('data', (text: string) => (result.stdout += text));
    return new Promise((resolve) => child.on('close', (code) => resolve({ ...result, code })));
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
