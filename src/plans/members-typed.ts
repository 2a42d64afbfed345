import type { UnitRegistry } from '../domain/units/registry.js';
import { groupOf } from '../intake/notes/open-groups.js';
import { nearTyped, type KnownNames } from './units-asked.js';
import { isNameOfUnit } from './units-doubtful.js';
import { offeredNames, type NearName } from './units-near.js';
import type { ReadsName } from './units-typed.js';

/** A name typed for the list of members, of which only a person knows what unit it means. */
export interface MemberAsked {
  typed: string;
  /** Units that it may mean, the nearest first. */
  offers: NearName[];
  /** The name under which it may be a unit of its own; null for a place and for what does not look like a unit. */
  own: string | null;
  isPlace: boolean;
}

/** The names typed for the list: those to take, those to ask about, those that name no unit or a group of units. */
export interface MembersTyped {
  names: string[];
  asked: MemberAsked[];
  refused: string[];
}

/** Names are held against the place's register; `usual`: names that units of its level have. */
export interface MembersKnown extends KnownNames {
  reads: ReadsName;
}

/**
 * Sorts names typed for the list as the page for checking does those of a plan: a name near to another unit and a place are
 * asked about, what does not look like a unit and what stands for several (各县（市、区）) is refused. `chosen` has what a person said of a name that was asked about.
 */
export function membersTyped(
  typed: readonly string[],
  chosen: ReadonlyMap<string, string>,
  known: MembersKnown,
): MembersTyped {
  const sorted: MembersTyped = { names: [], asked: [], refused: [] };
  for (const one of typed) {
    const { name, known: isKnown } = known.reads(one);
    if (isGroup(name, known)) {
      sorted.refused.push(one);
      continue;
    }
    const asked = questionOf(one, name, isKnown, known);
    const answer = asked && answerOf(asked, chosen.get(one));
    if (answer) sorted.names.push(answer);
    else if (asked) sorted.asked.push(asked);
    else if (isKnown || isNameOfUnit(name)) sorted.names.push(name);
    else sorted.refused.push(one);
  }
  return { ...sorted, names: [...new Set(sorted.names)] };
}

const isGroup = (name: string, { registered, usual }: MembersKnown): boolean =>
  groupOf(name) && !registered.includes(name) && !usual.includes(name);

function questionOf(typed: string, name: string, isKnown: boolean, known: MembersKnown): MemberAsked | null {
  const { registered, usual, registry } = known;
  if (registered.includes(name)) return null;
  const place = placeOf(typed, registry);
  if (place) {
    const offers = [{ name: `${place}人民政府`, reason: '当地政府' }];
    return { typed, offers, own: null, isPlace: true };
  }
  const near = nearTyped({ surface: typed, name }, !isKnown, known);
  const others = isKnown ? [] : offeredNames({ name, reason: '' }, [...registered, ...usual], registry);
  const offers = [...(near ? [near] : []), ...others.filter((one) => one.name !== near?.name)];
  const own = isKnown || isNameOfUnit(name) ? name : null;
  return offers.length > 0 ? { typed, offers, own, isPlace: false } : null;
}

/** 小店区, 小店: a place of the table by its name or its short name. */
const placeOf = (typed: string, registry: UnitRegistry): string | null => registry.places(typed)[0]?.name ?? null;

/** What a person chose for a name: one of the offers, or a unit of its own where it may be one; else it stays open. */
function answerOf({ offers, own }: MemberAsked, chosen = ''): string | null {
  return [...offers.map(({ name }) => name), own].includes(chosen) ? chosen : null;
}

/** What is wrong with the names typed, in words; '' where nothing is. */
export function typedWords({ asked, refused }: MembersTyped): string {
  const told = [
    ...refused.map((one) => `“${one}”${groupOf(one) ? '是统称，不是一家单位' : '不像单位名称'}`),
    ...asked.map(({ typed, offers: [near], isPlace }) =>
      isPlace ? `“${typed}”是地方，不是单位` : `“${typed}”可能就是${near!.name}（${near!.reason}）`,
    ),
  ];
  return told.join('；');
}
