/** Restate: every measure is a virtual object of its server, driven over HTTP like a page of the product. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http2';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as restate from '@restatedev/restate-sdk';
import { post } from '../support/post.mjs';
import { newKey } from '../support/keys.mjs';
import { freePort } from './free-port.mjs';
import { actOf, begun, next } from './step.mjs';

const measure = restate.object({
  name: 'measure',
  handlers: {
    act: async (context, event) => {
      const { revision, snapshot } = (await context.get('state')) ?? { revision: 0, snapshot: begun() };
      context.set('state', { revision: revision + 1, snapshot: next(snapshot, event) });
      return { revision: revision + 1 };
    },
  },
});

/** Starts the server and `count` measures; `step(n)` is one acknowledged request. */
export async function openRestate(count) {
  const folder = mkdtempSync(join(tmpdir(), 'qiantou-restate-'));
  const [ingress, admin, node, handlers] = await Promise.all(Array.from({ length: 4 }, freePort));
  const endpoint = createServer(restate.createEndpointHandler({ services: [measure], logger: () => undefined })).listen(
    handlers,
    '127.0.0.1',
  );
  const server = spawn(binary(), ['--base-dir', folder, '--bind-address', `127.0.0.1:${node}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      ...{ RESTATE_INGRESS__BIND_ADDRESS: `127.0.0.1:${ingress}`, RESTATE_ADMIN__BIND_ADDRESS: `127.0.0.1:${admin}` },
      ...{ RESTATE_DISABLE_TELEMETRY: 'true', DO_NOT_TRACK: '1', RESTATE_LOG_FILTER: 'warn' },
      RESTATE_ADVERTISED_ADDRESS: `http://127.0.0.1:${node}`,
    },
  });
  const close = async () => {
    server.kill('SIGKILL');
    await once(server, 'exit');
    endpoint.close();
    rmSync(folder, { recursive: true, force: true });
  };
  await register(admin, handlers);
  const acts = new Map();
  const step = async (n) => {
    const id = `m${n % count}`;
    const act = acts.get(id) ?? 0;
    acts.set(id, act + 1);
    await post(`http://127.0.0.1:${ingress}/measure/${id}/act`, actOf(act), { 'idempotency-key': newKey() });
  };
  return { step, close };
}

/** The server's program for this machine: one of the optional packages. */
function binary() {
  const require = createRequire(import.meta.url);
  const name = `@restatedev/restate-server-${process.platform}-${process.arch}/package.json`;
  const file = join(dirname(require.resolve(name)), 'bin', 'restate-server');
  if (!existsSync(file)) throw new Error(`no Restate server for ${process.platform} ${process.arch}`);
  return file;
}

async function register(admin, handlers) {
  const request = { uri: `http://127.0.0.1:${handlers}` };
  for (let tries = 0; ; tries++) {
    try {
      return await post(`http://127.0.0.1:${admin}/deployments`, request);
    } catch (error) {
      if (tries > 150) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
