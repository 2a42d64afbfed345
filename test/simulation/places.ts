import { readSeed } from '../../src/shared/seeds.js';

interface PlaceSeed {
  code: string;
  name: string;
  level: string;
  parent: string | null;
}

/** One unit of a place: its id in the register and its names. */
export interface PlaceUnit {
  id: string;
  name: string;
  shortName: string;
}

/** A place whose office carries a plan of its own; a city's office also asks its counties' offices. */
export interface Place {
  code: string;
  name: string;
  level: 'city' | 'county';
  /** Id of the coordinating office's unit. */
  office: string;
  units: PlaceUnit[];
  /** Places below it that take part in the simulation. */
  counties: Place[];
}

/** A province of sixteen cities and 104 counties, as the register of administrative divisions has it. */
const PROVINCE = '340000';

const BUREAUS = [
  ...['人力资源社会保障局', '住房城乡建设局', '教育局', '财政局', '农业农村局', '卫生健康委', '总工会', '公安局'],
  ...['司法局', '交通运输局', '市场监管局', '发展改革委', '商务局', '民政局', '应急管理局', '水利局', '妇联', '团委'],
  ...['统计局', '医保局'],
];
const OF_A_CITY = BUREAUS.length;
const OF_A_COUNTY = 11;

/** The first `cities` cities of the province and, over them in turn, its first `counties` counties. */
export function placesOf(cities: number, counties: number): Place[] {
  const { places } = readSeed<{ places: PlaceSeed[] }>('places');
  const chosen = places.filter((one) => one.parent === PROVINCE).slice(0, cities);
  const codes = new Set(chosen.map((one) => one.code));
  const below = places.filter((one) => one.parent !== null && codes.has(one.parent)).slice(0, counties);
  const made = below.map((seed) => ({ parent: seed.parent, place: placeOf(seed, 'county', []) }));
  return chosen.flatMap((city) => {
    const own = made.filter(({ parent }) => parent === city.code).map(({ place }) => place);
    return [placeOf(city, 'city', own), ...own];
  });
}

function placeOf({ code, name }: PlaceSeed, level: Place['level'], counties: Place[]): Place {
  const units = BUREAUS.slice(0, level === 'city' ? OF_A_CITY : OF_A_COUNTY).map((bureau, at) => {
    const shortName = `${level === 'city' ? '市' : '县'}${bureau}`;
    return { id: `${code}-u${String(at + 1).padStart(2, '0')}`, name: shortName, shortName };
  });
  return { code, name, level, office: `${code}-office`, units, counties };
}
