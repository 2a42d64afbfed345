/**
 * Makes a checkout ready to run: packages installed, program built. Needs nothing but Node and npm.
 * Quick when nothing is stale; safe when two of them run at once. All messages go to stderr.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const LOCK = join(ROOT, '.ensure.lock');
const BUILT_FROM = ['src', 'workflows', 'templates', 'tsconfig.json', 'tsconfig.build.json', 'scripts/templates.mjs'];
const PROGRESS_MS = 15_000;
const LOCK_GRACE_MS = 3_000;

/** A failure whose message is already fit for the person at the terminal. */
class EnsureError extends Error {}

const say = (chinese, english) => process.stderr.write(`[qiantou] ${chinese} | ${english}\n`);
const readJson = (path) => {
  try {
    return JSON.parse(fs.readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
};
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function checkNode() {
  const needed = readJson(join(ROOT, 'package.json')).engines.node.replace('>=', '');
  const [want, have] = [needed, process.versions.node].map((version) => version.split('.').map(Number));
  const at = want.findIndex((part, i) => part !== have[i]);
  if (at === -1 || have[at] > want[at]) return;
  throw new EnsureError(
    `需要 Node ${needed} 或更高版本，当前为 ${process.versions.node}，请升级 Node 后重试。` +
      ` | Node ${needed} or newer is needed, this is ${process.versions.node}.`,
  );
}

/** Everything the installed packages depend on: the lock, the binary interface and the machine. */
export function installKey(root = ROOT) {
  const hash = createHash('sha256').update(fs.readFileSync(join(root, 'package-lock.json')));
  return hash.update([process.versions.modules, process.platform, process.arch].join()).digest('hex');
}

function installed() {
  return readJson(join(ROOT, 'node_modules/.ensure.json'))?.key === installKey();
}

/** Whether npm's own record of node_modules already agrees with the lock (optional packages may be absent). */
export function agreesWithLock(root = ROOT) {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages;
  const found = readJson(join(root, 'node_modules/.package-lock.json'))?.packages;
  if (!wanted || !found) return false;
  const agrees = ([path, entry]) => (found[path] ? found[path].version === entry.version : entry.optional === true);
  return Object.entries(wanted).every(([path, entry]) => path === '' || agrees([path, entry]));
}

function noteInstalled() {
  fs.writeFileSync(join(ROOT, 'node_modules/.ensure.json'), JSON.stringify({ key: installKey() }));
}

/** Runs a program with its output on stderr; every quarter of a minute says that it still runs. */
async function run(chinese, english, command, args) {
  const started = Date.now();
  say(`${chinese}……`, `${english} …`);
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 2, 2] });
  const ticker = setInterval(
    () => say(`仍在${chinese}，已 ${seconds()} 秒`, `still at it, ${seconds()} s`),
    PROGRESS_MS,
  );
  const code = await new Promise((resolve) => child.on('error', () => resolve(127)).on('close', resolve));
  clearInterval(ticker);
  if (code !== 0)
    throw new EnsureError(`${chinese}失败（退出码 ${code}），请查看上面的输出。 | ${english}: failed with ${code}.`);
  say(`${chinese}完成，用时 ${seconds()} 秒`, `done in ${seconds()} s`);
}

function install() {
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  return run('安装依赖包（首次约需两三分钟）', 'installing packages', command, [...first, ...args]);
}

async function ensureInstalled() {
  if (installed()) return;
  if (!agreesWithLock()) await install();
  noteInstalled();
}

function filesUnder(path) {
  if (!fs.existsSync(path)) return [];
  if (!fs.statSync(path).isDirectory()) return [path];
  return fs.readdirSync(path, { withFileTypes: true }).flatMap((entry) => filesUnder(join(path, entry.name)));
}

/** Hash of everything the built program comes from; specs do not count. */
export function buildKey(root = ROOT) {
  const hash = createHash('sha256').update(installKey(root));
  const files = BUILT_FROM.flatMap((path) => filesUnder(join(root, path)));
  for (const file of files.filter((path) => !path.endsWith('.spec.ts')).sort()) {
    hash.update(`\0${relative(root, file).split(sep).join('/')}\0`).update(fs.readFileSync(file));
  }
  return hash.digest('hex');
}

function built() {
  const stamp = join(ROOT, 'dist/.stamp');
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === buildKey();
}

/** Types are checked by `npm test`; a start only turns them into JavaScript, in half the time. */
async function compile(outDir) {
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  const args = [compiler, '-p', 'tsconfig.build.json', '--noCheck', '--outDir', outDir];
  await run('编译程序', 'compiling', process.execPath, args);
}

async function compileTemplates(outDir) {
  const script = join(ROOT, 'scripts/templates.mjs');
  if (!fs.existsSync(script)) return;
  const { buildTemplates } = await import(pathToFileURL(script).href);
  await buildTemplates(ROOT, outDir);
}

/** Puts the finished build in place by renaming, so that nobody ever sees half of one. */
function replaceDist(fresh) {
  const [dist, old] = [join(ROOT, 'dist'), join(ROOT, `dist.old-${process.pid}`)];
  if (fs.existsSync(dist)) fs.renameSync(dist, old);
  fs.renameSync(fresh, dist);
  fs.rmSync(old, { recursive: true, force: true });
}

/** Half-made builds of a run that was killed; under the lock nobody else is building. */
function sweepLeftOvers() {
  const leftOver = fs.readdirSync(ROOT).filter((name) => /^dist\.(new|old)-\d+$/.test(name));
  for (const name of leftOver) fs.rmSync(join(ROOT, name), { recursive: true, force: true });
}

async function ensureBuilt() {
  if (built()) return;
  sweepLeftOvers();
  const key = buildKey();
  const fresh = join(ROOT, `dist.new-${process.pid}`);
  try {
    await compile(fresh);
    await compileTemplates(fresh);
    fs.writeFileSync(join(fresh, '.stamp'), key);
    replaceDist(fresh);
  } finally {
    fs.rmSync(fresh, { recursive: true, force: true });
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** A lock is left over when its owner is gone, or when nobody signed it within the grace time. */
function lockIsLeftOver() {
  try {
    const owner = Number(readJson(join(LOCK, 'owner.json'))?.pid);
    return owner ? !alive(owner) : Date.now() - fs.statSync(LOCK).mtimeMs > LOCK_GRACE_MS;
  } catch {
    return false;
  }
}

function takeLock() {
  try {
    fs.mkdirSync(LOCK);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
  fs.writeFileSync(join(LOCK, 'owner.json'), JSON.stringify({ pid: process.pid }));
  return true;
}

async function withLock(work) {
  for (let told = false; !takeLock(); await sleep(300)) {
    if (lockIsLeftOver()) fs.rmSync(LOCK, { recursive: true, force: true });
    else if (!told) say('另一个进程正在安装或编译，请稍候……', 'another process is installing or building, waiting …');
    told = true;
  }
  try {
    await work();
  } finally {
    fs.rmSync(LOCK, { recursive: true, force: true });
  }
}

/**
 * Installs and builds what is stale, or returns at once.
 * Throws with a message for the user when Node is too old or a step fails.
 */
export async function ensure() {
  checkNode();
  if (installed() && built()) return;
  await withLock(async () => {
    await ensureInstalled();
    await ensureBuilt();
  });
}

/** Runs `ensure` for a command: the reason of a failure on stderr, exit code 1. */
export async function ensureOrExit() {
  try {
    await ensure();
  } catch (error) {
    process.stderr.write(`[qiantou] ${error instanceof EnsureError ? error.message : error.stack}\n`);
    process.exit(1);
  }
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await ensureOrExit();
