import type { WantedUnit } from '../organization/register.js';
import { readSeed } from '../shared/seeds.js';

interface PlaceSeed {
  code: string;
  name: string;
  level: string;
  parent: string | null;
}

/** How people call the level above a place: 自治区 for 贵港市, 省 for 太原市, 州 for a county of a 自治州; null for an unknown place. */
export function levelAbove(place: string): string | null {
  const { places } = readSeed<{ places: PlaceSeed[] }>('places');
  const own = places.find((one) => one.name === place);
  const above = own && places.find((one) => one.code === own.parent);
  return /(?:自治区|省|市|州|盟|地区)$/.exec(above?.name ?? '')?.[0] ?? null;
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
