/** A place of GB/T 2260 (seeds/places.json): six digits, province 2, prefecture 2, county 2. */
export interface Place {
  code: string;
  name: string;
  level: 'province' | 'city' | 'county';
  /** Code of the place above; null for provinces. Counties under a province directly have the province. */
  parent: string | null;
}

export interface PlaceTable {
  /** The day the table was true. */
  asOf: string;
  places: Place[];
}

/** The places right below one, in the order of their codes: 各县（市、区） of a city, 各市 of a province. */
export function placesBelow(table: PlaceTable, code: string): Place[] {
  return table.places.filter((place) => place.parent === code).sort((a, b) => a.code.localeCompare(b.code));
}

/** The places of a name; several counties share one (鼓楼区), so a parent's name can narrow it. */
export function placesNamed(table: PlaceTable, name: string, parentName?: string): Place[] {
  const named = table.places.filter((place) => place.name === name);
  if (!parentName) return named;
  const codes = new Set(table.places.filter((place) => place.name === parentName).map((place) => place.code));
  return named.filter((place) => place.parent !== null && codes.has(place.parent));
}
