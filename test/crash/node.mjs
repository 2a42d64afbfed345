/** One process of the real server on a folder, to be driven over HTTP and killed. */
import { spawn } from 'node:child_process';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';

const DIE_AT = new URL('./die-at.mjs', import.meta.url).href;
const DIST = resolve(process.env.QIANTOU_DIST ?? 'dist');
const READY_MS = 60_000;
const LOOK_EVERY_MS = 50;

export class Node {
  gone = false;
  /** A request was left without an answer. */
  silent = false;
  #left = 0;
  #then = () => {};
  #agent = new Agent({ keepAlive: true, maxSockets: 64 });

  /** Starts the server and waits until it is ready; it dies at the n-th passing of `point` from `arm` on. */
  static async start(env, point = 'none', n = 1) {
    const node = new Node();
    node.port = await freePort();
    node.child = spawn(process.execPath, ['--import', DIE_AT, join(DIST, 'src/main.js')], {
      env: {
        ...{ ...process.env, LOG_LEVEL: 'silent', ...env, HOST: '127.0.0.1', PORT: String(node.port) },
        ...{ QIANTOU_DIE_AT: `${point}:${n}`, QIANTOU_DIE_ARMED: 'signal' },
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    node.ended = new Promise((done) => node.child.once('exit', done)).then(() => (node.gone = true));
    await node.#ready();
    return node;
  }

  arm() {
    this.child.kill('SIGUSR2');
  }

  /** Dies so many milliseconds after it has given so many answers. */
  killAfter(answers, ms) {
    this.#left = answers;
    this.#then = () => setTimeout(() => this.child.kill('SIGKILL'), ms);
  }

  async end(signal) {
    this.child.kill(signal);
    await this.ended;
    this.#agent.destroy();
  }

  /** One request; { status, body, cookies, retryAfter }, or null when the server was gone before it answered. */
  ask(method, path, { token, key, json, form, cookie } = {}) {
    const body = form?.bytes ?? (json === undefined ? undefined : Buffer.from(JSON.stringify(json)));
    const headers = {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(cookie === undefined ? {} : { cookie, origin: `http://127.0.0.1:${this.port}` }),
      ...(key ? { 'idempotency-key': key } : {}),
      ...(body ? { 'content-type': form?.type ?? 'application/json', 'content-length': body.length } : {}),
    };
    const target = { host: '127.0.0.1', port: this.port, path, method, headers, agent: this.#agent };
    return new Promise((resolve) => {
      const done = (answer) => {
        this.silent ||= answer === null;
        if (answer && --this.#left === 0) this.#then();
        resolve(answer);
      };
      const sent = request(target, (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part)).on('error', () => done(null));
        const { statusCode: status, headers: told } = response;
        const facts = { status, cookies: told['set-cookie'] ?? [], retryAfter: told['retry-after'] ?? null };
        response.on('end', () => done({ ...facts, body: Buffer.concat(parts).toString() }));
        response.on('aborted', () => done(null));
      });
      sent.on('error', () => done(null));
      sent.end(body);
    });
  }

  async #ready() {
    await this.#answering();
    this.silent = false;
  }

  async #answering() {
    for (const until = Date.now() + READY_MS; Date.now() < until && !this.gone;) {
      if ((await this.ask('GET', '/readyz'))?.status === 200) return;
      await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
    }
    throw new Error('the server did not become ready');
  }
}

/** A multipart body with one file. */
export function fileForm(field, name, bytes) {
  const mark = `----crash-${name.replace(/\W/g, '')}`;
  const head = `--${mark}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n`;
  return {
    type: `multipart/form-data; boundary=${mark}`,
    bytes: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${mark}--\r\n`)]),
  };
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => probe.once('listening', done));
  const { port } = probe.address();
  await new Promise((done) => probe.close(done));
  return port;
}
