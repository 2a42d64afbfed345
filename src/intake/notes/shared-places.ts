import { foreignPlace, levelWord } from '../../domain/units/prefix.js';
import type { UnitRegistry } from '../../domain/units/registry.js';
import type { UnitContext } from '../../domain/units/resolve.js';
import type { Member } from './roles.js';
import type { NotedUnit, NoteWords } from './words.js';

/** What the end of a list of places gives to the names before it: 市人民政府 in 甲、乙市人民政府. */
interface Shared {
  levels: string[];
  government: boolean;
  /** Offset in the note where the part begins that shares it. */
  start: number;
}

const LEVEL = '自治[州县旗]|地区|林区|新区|[市州县区盟旗]';
const EVERY_LEVEL = ['市', '州', '县', '区', '盟', '旗', '地区'];
const LEVELS = new RegExp(`${LEVEL}|地`, 'g');
const COUNT = '(?:\\d{1,2}|[两二三四五六七八九十]{1,2})个?';
/** 运城4市, 晋城两市, 红河州（市）: a place's name, how many were listed, and the levels behind it. */
const TAIL = new RegExp(`^([一-龥]{2,12}?)(${COUNT})?((?:${LEVEL}|[（）、/])+)$`);
const COUNTED = new RegExp(`^[一-龥]{2,12}?${COUNT}(?:${LEVEL}|[（）、/])`);
const GOVERNMENT = /(?:人民政府|政府|行政公署|行署)$/;
const JOINED = /^(?:[、，；]|以及|和|与|及)?$/;
const BOTH = /^([一-龥]{2,11}?)(以及|和|与|及)(.{2,})$/;
const LAST = '市州县区盟旗府署）';
/** Looked at first, for speed: how a name ends. */
const endsAsPlace = (text: string): boolean => LAST.includes(text.at(-1) ?? ' ');
/** 玉溪和普洱 in 玉溪和普洱等市. */
const SHORT_PAIR = 9;

const levelsIn = (text: string): string[] =>
  text === '等地' ? EVERY_LEVEL : (text.match(LEVELS) ?? []).map((level) => (level === '地' ? '地区' : level));
const isPlace = (name: string, registry: UnitRegistry): boolean => registry.places(name).length > 0;

/** The place that is meant: its name as printed, or with one of the shared levels; null for no place of the register. */
function placeOf(text: string, levels: readonly string[], registry: UnitRegistry): string | null {
  if (isPlace(text, registry)) return text;
  const level = levels.find((one) => isPlace(text + one, registry));
  return level === undefined ? null : text + level;
}

/** The place at the end of a list, whatever is printed behind its name; null for no place of the register. */
function lastPlace(text: string, registry: UnitRegistry): string | null {
  const body = text.replace(GOVERNMENT, '');
  if (isPlace(body, registry)) return body;
  const [, stem, , levels] = TAIL.exec(body) ?? [];
  return stem && levels ? placeOf(stem, levelsIn(levels), registry) : null;
}

/** “汕尾和揭阳市人民政府” names two places; “运城4市” behind other places is one of them and no group. */
export function splitPlaces(members: readonly Member[], registry: UnitRegistry): readonly Member[] {
  if (!members.some(mayBeSplit)) return members;
  return members.flatMap((member, index) =>
    !mayBeSplit(member) ? [member] : pair(member, members[index - 1], registry),
  );
}

const mayBeSplit = ({ kind, text }: Member): boolean =>
  kind !== 'etc' && (endsAsPlace(text) || (text.length <= SHORT_PAIR && text.includes('和')));

function pair(member: Member, before: Member | undefined, registry: UnitRegistry): Member[] {
  const [, first, joint, second] = BOTH.exec(member.text) ?? [];
  if (!first || !joint || !second || !placeOf(first, EVERY_LEVEL, registry) || !placeAt(second, registry))
    return [counted(member, before, registry)];
  const end = member.start + first.length;
  const left: Member = { ...member, kind: 'unit', text: first, end };
  return [left, counted({ ...member, text: second, start: end + joint.length }, left, registry)];
}

const placeAt = (text: string, registry: UnitRegistry): boolean =>
  lastPlace(text, registry) !== null || placeOf(text, EVERY_LEVEL, registry) !== null;

function counted(member: Member, before: Member | undefined, registry: UnitRegistry): Member {
  if (member.kind !== 'group' || before?.kind !== 'unit' || !COUNTED.test(member.text)) return member;
  const listed = placeOf(before.text, EVERY_LEVEL, registry) !== null && lastPlace(member.text, registry) !== null;
  return listed ? { ...member, kind: 'unit' } : member;
}

/** “甲、乙州、丙市人民政府”, “甲、乙等州（市）人民政府”: what the last name says holds for the places before it as well. */
export function sharePlaces({ units, groups }: NoteWords, note: string, context: UnitContext): void {
  if (!units.some(({ surface }) => endsAsPlace(surface)) && !groups.some(isPlaceTail)) return;
  let shared: Shared | null = null;
  for (const { start, end, index, kind } of backwards(units, groups)) {
    const text = note.slice(start, end);
    const unit = units[index];
    if (kind !== 'unit' || !unit) shared = kind === 'etc' ? sharedBy(text, start) : null;
    else {
      const near = joined(note, end, shared);
      units[index] = sharing(unit, near, context.registry) ?? lastOfAll(unit, text, context) ?? unit;
      shared = passedOn(text, unit, near, context.registry);
    }
  }
}

const isPlaceTail = ({ kind, text }: Member): boolean => kind === 'etc' && (text === '等地' || endsAsPlace(text));

const joined = (note: string, end: number, shared: Shared | null): Shared | null =>
  shared && JOINED.test(note.slice(end, shared.start)) ? shared : null;

interface Item {
  start: number;
  end: number;
  index: number;
  kind: Member['kind'];
}

function backwards(units: readonly NotedUnit[], groups: readonly Member[]): Item[] {
  const items = [
    ...units.map(({ start, end }, index): Item => ({ start, end, index, kind: 'unit' })),
    ...groups.map(({ start, end, kind }): Item => ({ start, end, index: -1, kind })),
  ];
  return items.sort((a, b) => b.start - a.start);
}

function sharedBy(text: string, start: number): Shared | null {
  const levels = levelsIn(text.replace(GOVERNMENT, ''));
  return levels.length > 0 ? { levels, government: GOVERNMENT.test(text), start } : null;
}

/** What a name has, or is given, that it shares with those before it: only a place does. */
function passedOn(text: string, unit: NotedUnit, near: Shared | null, registry: UnitRegistry): Shared | null {
  const body = text.replace(GOVERNMENT, '');
  const { start } = unit;
  const government = body !== text || near?.government === true;
  const place = near && placeOf(unit.surface, near.levels, registry);
  if (near && place) return { levels: [levelWord(place), ...near.levels], government, start };
  if (isPlace(body, registry)) return { levels: [levelWord(body)], government, start };
  const levels = lastPlace(text, registry) && TAIL.exec(body)?.[3];
  if (levels) return { levels: levelsIn(levels), government, start };
  return /[市县区州旗]人民政府$/.test(unit.name) ? sharedBy(unit.name.slice(-5), start) : null;
}

/** The unit with what the end of its list gives to its name; null where it is no such place. */
function sharing(unit: NotedUnit, shared: Shared | null, registry: UnitRegistry): NotedUnit | null {
  if (!shared || (unit.known && !isPlace(unit.surface, registry))) return null;
  const place =
    placeOf(unit.surface, shared.levels, registry) ?? (shared.government ? lastPlace(unit.surface, registry) : null);
  return place === null ? null : placed(unit, place, shared.government);
}

/** 运城4市人民政府 without the count, 红河州（市）人民政府 as the place it is, and 铜川市 as a place of the register. */
function lastOfAll(unit: NotedUnit, text: string, { registry, region }: UnitContext): NotedUnit | null {
  const body = text.replace(GOVERNMENT, '');
  if (isPlace(body, registry)) {
    const bare = body === text && !unit.known && (text.length > 2 || text.endsWith('县'));
    return bare && !isOwn(text, region, registry) ? placed(unit, text, false) : null;
  }
  const place = unit.known && !COUNTED.test(text) ? null : lastPlace(text, registry);
  return place === null ? null : placed(unit, place, body !== text);
}

/** The plan's own place and those above it are no unit's name. */
const isOwn = (place: string, region: string | null, registry: UnitRegistry): boolean =>
  region !== null && isPlace(region, registry) && foreignPlace(place, region, registry) === null;

const placed = (unit: NotedUnit, place: string, government: boolean): NotedUnit => ({
  ...unit,
  name: government ? governmentOf(place) : place,
  known: true,
  byField: false,
  levelless: false,
  explicit: government,
});

/** A league's and a prefecture's government is its 行政公署. */
const governmentOf = (place: string): string => place + (/(?:盟|地区)$/.test(place) ? '行政公署' : '人民政府');
