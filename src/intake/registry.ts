import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildUnitRegistry, type UnitRegistry } from '../domain/units/registry.js';
import type { PlaceSeed, UnitSeed } from '../domain/units/seed.js';
import { projectRoot } from '../shared/paths.js';

const loaded = new Map<string, UnitRegistry>();

/**
 * The unit registry from units.json and places.json of the seeds folder; read once per process and folder.
 * Throws when a file is missing or is not JSON.
 */
export function loadUnitRegistry(folder: string = join(projectRoot, 'seeds')): UnitRegistry {
  const known = loaded.get(folder);
  if (known) return known;
  const units: UnitSeed = JSON.parse(readFileSync(join(folder, 'units.json'), 'utf8'));
  const { places }: { places: PlaceSeed[] } = JSON.parse(readFileSync(join(folder, 'places.json'), 'utf8'));
  const registry = buildUnitRegistry(units, places);
  loaded.set(folder, registry);
  return registry;
}
