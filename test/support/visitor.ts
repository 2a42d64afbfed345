/** What a form's answer says: a page, or where to go next. */
export interface Answer {
  status: number;
  /** Text of the page; empty for a redirect. */
  text: string;
  /** Path to go to; empty for a page. */
  location: string;
}

type Fetch = (url: string, request: RequestInit) => Promise<Response>;

/** A person at a browser without the browser: pages, forms with their hidden fields, papers. */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  private constructor(
    private readonly origin: string,
    private readonly fetch: Fetch,
  ) {}

  /** `fetch` may be one that trusts a certificate of its own. */
  static async signIn(origin: string, account: string, password: string, fetch: Fetch = globalThis.fetch) {
    const visitor = new Visitor(origin, fetch);
    const page = (await visitor.look('/sign-in')).text;
    const { status } = await visitor.send('/sign-in', { account, password, next: '' }, page);
    if (status !== 303) throw new Error(`${account} could not sign in: ${status}`);
    return visitor;
  }

  /** The head's line that says who this is. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  look(path: string): Promise<Answer> {
    return this.ask(path, { method: 'GET' });
  }

  /** A page that must be there. */
  async open(path: string): Promise<string> {
    const { status, text, location } = await this.look(path);
    if (status === 303) return this.open(location);
    if (status !== 200) throw new Error(`${path}: ${status}`);
    return text;
  }

  /** Sends a form of the page that was looked at; its secret, key and revision go along as the page holds them. */
  send(path: string, fields: Record<string, string>, page: string): Promise<Answer> {
    return this.ask(path, { method: 'POST', body: new URLSearchParams({ ...secretsOf(page, path), ...fields }) });
  }

  /** Sends the form at a path with its papers. */
  async upload(
    path: string,
    files: Record<string, { bytes: Buffer; name: string }>,
    fields: Record<string, string> = {},
  ): Promise<Answer> {
    const body = new FormData();
    const secrets = secretsOf(await this.open(path), path);
    for (const [name, value] of Object.entries({ ...secrets, ...fields })) body.append(name, value);
    for (const [field, { bytes, name }] of Object.entries(files))
      body.append(field, new Blob([new Uint8Array(bytes)]), name);
    return this.ask(path, { method: 'POST', body });
  }

  private async ask(path: string, request: { method: string; body?: URLSearchParams | FormData }): Promise<Answer> {
    const headers = { cookie: this.cookie, accept: 'text/html', origin: this.origin };
    const response = await this.fetch(this.origin + path, { ...request, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    const text = response.status === 303 ? '' : await response.text();
    return { status: response.status, text, location: response.headers.get('location') ?? '' };
  }

  private keep(line: string): void {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (name) this.cookies.set(name, value ?? '');
  }
}

/** The hidden fields of the form that goes to the path, else of the last one on the page with a key. */
function secretsOf(page: string, path: string): Record<string, string> {
  const forms = [...page.matchAll(/<form[^>]*action="([^"]*)"[^>]*>([^]*?)<\/form>/g)];
  const form = forms.find(([, action]) => action === path) ?? forms.findLast(([, , inner]) => inner!.includes('_key'));
  const names = ['_csrf', '_key', '_rev'] as const;
  const found = names.map((name) => [name, new RegExp(`name="${name}" value="([^"]*)"`).exec(form?.[2] ?? '')?.[1]]);
  return Object.fromEntries(found.filter(([, value]) => value !== undefined) as [string, string][]);
}
