/**
 * `npm run -s bench [-- NAME…]`: measures the product against limits taken in the same run and prints one JSON object
 * { figures: [{ name, value, unit, limit, limitValue, ratio }] }. A NAME is a figure's name or its beginning
 * (`engine`, `engine.command`). Every file of bench/figures exports `figures`: [{ name, measure() }].
 */
import { readdirSync } from 'node:fs';

const folder = new URL('./figures/', import.meta.url);

async function registered() {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.mjs'))
    .sort();
  const modules = await Promise.all(files.map((name) => import(new URL(name, folder).href)));
  return modules.flatMap((module) => module.figures);
}

const isAsked = (name, asked) => asked.length === 0 || asked.some((one) => name === one || name.startsWith(`${one}.`));
const round = (value) => Number(value.toPrecision(4));

async function measure({ name, measure: run }) {
  process.stderr.write(`${name} …\n`);
  const { value, unit, limit, limitValue, ...more } = await run();
  return {
    name,
    value: round(value),
    unit,
    limit,
    limitValue: round(limitValue),
    ratio: round(value / limitValue),
    ...more,
  };
}

const asked = process.argv.slice(2);
const chosen = (await registered()).filter(({ name }) => isAsked(name, asked));
if (chosen.length === 0) {
  process.stderr.write(`没有名为“${asked.join(' ')}”的测量项。\n`);
  process.exit(2);
}
const figures = [];
for (const figure of chosen) figures.push(await measure(figure));
process.stdout.write(`${JSON.stringify({ figures }, null, 2)}\n`);
