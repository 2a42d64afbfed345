/**
 * Lives through a simulated province's year, or several, on the real engine, killing the writing process on the way:
 * node scripts/province-year.mjs --seed N [--years 1] [--cities 16] [--counties 104] [--measures 40] [--kills 20]
 * Prints one JSON object: figures by tenths and by the seasons of each year, the hash of the log, and what broke a rule;
 * exit 1 when anything did.
 */
import { parseArgs } from 'node:util';
import { ensureOrExit } from './ensure.mjs';

if (!process.env.QIANTOU_DIST) await ensureOrExit();
const { provinceRun } = await import('../test/simulation/harness.mjs');

const number = (value) => ({ type: 'string', default: String(value) });
const { values } = parseArgs({
  options: {
    seed: number(1),
    years: number(1),
    cities: number(16),
    counties: number(104),
    measures: number(40),
    kills: number(20),
  },
});
const settings = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]));
const result = await provinceRun(settings, (progress) => process.stderr.write(`${progress}\n`));
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exitCode = result.faults.length > 0 ? 1 : 0;
