import type { WantedUnit } from '../organization/register.js';
import { readSeed } from '../shared/seeds.js';

interface PlaceSeed {
  code: string;
  name: string;
  level: string;
  parent: string | null;
}

/** The offices of the places below: of a city's counties, of a province's cities. */
export function officesBelow(place: string): WantedUnit[] {
  const { places } = readSeed<{ places: PlaceSeed[] }>('places');
  const own = places.find((one) => one.name === place);
  const below = own ? places.filter((one) => one.parent === own.code) : [];
  return below.map(({ name, level }) => ({
    name: `${name}农民工工作领导小组办公室`,
    place: name,
    level,
    kind: 'county',
  }));
}
