/**
 * Module hooks of the mutation runner: TypeScript as jest compiles it, `@jest/globals` as the runner's own stage, and the
 * project's modules anew for every mutant: what a spec is imported with (`?run=7`) is handed on to all it imports.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const STAGE = new URL('./stage.mjs', import.meta.url).href;
const SWC = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2022',
    keepClassNames: true,
  },
  module: { type: 'es6' },
};
const compiled = new Map();

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
  if (!compiled.has(file)) {
    const filename = fileURLToPath(file);
    compiled.set(file, transformSync(readFileSync(filename, 'utf8'), { ...SWC, filename, swcrc: false }).code);
  }
  return { format: 'module', source: compiled.get(file), shortCircuit: true };
}
