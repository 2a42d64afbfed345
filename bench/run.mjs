/**
 * `npm run -s bench [-- NAME…]`: measures the product against limits taken in the same run and prints one JSON object
 * { figures: [{ name, value, unit, limit, limitValue, ratio }] }. A NAME is a figure's name or its beginning
 * (`engine`, `engine.command`). Every file of bench/figures exports `figures`: [{ name, measure() }].
 */
import { readdirSync } from 'node:fs';
import { printFigures } from './support/figures.mjs';

const folder = new URL('./figures/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.mjs'));
const modules = await Promise.all(files.sort().map((name) => import(new URL(name, folder).href)));
await printFigures(
  modules.flatMap((module) => module.figures),
  process.argv.slice(2),
);
