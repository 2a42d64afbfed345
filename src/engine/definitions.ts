import { current, definition, type Definition } from '../../workflows/catalogue.js';

const byId = new Map<string, Definition>();
const newest = new Map<string, Definition>();

/** The definition `name@version`; looked up once. Throws when this program has none. */
export function definitionOf(id: string): Definition {
  let found = byId.get(id);
  if (!found) byId.set(id, (found = definition(id)));
  return found;
}

/** The definition with which new instances of a machine start; looked up once. */
export function currentOf(machine: string): Definition {
  let found = newest.get(machine);
  if (!found) newest.set(machine, (found = current(machine)));
  return found;
}
