import type { Browser } from 'playwright-core';
import { newPerson, signIn, withBrowser, type WatchedPage } from '../../support/browser.js';
import { startServer, type RunningServer, type ServerOptions } from '../../support/server.js';

const PATIENCE_MS = 30_000;

/** The demonstration office at work: one server, one browser program, each person in a browser context of their own. */
export class Office {
  private readonly people = new Map<string, WatchedPage>();

  private constructor(
    readonly server: RunningServer,
    private readonly browser: Browser,
    private readonly endBrowser: () => Promise<void>,
  ) {}

  static async open(options: ServerOptions = {}): Promise<Office> {
    const server = await startServer(options);
    const { browser, end } = await openBrowser();
    return new Office(server, browser, end);
  }

  /** The desk of an account's owner, signed in on the first call. */
  async person(account: string): Promise<WatchedPage> {
    const known = this.people.get(account);
    if (known) return known;
    const person = await newPerson(this.browser, this.server.origin);
    person.page.setDefaultTimeout(PATIENCE_MS);
    await signIn(person, account, this.server.signIns.get(account) ?? '');
    this.people.set(account, person);
    return person;
  }

  /** Accounts that have signed in. */
  get signedIn(): string[] {
    return [...this.people.keys()];
  }

  /** Script errors, refused code and requests to other hosts, of everybody. */
  get faults(): string[] {
    return [...this.people].flatMap(([account, { faults }]) => faults.map((fault) => `${account}: ${fault}`));
  }

  async close(): Promise<void> {
    await this.endBrowser();
    await this.server.discard();
  }
}

/** A browser that stays open until it is ended by hand. */
async function openBrowser(): Promise<{ browser: Browser; end: () => Promise<void> }> {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  let ended: Promise<void> = Promise.resolve();
  const browser = await new Promise<Browser>((ready, fail) => {
    ended = withBrowser(async (opened) => {
      ready(opened);
      await released;
    });
    ended.catch(fail);
  });
  return {
    browser,
    end: () => {
      release();
      return ended;
    },
  };
}
