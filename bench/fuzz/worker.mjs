/** Reads altered files of one format, one after the other, and tells its parent of each. Started by scripts/fuzz-intake.mjs. */
import { performance } from 'node:perf_hooks';
import { product } from '../support/product.mjs';
import { alter, isAltered } from './alter.mjs';
import { samples } from './samples.mjs';

const { extractBytes } = await product('src/intake/extract.js');
const { readPlan } = await product('src/intake/read-plan.js');
const { loadUnitRegistry } = await product('src/intake/registry.js');
const registry = loadUnitRegistry();
const [format, seed, from, to] = [process.argv[2], ...process.argv.slice(3).map(Number)];
/** Exit code that the parent knows. */
const TOOL_FAULT = 70;
const kinds = samples.get(format);
const told = (error) => (error instanceof Error ? (error.stack ?? error.message) : String(error)).slice(0, 600);
let now = from;
process.on('unhandledRejection', (error) => process.send({ stray: told(error), n: now }));

/** The words of each sound file, to tell how many damages can be seen in what is read. */
const words = await Promise.all(kinds.map(async ([sample, name]) => (await extractBytes(sample, name)).text));

/** inside: a reader ran into an error of its own, which the product tells as a broken file. */
async function outcome(bytes, name, sound) {
  try {
    const { text } = await extractBytes(bytes, name);
    readPlan(text, registry);
    return { result: 'read', otherWords: text !== sound };
  } catch (error) {
    if (error.name !== 'Refusal' || !error.code) return { result: `crashed ${told(error)}` };
    return { result: `refused ${error.code}`, inside: error.detail?.facts?.cause !== undefined };
  }
}

/** A fault of this tool is not one of the reading, nor is a copy like its sample: each ends the run. */
function altered(sample, itsSeed) {
  try {
    const copy = alter(sample, itsSeed);
    if (!isAltered(sample, copy)) throw new Error(`seed ${itsSeed} altered nothing`);
    return copy;
  } catch (error) {
    process.stderr.write(`${told(error)}\n`);
    process.exit(TOOL_FAULT);
  }
}

for (let n = from; n < to; n++) {
  now = n;
  const kind = n % kinds.length;
  const [sample, name] = kinds[kind];
  const bytes = altered(sample, seed + n);
  process.send({ start: n });
  const started = performance.now();
  const come = await outcome(bytes, name, words[kind]);
  const ms = performance.now() - started;
  process.send({ n, ...come, ms, peak: process.resourceUsage().maxRSS * 1024 });
  await new Promise((resolve) => setImmediate(resolve));
}
await new Promise((resolve) => process.send({ done: true }, resolve));
process.disconnect();
