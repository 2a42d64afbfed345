/** The real server on a free loopback port: last year's plan simulated to its close-out, this year's just issued. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { planParagraphs } from './thirty-pages.mjs';
import { testModule } from './typescript.mjs';

const [{ firstSignIns, freePort }, { Visitor }] = await Promise.all(
  ['support/server.ts', 'support/visitor.ts'].map(testModule),
);
const DIST = resolve(process.env.QIANTOU_DIST ?? 'dist');
const STARTED_WITHIN_MS = 60_000;
/** Of the demonstration office: its coordinator, and the bureau that has most to do. */
const [COORDINATOR, BUREAU] = ['xietiao1', 'renshe'];

/** Opens the site: { plan, folder, coordinator, bureau, close }, plan the simulated one; both persons have signed in. */
export async function openSite() {
  const folder = mkdtempSync(join(tmpdir(), 'qiantou-bench-'));
  const env = { ...process.env, DATA_DIR: folder, LOG_LEVEL: 'silent', HOST: '127.0.0.1' };
  const plan = plans(folder, env);
  const port = await freePort();
  const server = spawn(process.execPath, [join(DIST, 'src/main.js')], { env: { ...env, PORT: port }, stdio: 'ignore' });
  const origin = `http://127.0.0.1:${port}`;
  const close = async () => {
    server.kill('SIGTERM');
    await new Promise((done) => server.once('exit', done));
    rmSync(folder, { recursive: true, force: true });
  };
  await answers(`${origin}/readyz`);
  const passwords = firstSignIns(folder);
  const signIn = (account) => Visitor.signIn(origin, account, passwords.get(account));
  return { plan, folder, close, coordinator: await signIn(COORDINATOR), bureau: await signIn(BUREAU) };
}

function plans(folder, env) {
  const say = (...args) => execFileSync(process.execPath, [join(DIST, 'src/cli.js'), ...args], { env, stdio: 'pipe' });
  const [last] = ['2024', '2025'].map((year) => {
    const file = join(folder, `${year}.txt`);
    writeFileSync(file, planParagraphs().join('\n').replaceAll('云岭市', '太原市').replaceAll('2024', year));
    const plan = String(say('import', file)).trim();
    say('issue', plan);
    return plan;
  });
  say('simulate', last, '--seed', '7');
  return last;
}

/** Waits until an address answers. */
export async function answers(address) {
  for (const until = Date.now() + STARTED_WITHIN_MS; Date.now() < until;) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${address} does not answer`);
}
