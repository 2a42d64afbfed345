import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Definition } from '../../../workflows/catalogue.js';
import { projectRoot } from '../../shared/paths.js';
import { canonical } from '../canonical.js';
import { tokensOf } from './tokens.js';

/** What a definition is known by: SHA-256 of the machine that runs, and of the sources that say what it does. */
export interface Fingerprint {
  machine: string;
  source: string;
}

/** Where the definitions and the list of released ones lie. */
export const WORKFLOWS = join(projectRoot, 'workflows');

/** What all machines share. */
const SHARED = ['effects.ts', 'relations.ts', 'stamp.ts'];

/** What a released definition is known by: its machine as it runs, and its sources in `folder` ('' where there are none). */
export function fingerprintOf(definition: Definition, folder = WORKFLOWS): Fingerprint {
  return { machine: machineHash(definition), source: sourceHash(definition.id, folder) ?? '' };
}

/** SHA-256 over states, transitions, guards and actions by name, who may cause what, and what events carry. */
export function machineHash({ machine, events }: Definition): string {
  const fields = Object.entries(events).map(([type, { payload }]) => [
    type,
    payload.map(({ name, kind }) => [name, kind]),
  ]);
  return sha256(canonical({ config: plain(machine.config), fields }));
}

/** A function is told by its name alone: what it does is in the sources. */
function plain(value: unknown): unknown {
  if (typeof value === 'function') return '()';
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

/**
 * SHA-256 over the tokens of a version's own files (not its words: they may be bettered) and of what all machines share;
 * null when the folder has none of that version.
 */
export function sourceHash(id: string, folder = WORKFLOWS): string | null {
  const files = sourcesOf(id, folder);
  if (files.length === 0) return null;
  const paths = [...files, ...SHARED.map((file) => join(folder, file))];
  return sha256(paths.map((path) => JSON.stringify(tokensOf(readFileSync(path, 'utf8')))).join('\n'));
}

function sourcesOf(id: string, folder: string): string[] {
  const [name, version] = id.split('@');
  const own = new RegExp(`^${name}\\.v${version}\\.(?!words\\.|spec\\.)(.+\\.)?ts$`);
  const home = join(folder, name!);
  if (!existsSync(home)) return [];
  const files = readdirSync(home).filter((file) => own.test(file));
  return files.sort().map((file) => join(home, file));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
