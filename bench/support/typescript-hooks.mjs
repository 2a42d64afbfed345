/** Hooks of the module loader: `./x.js` beside a TypeScript file means `./x.ts`, and its types are stripped. */
import { existsSync } from 'node:fs';
import { compiled } from '../../scripts/typescript.mjs';

const ROOT = new URL('../../', import.meta.url).href;
const ROOMS = [`${ROOT}test/`, `${ROOT}src/`, `${ROOT}workflows/`];
const isOurs = (url) => ROOMS.some((room) => url?.startsWith(room));

export async function resolve(specifier, context, next) {
  if (isOurs(context.parentURL) && specifier.startsWith('.') && specifier.endsWith('.js')) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!isOurs(url) || !url.endsWith('.ts')) return next(url, context);
  return { format: 'module', source: compiled(url), shortCircuit: true };
}
