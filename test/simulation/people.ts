import type { Actor } from '../../src/engine/types.js';
import type { Place, PlaceUnit } from './places.js';

/** The office's two people: what one enters, the other one reviews. */
export function coordinator({ code, name, office }: Place): Actor {
  return { user: `${code}-c1`, name: `协调员甲（${name}农民工办）`, unit: office, roles: ['coordinator'] };
}

export function colleague({ code, name, office }: Place): Actor {
  return { user: `${code}-c2`, name: `协调员乙（${name}农民工办）`, unit: office, roles: ['coordinator'] };
}

export function liaison(unit: PlaceUnit): Actor {
  return { user: `p-${unit.id}`, name: `联络员（${unit.shortName}）`, unit: unit.id, roles: ['liaison'] };
}

/** Who reports for a county's office to the city above. */
export function countyPerson({ office, name }: Place): Actor {
  return { user: `p-${office}`, name: `联络员（${name}）`, unit: office, roles: ['county'] };
}
