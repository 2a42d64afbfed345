import type { UnitRegistry } from './registry.js';

/** Branches of these lines are called alike everywhere. */
const NATIONAL = new Set(['survey', 'pbc', 'customs', 'tax', 'banking', 'fin-reg', 'aviation', 'military', 'corps']);

const BANKS =
  '(?:中国)?(?:工商|农业|建设|交通|邮政储蓄|邮储|农业发展|进出口)银行|中国银行|国家开发银行|(?:国开|农发|邮储|进出口|工|农|中|建|交)行';
const LINES =
  '国网|国家电网|南方电网|中国铁路|中国(?:移动|联通|联合网络通信|电信|铁塔|邮政|石油|石化|人寿|人保|信保)|中储粮|中石油|中石化';
/** 国网甲供电公司, 工商银行甲分行. */
const LINE_BRANCH = new RegExp(
  `^(?:${BANKS})(?:[一-龥]{2,10}(?:分行|支行))?$|^(?:${LINES})(?:[一-龥]{0,16}(?:公司|集团))?$`,
);

/** What a line is called behind the level or the name of a place: 市供电公司, 甲海事局. */
const OF_LINE = new RegExp(
  '^(?:(?:国网)?供电|电力|移动|联通|电信|铁塔|邮政|烟草)(?:有限责任|有限|分|支)?公司$|^(?:供电|电业|航道|国税|地税|海事)局$|^海事处$|^海关$|' +
    `检验检疫局$|^(?:银保监|银监|保监|证监|金融监管)(?:分局|支局|局)$|^(?:${BANKS})$|^人民银行$|^(?:农商(?:银)?行|农村商业银行|农村信用(?:合作)?联社)$`,
);

const ADMINISTERED = '(?:管委会|管理委员会|执委会|执行委员会)?';
const ZONE_KIND = new RegExp(
  `^(?:国家级?|省级|市)?(?:经济技术开发|经济开发|高新技术产业开发|高新技术|高新|经开|开发|工业园|产业园|综合保税|综保|保税|保税港|(?:航空|空|临空|海|陆)港经济|航空港|临空经济|自贸试验|自由贸易试验|(?:城乡一体化)?示范|综合实验|先行|合作|旅游度假|度假|风景名胜|风景|新)区${ADMINISTERED}$`,
);
/** The new areas that the State Council has set up. */
const STATE_AREA = new RegExp(
  `^(?:浦东|滨海|两江|舟山群岛|兰州|南沙|西咸|贵安|西海岸|金普|天府|湘江|江北|福州|滇中|哈尔滨|长春|赣江|雄安)新区${ADMINISTERED}$`,
);
const STATE_LINE = /^国家(?:外汇|能源|矿山)|^(?:黄河|长江|淮河|海河|珠江|松辽|太湖流域)/;

/** 太原铁路局: a group company since 2017. */
const GONE = /铁路局$/;

/** Levels and kinds that the everyday name of a place leaves out: 大同 of 大同市. */
const LEVELS = [
  ...['', '市', '县', '区', '省', '州', '盟', '旗', '地区', '自治区'],
  ...['壮族自治区', '回族自治区', '维吾尔自治区'],
];
const LONGEST_PLACE = 16;

/**
 * Whether a body that is called by its own name is known for sure: a branch of a national line, or the unit, the zone or
 * the branch of a place that the register has. All others are told by their form alone.
 */
export function isSurelyOwn(name: string, id: string, registry: UnitRegistry): boolean {
  if (NATIONAL.has(id) || LINE_BRANCH.test(name) || STATE_AREA.test(name) || STATE_LINE.test(name)) return true;
  if (id === 'zone' && isKindOfZone(name)) return true;
  if (id === 'place-government' && /^[市县区旗]?(?:人民)?政府$|^[乡镇]人民政府$|^街道人民政府$/.test(name)) return true;
  if (GONE.test(name)) return false;
  return OF_LINE.test(name) || restsBehindPlaces(name, registry).some((rest) => isSureThere(rest, registry));
}

const isSureThere = (rest: string, registry: UnitRegistry): boolean =>
  rest === '行政公署' || ZONE_KIND.test(rest) || OF_LINE.test(rest) || isRegistered(rest, registry);

/** 高新区管委会, 市工业园区管委会: the plan's own, by its kind. */
const isKindOfZone = (name: string): boolean =>
  ZONE_KIND.test(name) || /^[市县区](?:经济|工业)?(?:开发|高新|经开|产业园|工业园)区/.test(name);

/** Whether a body printed with the level of its place is known for sure: 市供电公司, 市人大社会委, 市农民工工作领导小组. */
export function isSurelyLevelled(rest: string, registry: UnitRegistry): boolean {
  if (OF_LINE.test(rest) || ZONE_KIND.test(rest) || /^(?:人大|政协)/.test(rest)) return true;
  const group = rest.replace(/^(?:人民)?政府|办公室$/g, '');
  return isRegistered(group, registry) || isRegistered(`${group}办公室`, registry);
}

/** Whether an office inside a known unit is one of its sections, teams or branches; a centre or a school is a body of its own. */
export const isSurelySection = (office: string): boolean => /(?:科|处|股|室|支队|大队|总队|分局)$/.test(office);

const isRegistered = (rest: string, registry: UnitRegistry): boolean => {
  const found = registry.find(rest);
  return found !== null && !isByForm(found);
};

/** An agency merged from whole words, by its form alone. */
export const isByForm = ({ id }: { id: string }): boolean => id === 'merged';

/** 甲公积金中心: a centre that is called by the name of its place, its own part by the name that the register has. */
export function fullCentre(name: string, registry: UnitRegistry): string {
  const rest = name.endsWith('中心')
    ? restsBehindPlaces(name, registry).find((one) => isRegistered(one, registry))
    : undefined;
  return rest === undefined ? name : name.slice(0, -rest.length) + (registry.find(rest)?.rest ?? rest);
}

/** What follows the names of places, in full or without their level, with which a name begins. */
function restsBehindPlaces(name: string, registry: UnitRegistry): string[] {
  const lengths = Array.from({ length: Math.min(LONGEST_PLACE, name.length - 2) }, (_, at) => at + 2);
  const isPlace = (place: string): boolean => LEVELS.some((level) => registry.places(place + level).length > 0);
  return lengths.filter((length) => isPlace(name.slice(0, length))).map((length) => name.slice(length));
}
