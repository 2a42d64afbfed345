import { addDays } from '../calendar/day.js';
import type { PlanLevel } from '../plan/reading.js';
import { isNamedBody } from './composed.js';
import { ownName } from './own-names.js';
import { ownPassed } from './own-passed.js';
import { levelOfPrefix, passedOn, type PassedOn } from './passed-on.js';
import { foreignPlace, levelWord, placeKept, splitPrefix, type PrintedPrefix } from './prefix.js';
import { fullCentre, isByForm, isSurelyLevelled, isSurelyOwn, isSurelySection } from './surely-known.js';
import { PART_OF_NAME, type KnownUnit, type UnitRegistry } from './registry.js';

/** What a printed unit name is read against. */
export interface UnitContext {
  registry: UnitRegistry;
  region: string | null;
  level: PlanLevel | null;
  /** The plan's day, 'YYYY-MM-DD', for names that were in use only for some time. */
  day: string | null;
  /** Prefix that the list has carried so far: 市 after 市发展改革委. */
  carried: string | null;
}

export interface ResolvedUnit {
  /** Full name with level prefix and without place. */
  name: string;
  /** Registry id, null when the unit is new here. */
  id: string | null;
  /** Level prefix that goes on to the next names, null when this name leaves it unchanged. */
  carries: string | null;
  known: boolean;
  /** Only the field is printed (人社部门): the unit is inferred. */
  byField: boolean;
  /** Only its form says that it is a unit (市零工服务促进中心): neither the register nor a rule has it, so it is asked about. */
  byForm: boolean;
  /** The name was printed with its own level or is a full name. */
  explicit: boolean;
  /** Null while the name was in use on the plan's day, as far as the registry knows; else since when not, and who follows. */
  passed: PassedOn | null;
  /** The printed name is only near to a unit's: the full names of those that it may mean. */
  near?: readonly string[];
}

/** They serve a place without belonging to its government: no level of the list is theirs. */
const LEVELLESS = /^(?:海关|人行)$/;

const YOUTH = /^(?:中国)?(?:共青团|团)(.*?)(自治区|[省市州盟县区旗])委(?:员会)?$|^(.*?)(自治区|[省市州盟县区旗])团委$/;

/** Reads one printed unit name; never throws: what is not known comes back as a proposal with `known` false. */
export function resolveUnit(surface: string, context: UnitContext): ResolvedUnit {
  return (
    youthLeague(surface, context) ??
    (LEVELLESS.test(surface) ? own(surface, context) : null) ??
    committee(surface, context) ??
    unprefixed(surface, context) ??
    known(surface, context) ??
    formerly(surface, context) ??
    own(surface, context) ??
    prefixed(surface, context)
  );
}

function youthLeague(surface: string, context: UnitContext): ResolvedUnit | null {
  if (!surface.includes('团')) return null;
  if (context.carried && youthRest(surface, context.carried)) return fixed(`共青团${context.carried}委`, 'youth', null);
  const match = YOUTH.exec(surface);
  if (match) return fixed(`共青团${match[2] ?? match[4] ?? ''}委`, 'youth', match[2] ?? match[4] ?? null);
  if (/^(中国)?(共青团|团)中央(委员会)?$/.test(surface)) return fixed('共青团中央', 'youth', null);
  return null;
}

const COMMITTEE = /^([\u4e00-\u9fff]{2,15}(?:[省市县区州盟旗]|地区))委(?:员会)?$/;

/** 佳木斯市委: the Party committee of a place of the register. */
function committee(surface: string, context: UnitContext): ResolvedUnit | null {
  const place = surface.includes('委', 2) ? COMMITTEE.exec(surface)?.[1] : undefined;
  if (place === undefined || context.registry.places(place).length === 0) return null;
  const level = levelWord(place);
  const kept = ownPlace({ level, place, rest: '委' }, context) ?? level;
  return fixed(`${kept}委`, 'committee', kept);
}

/** 原市国土资源局: the plan itself says that the unit is gone, so who follows it is asked, whatever days the register has. */
function formerly(surface: string, context: UnitContext): ResolvedUnit | null {
  if (!surface.startsWith('原') || beginsWithPlace(surface, context.registry)) return null;
  const printed = surface.slice(1);
  const unit = resolveUnit(printed, context);
  if (!unit.known || unit.byForm || unit.byField) return null;
  const last = resolveUnit(printed, { ...context, day: LAST_DAY }).passed?.until ?? null;
  if (last === null) return { ...unit, passed: { notBefore: null, until: null, successors: [] } };
  const day = context.day !== null && context.day > last ? context.day : addDays(last, 1);
  return { ...unit, passed: resolveUnit(printed, { ...context, day }).passed };
}
const LAST_DAY = '9999-12-31';

/** 原平市, 原州区. */
const beginsWithPlace = (surface: string, registry: UnitRegistry): boolean =>
  [2, 3].some((length) => registry.places(surface.slice(0, length)).length > 0);

function own(surface: string, context: UnitContext): ResolvedUnit | null {
  const found = ownName(surface, context.region);
  if (!found) return null;
  const { id, carries } = found;
  const name = id === 'branch' ? fullCentre(found.name, context.registry) : found.name;
  const byForm = !isSurelyOwn(name, id, context.registry);
  return { ...fixed(name, id, carries), byForm, passed: ownPassed(name, context.day) };
}

const fixed = (name: string, id: string, carries: string | null): ResolvedUnit => ({
  name,
  id,
  carries,
  known: true,
  byField: false,
  byForm: false,
  explicit: true,
  passed: null,
});

function unprefixed(surface: string, context: UnitContext): ResolvedUnit | null {
  if (context.level === 'state' && !context.carried) {
    const central = context.registry.findCentral(surface);
    if (central) return centralUnit(central, context);
  }
  const found = context.registry.find(surface);
  const isCentral = CENTRAL.test(surface) ? !(found && context.carried) : !found && MINISTRY.test(surface);
  const central = isCentral ? centralByName(surface, context) : null;
  if (central) return central;
  return found && !looksPrefixed(surface, found) ? named(context.carried ?? '', found, context, null, false) : null;
}

const CENTRAL = /^(国家|国务院|全国|中国|中华|中央|最高)/;
/** 人力资源社会保障部, 税务总局: no local unit is called so. */
const MINISTRY = /(?:部|总局|总署|总社)$/;

function centralByName(surface: string, context: UnitContext): ResolvedUnit | null {
  const central = context.registry.findCentral(surface);
  return central ? centralUnit(central, context) : null;
}

const centralUnit = (central: KnownUnit, { day, registry }: UnitContext): ResolvedUnit => ({
  ...fixed(central.rest, central.id, null),
  passed: passedOn(central, day, registry, { prefix: '', level: 'state', place: null }),
});

/** 市场监管局 begins with a level word by accident; 市政府国资委 does not. */
const looksPrefixed = (surface: string, found: KnownUnit): boolean =>
  /^[省市县区州盟旗]政府/.test(surface) && !found.rest.startsWith(surface.slice(0, 2));

/** A name with its level, and with its place or without, that the register has. */
function known(surface: string, context: UnitContext): ResolvedUnit | null {
  const split = splitPrefix(surface, context.registry, context.region);
  const found = split && (context.registry.find(split.rest) ?? youthRest(split.rest, split.level));
  if (!split || !found) return null;
  const unit = named(split.level, found, context, split.level, true, split.place ?? context.region);
  const elsewhere = found.id === 'youth' ? null : ownPlace(split, context);
  return elsewhere ? { ...moved(unit, split.level, elsewhere), carries: elsewhere } : unit;
}

/** The unit and its heirs with their place before the name instead of the bare level. */
function moved(unit: ResolvedUnit, level: string, place: string): ResolvedUnit {
  const there = (name: string): string => place + name.slice(level.length);
  const successors = unit.passed?.successors.map((one) => ({ ...one, name: there(one.name) })) ?? [];
  return { ...unit, name: there(unit.name), passed: unit.passed && { ...unit.passed, successors } };
}

/** The place that a unit keeps in its name: one that is neither the plan's own nor above it. */
function ownPlace(split: PrintedPrefix, { region, registry, carried }: UnitContext): string | null {
  const foreign = foreignPlace(split.place, region, registry);
  return foreign ?? (region === null ? placeKept(split, carried) : null);
}

/** 行政服务中心管委会: whatever has a committee, its name in full. */
const COMMITTEE_SHORT = /(?<=[\u4e00-\u9fff]{3})管委会$/;

function prefixed(printed: string, context: UnitContext): ResolvedUnit {
  const surface = printed.replace(COMMITTEE_SHORT, '管理委员会');
  const split = splitPrefix(surface, context.registry, context.region);
  if (split) {
    const prefix = ownPlace(split, context) ?? split.level;
    const body = bodyOf(split.rest, context.registry);
    if (body) return { ...fixed(prefix + body.name, body.id, split.level), byForm: body.byForm };
    return byField(surface, context) ?? unknown(prefix + split.rest, split.level, true);
  }
  const inside = context.carried && TEAM.test(surface) ? officeOf(surface, context.registry) : null;
  if (inside) {
    const byForm = !isSurelySection(inside);
    return { ...fixed((context.carried ?? '') + inside, 'office', null), byForm, explicit: false };
  }
  return (
    byField(surface, context) ??
    unknown((carriesInto(printed, context) ? (context.carried ?? '') : '') + surface, null, false)
  );
}

/** A team with a standing of its own goes on with the list’s level: 公安局交警支队. */
const TEAM = /(?:支队|大队|总队)$/;

/** What a level is printed before, if it is no unit of the register: a body by its own name, or an office inside a unit. */
function bodyOf(rest: string, registry: UnitRegistry): { name: string; id: string; byForm: boolean } | null {
  if (isNamedBody(rest)) return { name: rest, id: 'body', byForm: !isSurelyLevelled(rest, registry) };
  const office = officeOf(rest, registry);
  return office ? { name: office, id: 'office', byForm: !isSurelySection(office) } : null;
}

/** 公安局交警支队, 人社局就业科: an office inside a known unit keeps its printed name. */
function officeOf(rest: string, registry: UnitRegistry): string | null {
  const match = /^(.{2,16}?(?:局|厅|委|办|部))(.{2,12}(?:科|处|支队|大队|总队|股|室|中心|分局|站|所|院))$/.exec(rest);
  const unit = match ? registry.find(match[1] ?? '') : null;
  return match && unit ? unit.rest + (match[2] ?? '') : null;
}

function youthRest(rest: string, level: string): KnownUnit | null {
  if (!/^(团委|共青团|团工委)$/.test(rest)) return null;
  return { id: 'youth', category: 'mass', rest: `共青团${level}委`, from: null, to: null, successors: [] };
}

function named(
  prefix: string,
  found: KnownUnit,
  context: UnitContext,
  carries: string | null,
  explicit: boolean,
  place: string | null = context.region,
): ResolvedUnit {
  if (found.id === PART_OF_NAME) return unknown(prefix + found.rest, carries, explicit);
  const name = found.id === 'youth' ? found.rest : prefix + levelled(found, prefix, context.level);
  const level = levelOfPrefix(prefix, context.level);
  const passed = passedOn(found, context.day, context.registry, { prefix, level, place });
  const near = found.near && { near: found.near.map((rest) => prefix + rest) };
  return {
    name,
    id: found.id,
    carries,
    known: true,
    byField: false,
    byForm: isByForm(found),
    explicit,
    passed,
    ...near,
  };
}

/** An autonomous region's committee is called 党委; a court is named by its level: 市法院 is the intermediate one (a county-level 市 has none), 省法院 the high one. */
function levelled(found: KnownUnit, prefix: string, level: PlanLevel | null): string {
  if (found.id === 'court' && prefix === '市' && level !== 'county') return '中级人民法院';
  if (found.id === 'court' && (prefix === '省' || prefix === '自治区')) return '高级人民法院';
  return prefix === '自治区' && /^委(?!员会)/.test(found.rest) ? `党${found.rest}` : found.rest;
}

/** 人社部门, 财政等部门: the field's usual unit at the plan's level. */
function byField(surface: string, { registry, level, carried }: UnitContext): ResolvedUnit | null {
  const bare = surface.replace(/^(?:自治区|[省市县区州])(?=.{2,})/, '');
  const field = level === 'state' ? null : registry.field(bare);
  if (!field) return null;
  const rest = level === 'province' ? field.rest.replace(/局$/, '厅') : field.rest;
  return { ...fixed((carried ?? '') + rest, field.id, null), byField: true, explicit: false };
}

const unknown = (name: string, carries: string | null, explicit: boolean): ResolvedUnit => ({
  name,
  id: null,
  carries,
  known: false,
  byField: false,
  byForm: false,
  explicit,
  passed: null,
});

/** An agency takes the list's prefix, in a township its stations too; a company, bank, school or named place does not. */
const carriesInto = (surface: string, { carried, registry }: UnitContext): boolean =>
  (/^[乡镇]$/.test(carried ?? '') && /[站所院队]$/.test(surface)) ||
  (carriesAgency(surface) && !isBranch(surface, registry));

/** 芜湖海事局, 坪山供电局, 榆中公积金中心: a branch of an agency of its own line, called by the place it serves. */
const isBranch = (surface: string, registry: UnitRegistry): boolean => {
  const [, line, centre] = BRANCH.exec(surface) ?? [];
  const stem = line ?? centre ?? '';
  return stem !== '公安' && [...'市县区州盟旗'].some((level) => registry.places(stem + level).length > 0);
};
const BRANCH =
  /^([\u4e00-\u9fff]{2,4}?)(?:供电|海事|公安|航道|水文|铁路|烟草(?:专卖)?|邮政|公路|通信|矿山)[\u4e00-\u9fff]{0,6}局$|^([\u4e00-\u9fff]{2,4}?)(?:住房)?公积金[\u4e00-\u9fff]{0,4}中心$/;

const carriesAgency = (surface: string): boolean =>
  /[局委办厅部]$|办公室$|委员会$|领导小组$|联合会$|协会$|中心(?:管委会)?$|总工会$/.test(surface) &&
  !/^(国家|中国|中央|全国|国务院)|公司|银行|集团|大学|学院|铁路|[县区市镇乡]政府/.test(surface);
