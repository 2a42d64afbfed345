/** The real server with one issued plan, and a program of the office that suspends and resumes its measures over HTTP. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { newKey } from './keys.mjs';
import { planText } from './plan-text.mjs';
import { post } from './post.mjs';
import { testModule } from './typescript.mjs';

const CLI = join(resolve(process.env.QIANTOU_DIST ?? 'dist'), 'src/cli.js');
const PLAN_BYTES = 90_000;
const COORDINATOR = 'xietiao1';

/** Opens it: { step(n), server, close }; one step is one acknowledged command. `env` may name another database. */
export async function openHttpOffice(env = {}) {
  const { startServer } = await testModule('support/server.ts');
  const folder = mkdtempSync(join(tmpdir(), 'qiantou-bench-'));
  const settings = { ...env, LOG_LEVEL: 'silent' };
  const token = issuedPlan(folder, settings);
  const server = await startServer({ dataDir: folder, env: settings });
  const api = `${server.origin}/api/v1`;
  const authorised = { authorization: `Bearer ${token}` };
  const [plan] = (await get(`${api}/plans`, authorised)).plans;
  const { measures } = await get(`${api}/plans/${plan.id}/measures`, authorised);
  const ids = measures.map(({ id }) => id);
  const send = (id, type, body) =>
    post(`${api}/flow/${encodeURIComponent(id)}/${type}`, body, { ...authorised, 'idempotency-key': newKey() });
  for (const id of ids) await send(id, 'beginImplementation', {});
  return {
    server,
    step: turns(ids, send),
    close: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Every measure is suspended and resumed by turns, and never asked twice at once. */
function turns(ids, send) {
  const acts = new Map(ids.map((id) => [id, 0]));
  const last = new Map(ids.map((id) => [id, Promise.resolve()]));
  return (n) => {
    const id = ids[n % ids.length];
    const act = acts.get(id);
    acts.set(id, act + 1);
    const done = last
      .get(id)
      .then(() => send(id, ...(act % 2 === 0 ? ['suspend', { reason: '等待上级文件。' }] : ['resume', {}])));
    last.set(
      id,
      done.catch(() => undefined),
    );
    return done;
  };
}

function issuedPlan(folder, settings) {
  const env = { ...process.env, ...settings, DATA_DIR: folder };
  const say = (...args) => String(execFileSync(process.execPath, [CLI, ...args], { env, stdio: 'pipe' })).trim();
  const file = join(folder, 'plan.txt');
  writeFileSync(file, planText(PLAN_BYTES));
  say('issue', say('import', file));
  return say('user', 'token', COORDINATOR);
}

async function get(address, headers) {
  return (await fetch(address, { headers })).json();
}
