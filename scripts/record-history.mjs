/**
 * Records the history of workflow versions, once, when they are released: node scripts/record-history.mjs ID…
 * Every transition goes through the real engine; the lines go to test/histories/ID.jsonl, which tests replay from then on.
 */
import 'reflect-metadata';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { register } from 'node:module';
import { join } from 'node:path';
import { argv } from 'node:process';

register('./typescript-hooks.mjs', import.meta.url);
const { definition } = await import('../workflows/catalogue.ts');
const { HISTORIES, recordHistory } = await import('../test/support/history.ts');

mkdirSync(HISTORIES, { recursive: true });
for (const id of argv.slice(2)) {
  const file = join(HISTORIES, `${id}.jsonl`);
  if (existsSync(file)) throw new Error(`${file} is there already; a released version has one history for good`);
  const lines = await recordHistory(definition(id));
  writeFileSync(file, `${lines.join('\n')}\n`);
  process.stdout.write(`${id}: ${lines.length} events\n`);
}
