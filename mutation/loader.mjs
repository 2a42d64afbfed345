/**
 * Module hooks of the mutation runner: TypeScript as jest compiles it, `@jest/globals` as the runner's own stage, and the
 * project's modules anew for every mutant: what a spec is imported with (`?run=7`) is handed on to all it imports.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compiled } from '../scripts/typescript.mjs';

const STAGE = new URL('./stage.mjs', import.meta.url).href;
const done = new Map();

export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: STAGE, shortCircuit: true };
  const run = /^\./.test(specifier) && /\?run=\d+$/.exec(context.parentURL ?? '')?.[0];
  if (!run) return next(specifier, context);
  const target = new URL(specifier, context.parentURL);
  const source = new URL(target.href.replace(/\.js$/, '.ts'));
  const found = existsSync(fileURLToPath(source)) ? source : target;
  return { url: `${found.href}${run}`, format: 'module', shortCircuit: true };
}

export async function load(url, context, next) {
  const [file] = url.split('?');
  if (!file.endsWith('.ts')) return next(url, context);
  if (!done.has(file)) done.set(file, compiled(file));
  return { format: 'module', source: done.get(file), shortCircuit: true };
}
