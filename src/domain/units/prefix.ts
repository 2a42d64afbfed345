import type { PlanLevel } from '../plan/reading.js';
import type { UnitRegistry } from './registry.js';
import type { PlaceSeed } from './seed.js';

/** The level part of a unit's name: 市, 自治区, 省… with the place before it, if printed. */
export interface PrintedPrefix {
  level: string;
  place: string | null;
  /** What follows the prefix. */
  rest: string;
}

/** 师市: a division of the 新疆 Corps and its city, one administration. */
const LEVELS = [
  '自治区',
  '自治州',
  '自治县',
  '兵团',
  '师市',
  '地区',
  '林区',
  '新区',
  '省',
  '市',
  '州',
  '盟',
  '县',
  '区',
  '旗',
];
/** 乡 and 镇 begin the names of places as well (镇江市, 乡宁县). */
const TOWNSHIP = '乡(?![村宁城])|镇(?![江海平原赉远宁雄康沅坪巴]|安(?!委))';
/** 双江拉祜族佤族布朗族傣族自治县 has fifteen characters. */
const LONGEST_PLACE = 16;
const LEVEL_START = new RegExp(`^(${LEVELS.join('|')}|${TOWNSHIP})(?=.)`);
/** 示范区财政局, 高新区经发局: a zone of this name has bureaus of its own. */
const ZONE_START =
  /^((?:示范|高新|经开|开发|先行|合作|起步|度假|实验|航空港)区)(?!管委会$|管理委员会$|党工委$)(?=[\u4e00-\u9fff]{2,16}(?:局|委|办|委员会|办公室|部|中心|院|队)$)/;
const PLACE_START = new RegExp(`^([\\u4e00-\\u9fff]{1,${LONGEST_PLACE - 1}}?(?:${LEVELS.join('|')}))(?=.{2})`);

/** Splits 市财政局, 太原市财政局 and 安徽省合肥市财政局 into place, level and rest; null when no level is printed. */
export function splitPrefix(surface: string, registry: UnitRegistry, region: string | null): PrintedPrefix | null {
  const bare = LEVEL_START.exec(surface) ?? ZONE_START.exec(surface);
  if (bare) return { level: bareLevel(bare[1] ?? '', region), place: null, rest: surface.slice(bare[0].length) };
  return splitPlace(surface, registry, region);
}

/** 新区财政局 keeps its level whole; a district that is called so (浦东新区) says 区财政局 as well. */
const bareLevel = (level: string, region: string | null): string =>
  level === '新区' && !region?.endsWith(level) ? level : shortLevel(level);

/**
 * A printed place that is neither the plan's own nor above it: its units keep it (in a regional plan 四川省发展改革委 and
 * 重庆市发展改革委 are two), and so do those of a prefecture in a plan of its county-level city, where 市公安局 is the city's
 * own. Null where the place only repeats the plan's, or its level alone tells it.
 */
export function foreignPlace(place: string | null, region: string | null, registry: UnitRegistry): string | null {
  if (!place || place === region) return null;
  const printed = registry.places(place);
  if (printed.length === 0) return NEW_AREA.test(place) ? place : null;
  if (region === null) return printed.some(({ level }) => level === 'province') ? place : null;
  const own = registry.places(region);
  const above = printed.some((one) => own.some((home) => isAbove(one, home)));
  const isTold = levelWord(place) !== levelWord(region);
  return own.length === 0 || (above && isTold) ? null : place;
}

const WITHIN = ['自治区', '省', '师市', '市', '州', '盟', '地区', '县', '旗', '区'];

/**
 * A printed place in a plan whose own place is not known: it stays with a place's government or management committee, and
 * with units of a lower level than the list's (黄埔区教育局 in a list of 市 units). Null elsewhere.
 */
export function placeKept({ level, place, rest }: PrintedPrefix, carried: string | null): string | null {
  if (!place) return null;
  const isPlace = carried !== null && carried !== '' && !WITHIN.includes(carried);
  const isBelow = carried !== null && WITHIN.includes(carried) && WITHIN.indexOf(level) > WITHIN.indexOf(carried);
  return isPlace || isBelow || /^(?:人民)?政府$|管委会$|管理委员会$/.test(rest) ? place : null;
}

/** Codes run province (2 digits), city (2), county (2). */
function isAbove(place: PlaceSeed, home: PlaceSeed): boolean {
  const digits = { province: 2, city: 4, county: 6 }[place.level];
  return home.code.startsWith(place.code.slice(0, digits));
}

function splitPlace(surface: string, registry: UnitRegistry, region: string | null): PrintedPrefix | null {
  if (region && surface.startsWith(region) && surface.length > region.length + 1) {
    return nested(region, surface.slice(region.length), registry);
  }
  for (let length = 2; length <= Math.min(LONGEST_PLACE, surface.length - 2); length++) {
    const place = surface.slice(0, length);
    if (registry.places(place).length > 0 && PLACE_START.test(`${place}甲甲`)) {
      return nested(place, surface.slice(length), registry);
    }
  }
  const area = NEW_AREA_UNIT.exec(surface)?.[1];
  return area === undefined ? null : { level: levelWord(area), place: area, rest: surface.slice(area.length) };
}

/** 西咸新区, 雄安新区: no place of the list of places, and an administration with bureaus of its own. */
const NEW_AREA = /^[\u4e00-\u9fff]{2,5}新区$/;
const NEW_AREA_UNIT =
  /^([\u4e00-\u9fff]{2,5}?新区)(?=[\u4e00-\u9fff]{2,14}(?:局|委|委员会|办公室|办)$)(?!管委会|管理委员会|党工委)/;

function nested(place: string, rest: string, registry: UnitRegistry): PrintedPrefix {
  const inner = /^[省市州盟县区旗]/.test(rest) ? null : splitPlace(rest, registry, null);
  return inner ?? { level: levelWord(place), place, rest };
}

/** 太原市 → 市, 广西壮族自治区 → 自治区, 凉山彝族自治州 → 州. */
export function levelWord(place: string): string {
  const match = /(自治区|自治州|自治县|地区|新区|[省市州盟县区旗])$/.exec(place);
  return shortLevel(match?.[1] ?? '');
}

function shortLevel(level: string): string {
  if (level === '自治州') return '州';
  if (level === '自治县') return '县';
  if (level === '新区' || level === '林区') return '区';
  return level;
}

/** The prefix that a plan of this place and level gives to units printed without one; '' for a central plan. */
export function planPrefix(level: PlanLevel | null, region: string | null): string | null {
  if (level === 'state') return '';
  if (region) return levelWord(region) || null;
  return level ? { province: '省', city: '市', county: '县' }[level] : null;
}
