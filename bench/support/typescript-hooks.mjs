/** Hooks of the module loader: `./x.js` beside a TypeScript file means `./x.ts`, and its types are stripped. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const ROOT = new URL('../../', import.meta.url).href;
const ROOMS = [`${ROOT}test/`, `${ROOT}src/`];
const isOurs = (url) => ROOMS.some((room) => url?.startsWith(room));
const OPTIONS = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } };

export async function resolve(specifier, context, next) {
  if (isOurs(context.parentURL) && specifier.startsWith('.') && specifier.endsWith('.js')) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!isOurs(url) || !url.endsWith('.ts')) return next(url, context);
  const file = fileURLToPath(url);
  const { code } = await transform(readFileSync(file, 'utf8'), { ...OPTIONS, filename: file });
  return { format: 'module', source: code, shortCircuit: true };
}
