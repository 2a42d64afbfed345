/**
 * Releases workflow definitions: `node scripts/freeze.mjs ID…` (for instance measure@1; `--all`: every one that is not
 * released yet) writes their fingerprints into workflows/frozen.json. From then on the program refuses to start with a
 * changed one; `npm test` says so too.
 */
import { argv } from 'node:process';
import { ensureOrExit } from './ensure.mjs';

await ensureOrExit();
const { definitions } = await import('../dist/workflows/catalogue.js');
const { freeze, frozenIn } = await import('../dist/src/engine/release/frozen.js');

const released = frozenIn();
const wanted = argv.slice(2);
const ids = wanted.includes('--all')
  ? definitions()
      .map(({ id }) => id)
      .filter((id) => !released[id])
  : wanted;
freeze(ids, definitions());
process.stdout.write(`${ids.join('\n')}\n`);
