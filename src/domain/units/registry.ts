import { composedName, EXPANDED } from './composed.js';
import { shortPlace } from './short-places.js';
import type { PlanLevel } from '../plan/reading.js';
import type { NamedUnitSeed, PlaceSeed, UnitCategory, UnitKindSeed, UnitSeed } from './seed.js';

/** What is known of one name without its level prefix. */
export interface KnownUnit {
  id: string;
  category: UnitCategory;
  /** Full name without prefix: 财政局, 委组织部. */
  rest: string;
  from: string | null;
  to: string | null;
  successors: string[];
  /** Places in which the name went on behind its last day. */
  stays?: readonly string[];
  /** The printed name is only near: full names of the units that it may mean, this one first. */
  near?: readonly string[];
}

/** The kinds of member units and the places, indexed for matching; built once, read by everybody. */
export interface UnitRegistry {
  /** Finds a name printed without level prefix: 人社局, 发展改革委, 妇联. */
  find(rest: string): KnownUnit | null;
  /** Finds a central body by any of its names: 人力资源社会保障部, 发展改革委. */
  findCentral(name: string): KnownUnit | null;
  /** The kind that a field's name stands for: 人社部门, 财政 (in 财政、教育等部门); null for other words. */
  field(name: string): KnownUnit | null;
  /** A kind or unit by its id as it is called at a level; null where there is none. */
  byIdAt(id: string, level: PlanLevel): KnownUnit | null;
  /** The full name a kind of unit has at the level of a place: 教育 in 广东省 is 教育厅. */
  fullName(id: string, region: string): string | null;
  /** What a bureau of the kinds works at, whatever a place calls it (水利局, 水务局; 人社局, 人保局); null for others. */
  workOf(rest: string): string | null;
  /** Places of that name, with the level of each. */
  places(name: string): PlaceSeed[];
  /** Words that full names are made of, for the near names suggested to a person. */
  readonly stems: readonly string[];
  /** Names without level of the units that are no kinds: 总工会, 妇联. */
  readonly names: readonly string[];
}

/** A stem and the full stem that stands for it. */
interface Stem {
  kind: UnitKindSeed;
  /** The stem as printed. */
  name: string;
  stem: string;
}

/** The id of what is only part of a usual name: 人力资源局 may be the 人力资源和社会保障局 or a bureau of its own. */
export const PART_OF_NAME = 'part';

const ENDS = ['委员会', '办公室', '总局', '厅', '局', '部', '委', '办', '署', '室'];

const CENTRAL_ENDS = ['部', '委', '委员会', '总局', '局', '署', '办', '会', '办公室'];

/** Plural of endings a county or a merged body may print for one stem. */
const USUAL = new Set(['厅', '局', '委', '委员会', '办', '办公室']);

class Index implements UnitRegistry {
  private readonly kinds = new Map<string, Stem>();
  private readonly byId = new Map<string, UnitKindSeed>();
  private readonly namedById = new Map<string, KnownUnit>();
  private readonly centralById = new Map<string, KnownUnit>();
  private readonly named = new Map<string, KnownUnit>();
  private readonly central = new Map<string, KnownUnit>();
  private readonly byPlace = new Map<string, PlaceSeed[]>();
  private readonly seen = new Map<string, KnownUnit | null>();

  constructor(seed: UnitSeed, places: readonly PlaceSeed[]) {
    for (const kind of seed.kinds) this.addKind(kind);
    for (const unit of seed.units) this.addUnit(unit);
    for (const place of places) this.addPlace(place);
  }

  get stems(): readonly string[] {
    return [...this.kinds.keys()];
  }

  get names(): readonly string[] {
    return [...this.named.keys()];
  }

  find(rest: string): KnownUnit | null {
    const cached = this.seen.get(rest);
    if (cached !== undefined) return cached;
    const found = this.named.get(rest) ?? this.regional(rest) ?? this.findByStem(rest);
    if (this.seen.size < 20_000) this.seen.set(rest, found);
    return found;
  }

  findCentral(name: string): KnownUnit | null {
    return this.central.get(name) ?? null;
  }

  field(name: string): KnownUnit | null {
    const found = this.kinds.get(name.replace(/(?:主管)?部门$|机关$/, ''));
    return found && found.kind.category === 'government' ? knownOf(found, found.kind.ends.city) : null;
  }

  byIdAt(id: string, level: PlanLevel): KnownUnit | null {
    if (level === 'state') return this.centralById.get(id) ?? null;
    const kind = this.byId.get(id);
    return kind ? printed(kind, kind.stem + kind.ends[level]) : (this.namedById.get(id) ?? null);
  }

  fullName(id: string, region: string): string | null {
    const kind = this.byId.get(id);
    const level = this.places(region)[0]?.level;
    return kind && level ? kind.stem + kind.ends[level] : null;
  }

  workOf(rest: string): string | null {
    const found = this.find(rest);
    const kind = found && this.byId.get(found.id);
    return kind ? (kind.work ?? kind.id) : null;
  }

  places(name: string): PlaceSeed[] {
    return this.byPlace.get(name) ?? [];
  }

  private addKind(kind: UnitKindSeed): void {
    this.byId.set(kind.id, kind);
    const stems = [kind.stem, ...(kind.short ?? [])];
    for (const stem of stems) if (!this.kinds.has(stem)) this.kinds.set(stem, { kind, name: stem, stem: kind.stem });
    for (const stem of kind.variants ?? []) if (!this.kinds.has(stem)) this.kinds.set(stem, { kind, name: stem, stem });
    for (const name of kind.loose ?? []) this.named.set(name, printed(kind, name));
    for (const name of kind.near ?? []) this.addNear(name, knownOf({ kind, name, stem: kind.stem }, name.slice(-1)));
    for (const name of kind.aliases ?? [])
      this.named.set(name, knownOf({ kind, name, stem: kind.stem }, name.slice(-1)));
    if (!kind.state) return;
    const known = { ...centralDates(kind), id: kind.id, category: kind.category, rest: kind.state };
    const names = [...stems, ...(kind.variants ?? [])].flatMap((stem) => CENTRAL_ENDS.map((end) => stem + end));
    this.addCentral(kind.state, [...names, ...(kind.loose ?? [])], known);
  }

  private addNear(name: string, known: KnownUnit): void {
    const before = this.named.get(name) ?? known;
    this.named.set(name, { ...before, near: [...(before.near ?? []), known.rest] });
  }

  private addUnit(unit: NamedUnitSeed): void {
    const known = { ...datesOf(unit), id: unit.id, category: unit.category, rest: unit.name };
    for (const name of unit.only === 'state' ? [] : (unit.near ?? [])) this.addNear(name, known);
    if (unit.only !== 'state') {
      this.namedById.set(unit.id, known);
      for (const name of [unit.name, ...(unit.aliases ?? [])]) this.named.set(name, known);
      for (const name of unit.variants ?? []) this.named.set(name, { ...known, rest: name });
    }
    if (unit.name.startsWith('委')) this.addCommittee(unit, known);
    if (unit.state) this.addCentralUnit(unit, unit.state, known);
  }

  private addCentralUnit(unit: NamedUnitSeed, state: string, known: KnownUnit): void {
    const names = [unit.name, ...(unit.aliases ?? []), ...(unit.variants ?? [])];
    const central = { ...known, ...centralDates(unit), rest: state };
    this.addCentral(state, names, central);
    for (const name of unit.stateAliases ?? []) this.central.set(name, central);
  }

  /** 市委组织部 has 中央组织部 above it, which central papers also call 组织部. */
  private addCommittee(unit: NamedUnitSeed, known: KnownUnit): void {
    const central = { ...known, rest: `中央${unit.name.slice(1)}` };
    for (const name of [unit.name, ...(unit.aliases ?? [])]) {
      const bare = name.replace(/^委/, '');
      for (const form of [`中央${bare}`, bare]) this.central.set(form, central);
    }
  }

  private addCentral(full: string, shorts: string[], known: KnownUnit): void {
    this.centralById.set(known.id, known);
    const ending = /部|委|局|署|会|团|院/.exec(full.slice(-1))?.[0] ?? '';
    for (const name of [full, ...shorts]) {
      for (const form of [name, `国家${name}`, `国务院${name}`, `全国${name}`, `中国${name}`]) {
        const fits = name === full || sameEnding(name, ending) || !/[部委局署会办]$/.test(name);
        if (fits && !this.central.has(form)) this.central.set(form, known);
      }
    }
  }

  private addPlace(place: PlaceSeed): void {
    for (const name of [place.name, shortPlace(place.name)]) {
      const list = name === null ? [] : this.byPlace.get(name);
      if (list) list.push(place);
      else if (name !== null) this.byPlace.set(name, [place]);
    }
  }

  /** 党委组织部: the Party committee of an autonomous region is called 党委. */
  private regional(rest: string): KnownUnit | null {
    const found = rest.startsWith('党委') ? this.named.get(rest.slice(1)) : undefined;
    return found ? { ...found, rest: `党${found.rest}` } : null;
  }

  private findByStem(rest: string): KnownUnit | null {
    const branch = rest.endsWith('分局') ? this.kinds.get(rest.slice(0, -2)) : undefined;
    if (branch) return printed(branch.kind, rest);
    for (const end of ENDS) {
      if (!rest.endsWith(end)) continue;
      const found = this.kinds.get(rest.slice(0, -end.length));
      if (found && fits(found.kind, end)) return isGuess(found, end) ? printed(found.kind, rest) : knownOf(found, end);
    }
    const managed = rest.endsWith('管理局') ? this.managed(rest.slice(0, -3)) : null;
    return managed ?? this.merged(rest);
  }

  /** A bureau merged from several, by its whole words; outside the seeds, so without dates. */
  private merged(rest: string): KnownUnit | null {
    const name = composedName(rest);
    const id = name && this.isPart(rest) ? PART_OF_NAME : 'merged';
    return name ? { id, category: 'government', rest: name, from: null, to: null, successors: [] } : null;
  }

  /** 人力资源局, 健康局: whole words of a usual name, the rest of them left out; it may be that unit or one of its own. */
  private isPart(rest: string): boolean {
    const stem = WORDS_OF_NAME.exec(rest)?.[1];
    return stem !== undefined && [...this.byId.values()].some((kind) => leavesWords(joined(kind.stem), joined(stem)));
  }

  /** 就业管理局 is the 就业局 of a place that calls it so; 医疗保障管理局 is only near to a name that is usual without 管理. */
  private managed(stem: string): KnownUnit | null {
    const own = this.kinds.get(`${stem}管理`);
    const usual = this.kinds.get(stem);
    if (own) return knownOf(own, '局');
    const known = usual ? knownOf(usual, '局') : null;
    return known && { ...known, near: [known.rest] };
  }
}

const WORDS_OF_NAME = /^(.{2,6})(?:局|厅|委|委员会)$/;
const joined = (stem: string): string => stem.replace(/[和与]/g, '');

/** Whether the part begins or ends the name and what it leaves of it are whole words as well. */
function leavesWords(name: string, part: string): boolean {
  if (name.length <= part.length) return false;
  const left = name.startsWith(part)
    ? name.slice(part.length)
    : name.endsWith(part)
      ? name.slice(0, -part.length)
      : null;
  return left !== null && left !== '管理' && composedName(`${left}局`) !== null;
}

const sameEnding = (name: string, ending: string): boolean =>
  name.endsWith(ending) || (ending === '会' && name.endsWith('委')) || (ending === '局' && name.endsWith('总局'));

const fits = (kind: UnitKindSeed, end: string): boolean =>
  USUAL.has(end) || Object.values(kind.ends).includes(EXPANDED[end] ?? end);

/** A short stem with an ending that the kind has at no level (扶贫局 of 扶贫开发办公室) may be a unit of its own. */
const isGuess = ({ kind, stem, name }: Stem, end: string): boolean =>
  name !== stem && /^[局办]$/.test(end) && !Object.values(kind.ends).includes(EXPANDED[end] ?? end);

/** A unit whose kind is known and whose full name is not: it keeps its printed name. */
const printed = (kind: UnitKindSeed, name: string): KnownUnit => ({
  ...datesOf(kind),
  id: kind.id,
  category: kind.category,
  rest: name,
});

function datesOf(seed: Pick<NamedUnitSeed, 'from' | 'to' | 'successors' | 'stays'>) {
  const dates = { from: seed.from ?? null, to: seed.to ?? null, successors: seed.successors ?? [] };
  return seed.stays ? { ...dates, stays: seed.stays } : dates;
}

type CentralDays = Pick<UnitKindSeed, 'from' | 'to' | 'stateFrom' | 'stateTo' | 'successors'>;

const centralDates = ({ from, to, stateFrom, stateTo, successors }: CentralDays) =>
  datesOf({ from: stateFrom ?? from, to: stateTo ?? to, successors });

/** The printed ending decides the name: 发展改革委 is a 委员会, 发改局 a 局. */
function knownOf({ kind, stem }: Stem, end: string): KnownUnit {
  const rest = stem + (EXPANDED[end] ?? end);
  return { ...datesOf(kind), id: kind.id, category: kind.category, rest };
}

/** Builds the matching index from the seeds. */
export function buildUnitRegistry(seed: UnitSeed, places: readonly PlaceSeed[] = []): UnitRegistry {
  return new Index(seed, places);
}
