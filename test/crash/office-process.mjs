import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const OFFICE = fileURLToPath(new URL('./office.mjs', import.meta.url));
const DIE_AT = new URL('./die-at.mjs', import.meta.url).href;

/** One process with the engine (office.mjs): `ask` gives its answer, or null when it was killed before. */
export class Office {
  #waiting = new Map();
  #count = 0;
  #left = 0;
  #then = () => {};

  /** Dies at the `nth` passing of `point`; `env` may name another database than the folder's own. */
  static open(folder, point, nth, env = {}) {
    const office = new Office();
    office.child = spawn(process.execPath, ['--import', DIE_AT, OFFICE, folder], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, ...env, QIANTOU_DIE_AT: `${point}:${nth}` },
    });
    office.child.stdin.on('error', () => {});
    office.ended = new Promise((resolve) => office.child.once('close', resolve)).then(() => office.#forget());
    const ready = new Promise((resolve) => office.#listen(resolve));
    return Promise.race([ready, office.ended]).then(() => office);
  }

  ask(order) {
    const n = ++this.#count;
    return new Promise((resolve) => {
      this.#waiting.set(n, resolve);
      if (this.gone) return this.#forget();
      this.child.stdin.write(`${JSON.stringify({ n, ...order })}\n`);
    });
  }

  /** Dies so many milliseconds after it has given so many answers. */
  killAfter(answers, ms) {
    this.#left = answers;
    this.#then = () => setTimeout(() => this.child.kill('SIGKILL'), ms);
  }

  async kill() {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  #listen(ready) {
    createInterface({ input: this.child.stdout }).on('line', (line) => {
      const { n, ...message } = JSON.parse(line);
      if (message.ready) return ready();
      this.#waiting.get(n)?.(message);
      this.#waiting.delete(n);
      if (--this.#left === 0) this.#then();
    });
  }

  #forget() {
    this.gone = true;
    for (const resolve of this.#waiting.values()) resolve(null);
    this.#waiting.clear();
  }
}
