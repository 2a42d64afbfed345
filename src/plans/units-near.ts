import { composedName } from '../domain/units/composed.js';
import { isOneOff, slipsOf } from '../domain/units/slips.js';
import { levelOfPrefix } from '../domain/units/passed-on.js';
import type { UnitRegistry } from '../domain/units/registry.js';

/** A unit that a printed name may mean, and why it may; a person decides. */
export interface NearName {
  name: string;
  reason: string;
}

const MOST = 3;
const ENDS = ['局', '厅', '委', '委员会', '办公室', '办'];

/** A committee or a leading group is no bureau, and one character no name. */
const NO_BUREAU = /(?:委|会|小组)[局厅]$|^.[局厅委]$/;

/** Full names of the known kinds of units with the given level prefix: 市财政局, 市教育局, … */
export function kindNames(registry: UnitRegistry, prefix: string): string[] {
  const end = prefix === '省' || prefix === '自治区' ? '厅' : '局';
  const names = registry.stems.map((stem) => registry.find(stem + end)?.rest ?? registry.find(`${stem}委`)?.rest);
  const usual = names.filter((rest) => rest !== undefined && !NO_BUREAU.test(rest));
  return [...new Set(usual)].map((rest) => prefix + rest).sort();
}

/**
 * Names near to an unknown one, best first, each with its reason: the letters of a short form in order, another ending
 * of the same name, one or two other characters; none for a name that shares only words that any unit may have.
 */
export function nearNames(surface: string, candidates: readonly string[]): NearName[] {
  return ranked(surface, candidates, 0);
}

/**
 * What a doubted name may mean, as the page offers it: first the one that its doubt names, then others that are near, then
 * those whose short form is.
 */
export function offeredNames(
  doubted: { name: string; reason: string },
  candidates: readonly string[],
  registry: UnitRegistry,
): NearName[] {
  const told = [...doubted.reason.matchAll(/与“([^”]+)”相近（([^）]*)）/g)];
  const named = told.map(([, name = '', reason = '']) => ({ name, reason }));
  const near = [...nearNames(doubted.name, candidates), ...shortSlips(doubted.name, candidates, registry)];
  const isFirst = (one: NearName, at: number, all: NearName[]): boolean =>
    all.findIndex(({ name }) => name === one.name) === at;
  return [...named, ...near].filter(isFirst).slice(0, MOST);
}

/**
 * Names so near that nobody may decide unasked that they are two units. For a name whose kind is known only those of the
 * same level of which it is a short form, or that differ in their ending: 市房产局 and 市房产管理局; agencies among
 * agencies, companies among companies: 市城投公司 and 市城市建设投资集团有限公司.
 */
export function closeNames(surface: string, candidates: readonly string[], isKnown: boolean): NearName[] {
  if (!isKnown) return ranked(surface, candidates, DIFFERENT_LETTERS);
  const isAlike = hasEnd(surface) ? hasEnd : COMPANY.test(surface) ? (name: string) => COMPANY.test(name) : () => false;
  const alike = candidates.filter((name) => name[0] === surface[0] && isAlike(name));
  return ranked(surface, alike, SHORT_FORM);
}

/**
 * Another unit of the same level that does the work which the printed name speaks of, under another name: 市水务局 where
 * the plan prints 市水利局, 市人社局 where it prints 市人保局. Null where none of the others does.
 */
export function sameWork(surface: string, others: readonly string[], registry: UnitRegistry): NearName | null {
  const work = workOf(surface, registry);
  const alike = work ? others.filter((name) => name[0] === surface[0] && name !== surface) : [];
  const name = alike.find((one) => workOf(one, registry) === work);
  return name ? { name, reason: '本地管同一方面工作的单位' } : null;
}

/**
 * The usual full name of a unit that is printed by an everyday short form which stays as printed, since places call it
 * otherwise: 市文化和旅游局 for 市文旅局. Null for names of whole words and for all that have no such form.
 */
export function usualInFull(name: string, registry: UnitRegistry): NearName | null {
  const bare = bareName(name);
  const prefix = name.slice(0, name.length - bare.length);
  if (prefix === '' || bare.endsWith('分局') || composedName(bare) !== null) return null;
  const found = registry.find(bare);
  const usual = found && registry.byIdAt(found.id, levelOfPrefix(prefix, null));
  if (!usual || found.rest !== bare || usual.rest === bare) return null;
  return { name: prefix + usual.rest, reason: '常用简称，各地全称不一' };
}

/** A branch works beside its bureau. */
const workOf = (name: string, registry: UnitRegistry): string | null =>
  name.endsWith('分局') ? null : registry.workOf(bareName(name));

/** 市住建居: a known name but for its last character, which ends no unit; null for any other. */
export function misspeltEnd(name: string, registry: UnitRegistry): NearName | null {
  const bare = bareName(name);
  const prefix = name.slice(0, name.length - bare.length);
  const found = prefix && !UNIT_END.test(bare) ? registry.find(`${bare.slice(0, -1)}局`) : null;
  const usual = found && registry.byIdAt(found.id, levelOfPrefix(prefix, null));
  return usual ? { name: prefix + usual.rest, reason: '只有末尾一个字不是单位名称的常用字，疑为误字' } : null;
}

/**
 * 市教玉局, 市总公会, 市妇连: units in use of which a short name differs from the printed one in a single character, each by
 * its full name, and candidates of the same level that do; the candidates come first.
 */
export function shortSlips(name: string, candidates: readonly string[], registry: UnitRegistry): NearName[] {
  const bare = bareName(name);
  if (bare === name || registry.find(bare)) return [];
  const beside = candidates.filter((one) => one[0] === name[0] && bare.length >= SHORTEST && isOneOff(one, name));
  const slips = slipsOf(name, registry);
  const isCandidate = (one: string): number => Number(candidates.includes(one));
  return [...new Set([...beside, ...slips])]
    .sort((a, b) => isCandidate(b) - isCandidate(a))
    .slice(0, MOST)
    .map((one) => ({ name: one, reason: slips.includes(one) ? '简称只差一个字' : '只差一个字' }));
}

const SHORTEST = 3;

const UNIT_END = /[局厅委办部会室院科处股队站所中心团社行司校馆署府区县镇乡道村库场园线联组群]$/;

const SHORT_FORM = 80;
const LONG_STEM = 4;
const DIFFERENT_LETTERS = 68;
/** By so much less near, a name is not offered beside the nearest. */
const FAR = 10;

function ranked(surface: string, candidates: readonly string[], least: number): NearName[] {
  const bare = bareName(surface);
  return candidates
    .map((name) => ({ name, ...nearness(bare, bareName(name)) }))
    .filter(({ score, name }) => score > 0 && score >= least && name !== surface)
    .sort((a, b) => b.score - a.score || a.name.length - b.name.length)
    .filter(({ name, score }, at, all) => {
      return score >= all[0]!.score - FAR && all.findIndex((one) => one.name === name) === at;
    })
    .slice(0, MOST)
    .map(({ name, reason }) => ({ name, reason }));
}

const bareName = (name: string): string => name.replace(/^(?:自治区|[省市县区州盟旗])(?=.{2,})/, '');

function nearness(bare: string, other: string): { score: number; reason: string } {
  if (COMPANY.test(bare) !== COMPANY.test(other)) return FOREIGN;
  if (bare === other) return { score: 100, reason: '名称相同，只是层级不同' };
  const [stem, otherStem] = [withoutEnd(bare), withoutEnd(other)];
  if (stem.length >= 2 && stem === otherStem) return { score: 90, reason: '只是词尾不同，可能是机构改革前后的名称' };
  if (stem.length >= 2 && !OF_GOVERNMENT.test(stem) && isShortForm(stem, otherStem))
    return { score: 80, reason: '简称的每个字依次出现在全称里' };
  if (stem.length >= LONG_STEM && otherStem.endsWith(stem)) return { score: 80, reason: '是全称的后半部分' };
  const apart = distance(bare, other);
  if (bare.length >= 4 && (apart === 1 || (apart === 2 && holds(stem, otherStem))))
    return { score: 70 - apart, reason: `只差${apart === 1 ? '一' : '两'}个字` };
  const common = longestCommon(stem, otherStem);
  if (common.length >= 3 && common.replace(OF_ANY, '').length >= 2)
    return { score: 40 + common.length, reason: `都有“${common}”` };
  return FOREIGN;
}

const FOREIGN = { score: 0, reason: '' };
/** 政府办 is no bureau of the government's. */
const OF_GOVERNMENT = /^(?:人民)?政府$/;
/** What units of any field are called by. */
const OF_ANY =
  /管理|服务|事务|工作|中心|监督|监管|行政|执法|综合|发展|建设|促进|保障|指导|协调|联席|会议|领导|小组|办公|委员会|开发|协会|公司/g;

/** 就业中心 and 就业局: one root, and a word behind it. */
const holds = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) >= 2 && (one.startsWith(other) || other.startsWith(one));

const hasEnd = (name: string): boolean => ENDS.some((end) => name.endsWith(end));

/** How companies' names end, whatever their form. */
const COMPANY = /(?:集团|控股|股份)*(?:有限责任公司|有限公司|公司)$|集团$/;

const withoutEnd = (name: string): string => {
  if (COMPANY.test(name)) return name.replace(COMPANY, '');
  const end = ENDS.filter((one) => name.endsWith(one)).sort((a, b) => b.length - a.length)[0];
  return end ? name.slice(0, -end.length) : name;
};

/** 工信 in 工业和信息化: the same first character, the others in order. */
function isShortForm(short: string, full: string): boolean {
  if (short[0] !== full[0] || short.length >= full.length) return false;
  let from = 0;
  return [...short].every((letter) => (from = full.indexOf(letter, from) + 1) > 0);
}

function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 9;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}

function longestCommon(a: string, b: string): string {
  let longest = '';
  for (let from = 0; from < a.length; from++) {
    while (b.includes(a.slice(from, from + longest.length + 1)) && from + longest.length < a.length)
      longest = a.slice(from, from + longest.length + 1);
  }
  return longest;
}
