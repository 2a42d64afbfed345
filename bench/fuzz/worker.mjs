/** Reads altered files of one format, one after the other, and tells its parent of each. Started by scripts/fuzz-intake.mjs. */
import { performance } from 'node:perf_hooks';
import { product } from '../support/product.mjs';
import { alter } from './alter.mjs';
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

async function outcome(bytes, name) {
  try {
    const { text } = await extractBytes(bytes, name);
    readPlan(text, registry);
    return 'read';
  } catch (error) {
    return error.name === 'Refusal' && error.code ? `refused ${error.code}` : `crashed ${told(error)}`;
  }
}

/** A fault of this tool is not one of the reading: it ends the run. */
function altered(sample, itsSeed) {
  try {
    return alter(sample, itsSeed);
  } catch (error) {
    process.stderr.write(`${told(error)}\n`);
    process.exit(TOOL_FAULT);
  }
}

for (let n = from; n < to; n++) {
  now = n;
  const [sample, name] = kinds[n % kinds.length];
  const bytes = altered(sample, seed + n);
  process.send({ start: n });
  const started = performance.now();
  const result = await outcome(bytes, name);
  const ms = performance.now() - started;
  process.send({ n, result, ms, peak: process.resourceUsage().maxRSS * 1024 });
  await new Promise((resolve) => setImmediate(resolve));
}
await new Promise((resolve) => process.send({ done: true }, resolve));
process.disconnect();
