import { readSeed } from '../shared/seeds.js';

interface PlaceSeed {
  code: string;
  name: string;
  parent: string | null;
}

/** Names of the county offices of a city, or of the cities' offices of a province, from the table of places. */
export function countiesOf(place: string): string[] {
  const places = readSeed<{ places: PlaceSeed[] }>('places').places;
  const own = places.find((one) => one.name === place);
  if (!own) return [];
  return places.filter((one) => one.parent === own.code).map((one) => officeName(one.name));
}

/** A lower place's office as a unit: 小店区农民工工作领导小组办公室. */
export function officeName(place: string): string {
  return `${place}农民工工作领导小组办公室`;
}
