import type { PlanLevel } from '../plan/reading.js';

/** A kind of place; any: 各地, which may be of any level. */
export type PlaceKind = PlanLevel | 'town' | 'any';

const KIND = '省份?|地级以?上?市|设区的?市|地级市|县级市|地市|市|州|盟|县城?|区|旗|乡|镇|街道|地区?';
const EACH = new RegExp(
  `(?:各|每一?个?)((?:${KIND})(?:（[^）]{1,8}）)?(?:[、和与及]?(?:${KIND})(?:（[^）]{1,8}）)?){0,3})(?![场级民域直方类])`,
);

/** Each of which places has a figure of this name (各市…, 每个县（市、区）…); none for a figure of all together. */
export function eachPlace(metric: string): PlaceKind[] {
  const places = EACH.exec(metric)?.[1];
  if (!places) return [];
  if (/^地区?$/.test(places)) return ['any'];
  const isCounty = /[县旗]|(?<!设|地)区/.test(places);
  const kinds: [PlaceKind, boolean][] = [
    ['province', places.startsWith('省')],
    ['city', /^(?:省、)?(?:地级|设区|地?市(?!区|（[^）]*县)|州|盟)/.test(places)],
    ['county', isCounty],
    ['town', /[乡镇]|街道/.test(places)],
  ];
  return kinds.filter(([, is]) => is).map(([kind]) => kind);
}

/** A name without the places each of which it is told of: 各市建设驿站 is 建设驿站. */
export const withoutPlaces = (name: string): string => (/[各每]/.test(name) ? name.replace(EACH, '') || name : name);
