import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './paths.js';

const kept = new Map<string, unknown>();

/** A file of seeds/ by its name without '.json', read once. */
export function readSeed<T>(name: string): T {
  if (!kept.has(name)) kept.set(name, JSON.parse(readFileSync(join(projectRoot, 'seeds', `${name}.json`), 'utf8')));
  return kept.get(name) as T;
}
