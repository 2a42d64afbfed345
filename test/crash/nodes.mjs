/** Several nodes of one office behind one address: a request that a node does not answer goes to the next one at once. */
import { setTimeout as pause } from 'node:timers/promises';
import { Node } from './node.mjs';

/** How long a node may think before somebody else is asked the same. */
const PATIENCE_MS = 5_000;
const GIVE_UP_MS = 60_000;
const AGAIN_MS = 50;
const AWAY = 503;

export class Nodes {
  living = [];
  /** Requests that another node had to be asked for, because the first one died, was silent or could not work. */
  moved = 0;
  /** Refused for the time being. */
  refused = 0;
  /** Milliseconds from the database's return to a node's first success in writing. */
  healed = [];
  faults = [];
  #next = 0;

  async start(env, point, nth) {
    const node = await Node.start(env, point, nth);
    this.living.push(node);
    void node.ended.then(() => this.#forget(node));
    return node;
  }

  async end(node, signal) {
    this.#forget(node);
    await node.end(signal);
  }

  databaseIsBack() {
    for (const node of this.living) node.awaySince = Date.now();
  }

  /** One request, until some node has answered it; null when no node lives. */
  async ask(method, path, options) {
    let first = true;
    for (const until = Date.now() + GIVE_UP_MS; Date.now() < until && this.living.length > 0;) {
      const node = this.living[this.#next++ % this.living.length];
      const answer = await Promise.race([node.ask(method, path, options), pause(PATIENCE_MS, null)]);
      if (answer && answer.status !== AWAY) return this.#noted(node, method, answer);
      if (first) this.moved++;
      first = false;
      if (answer) await this.#away(answer, path);
    }
    return null;
  }

  #noted(node, method, answer) {
    if (method === 'POST' && node.awaySince) {
      this.healed.push(Date.now() - node.awaySince);
      node.awaySince = null;
    }
    return answer;
  }

  async #away(answer, path) {
    this.refused++;
    if (!answer.retryAfter) this.faults.push(`503 without Retry-After at ${path}`);
    await pause(AGAIN_MS);
  }

  #forget(node) {
    this.living = this.living.filter((one) => one !== node);
  }
}
