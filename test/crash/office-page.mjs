/** A person of the office at a page: signs in, and sends forms with what their page holds. */
export class OfficePage {
  #cookies = new Map();

  constructor(node) {
    this.node = node;
  }

  static async signIn(node, account, password) {
    const page = new OfficePage(node);
    const answer = await page.send('/sign-in', '/sign-in', { account, password, next: '' });
    if (answer && answer.status !== 303) throw new Error(`${account} could not sign in: ${answer.status}`);
    return page;
  }

  /** Opens the page at `from` and sends its form to `path`; null when the server was gone. */
  async send(from, path, fields) {
    const page = await this.#ask('GET', from);
    if (!page) return null;
    const hidden = (name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.body)?.[1] ?? '';
    const form = new URLSearchParams({ _csrf: hidden('_csrf'), _key: hidden('_key'), ...fields });
    return this.#ask('POST', path, { type: 'application/x-www-form-urlencoded', bytes: Buffer.from(String(form)) });
  }

  async #ask(method, path, form) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.node.ask(method, path, { form, cookie });
    for (const line of answer?.cookies ?? []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      this.#cookies.set(name, value);
    }
    return answer;
  }
}
