/** Pages of the real server after a plan's whole course, against a bare Express page with the same bytes. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rate, turnByTurn } from '../support/rates.mjs';
import { testModule } from '../support/typescript.mjs';

const BARE = fileURLToPath(new URL('../support/bare-page.mjs', import.meta.url));
const TURNS = 8;

/** `visit` tells from the site who looks and where. */
async function against(visit) {
  const { answers, openSite } = await import('../support/site.mjs');
  const { freePort } = await testModule('support/server.ts');
  const site = await openSite();
  const port = await freePort();
  const [visitor, path] = visit(site);
  const page = await visitor.open(path);
  const file = join(site.folder, 'page.html');
  writeFileSync(file, page);
  const bare = spawn(process.execPath, [BARE, String(port), file], { stdio: 'ignore' });
  try {
    const address = `http://127.0.0.1:${port}/`;
    await answers(address);
    const { first, second } = await turnByTurn(
      TURNS,
      () => rate(() => visitor.open(path)),
      async () => rate(async () => (await fetch(address)).text()),
    );
    const more = { p99Ms: Number(first.p99.toFixed(1)), bytes: Buffer.byteLength(page) };
    const limit = 'a bare Express page with the same bytes';
    return { value: first.p50, unit: 'ms', limit, limitValue: second.p50, ...more };
  } finally {
    bare.kill();
    await site.close();
  }
}

export const figures = [
  { name: 'page.ledger', measure: () => against(({ plan, coordinator }) => [coordinator, `/plans/${plan}/ledger`]) },
  { name: 'page.inbox', measure: () => against(({ bureau }) => [bureau, '/inbox?tab=doing']) },
];
