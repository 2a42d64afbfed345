#!/usr/bin/env node
/** The command `qiantou`: in a checkout builds first when stale, then hands over to the compiled command line. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const commandLine = join(root, 'dist/src/cli.js');

if (existsSync(join(root, 'src')) && existsSync(join(root, 'scripts/ensure.mjs'))) {
  const { ensureOrExit } = await import('../scripts/ensure.mjs');
  await ensureOrExit();
}
process.setSourceMapsEnabled(true);
process.argv[1] = commandLine;
await import(pathToFileURL(commandLine).href);
