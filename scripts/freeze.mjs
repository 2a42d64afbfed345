/**
 * Released workflow definitions never change. `node scripts/freeze.mjs ID…` (for instance measure@1) writes their
 * fingerprints into workflows/frozen.json when a release is made; `npm test` holds the sources against them. A
 * fingerprint is taken over the tokens of the version's own files (not its words) and of what all machines share, so
 * that a comment or a line break changes nothing and everything else does.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = join(dirname(dirname(fileURLToPath(import.meta.url))), 'workflows');
const SHARED = ['effects.ts', 'relations.ts', 'stamp.ts'];

/** The tokens of a TypeScript source, without comments and white space. */
function tokens(source) {
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, true, ts.LanguageVariant.Standard, source);
  const found = [];
  while (scanner.scan() !== ts.SyntaxKind.EndOfFileToken) found.push(scanner.getTokenText());
  return found;
}

/** SHA-256 over the sources that decide how a definition behaves; null when the folder has none of that version. */
export function fingerprint(id, root = ROOT) {
  const [name, version] = id.split('@');
  const folder = join(root, name);
  const own = new RegExp(`^${name}\\.v${version}\\.(?!words\\.|spec\\.)(.+\\.)?ts$`);
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => own.test(file))
        .sort()
    : [];
  if (names.length === 0) return null;
  const paths = [...names.map((file) => join(folder, file)), ...SHARED.map((file) => join(root, file))];
  const hash = createHash('sha256');
  for (const path of paths) hash.update(JSON.stringify(tokens(readFileSync(path, 'utf8'))));
  return hash.digest('hex');
}

/** Ids of released definitions whose sources are no longer those that were released. */
export function changedSinceRelease(root = ROOT) {
  const frozen = JSON.parse(readFileSync(join(root, 'frozen.json'), 'utf8'));
  return Object.keys(frozen).filter((id) => fingerprint(id, root) !== frozen[id]);
}

/** Adds definitions to the released ones; one that is there already is never written anew. */
export function freeze(ids, root = ROOT) {
  const file = join(root, 'frozen.json');
  const frozen = JSON.parse(readFileSync(file, 'utf8'));
  for (const id of ids) {
    if (frozen[id]) throw new Error(`${id} is released already; a changed definition needs a new version`);
    const found = fingerprint(id, root);
    if (!found) throw new Error(`there is no ${id} in workflows/`);
    frozen[id] = found;
  }
  writeFileSync(file, `${JSON.stringify(frozen, null, 2)}\n`);
}

if (argv[1] === fileURLToPath(import.meta.url)) freeze(argv.slice(2));
