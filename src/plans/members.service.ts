import { statedMembers } from '../domain/plan/members-stated.js';
import { planPrefix } from '../domain/units/prefix.js';
import { resolveUnit } from '../domain/units/resolve.js';
import { loadUnitRegistry } from '../intake/registry.js';
import { Membership, Unit } from '../organization/organization.entities.js';
import { aliasesIn, endedIn } from '../organization/register.js';
import type { Reader } from '../persistence/tx.js';
import type { DraftReading } from './draft.js';
import { namedUnits } from './issuing.js';
import { listOf } from './member-list.js';
import { goneWords, membersCurrent, type GoneFacts, type GoneMember } from './members-current.js';
import { namesReaderFor, registeredIn } from './units-known.js';

/**
 * The units behind 成员单位、相关部门. plan: the members that the plan states; register: those that the place's register
 * keeps on that day; none: neither has a list, so that only the units are left that the plan gives work to.
 */
export interface MemberList {
  source: 'plan' | 'register' | 'none';
  names: string[];
  /** Units of the list that are gone on that day. */
  gone?: GoneMember[];
}

/** The list for a plan of that place on that day; units that are gone by then give way to those that follow them. */
export async function memberList(read: Reader, draft: DraftReading, place: string, day: string): Promise<MemberList> {
  const stated = statedMembers(draft);
  if (stated) {
    const reads = await namesReaderFor(read, draft);
    const names = [...new Set(stated.map((one) => reads(one).name))];
    return { source: 'plan', ...(await inUse(read, draft, names, place, day)) };
  }
  const kept = await read.manager.findBy(Membership, { list: listOf(place) });
  const current = kept.filter((one) => one.validFrom <= day && (one.validTo === null || one.validTo >= day));
  if (current.length === 0) return { source: 'none', names: namedUnits(draft) };
  const called = new Map((await read.manager.find(Unit)).map(({ id, name }) => [id, name]));
  const names = current.map(({ unitId }) => called.get(unitId)!);
  return { source: 'register', ...(await inUse(read, draft, names, place, day)) };
}

/** The names of a list with those that are gone on the day replaced. */
async function inUse(read: Reader, draft: DraftReading, names: string[], place: string, day: string) {
  const [ended, aliases] = [await endedIn(read, place), await aliasesIn(read, place)];
  const region = place || null;
  const prefix = planPrefix(draft.level, region);
  const context = { registry: loadUnitRegistry(), region, level: draft.level, day, carried: prefix };
  const factsOf = (name: string): GoneFacts | null => {
    const own = ended.find((one) => one.names.includes(name) && one.until < day);
    const { passed } = resolveUnit(name, context);
    if (!own && (passed === null || passed.until === null)) return null;
    return {
      decided: aliases.filter(({ surface }) => surface === name).map((one) => one.name),
      successors: own?.successors ?? [],
      usual: passed?.successors.map((one) => one.name) ?? [],
    };
  };
  return membersCurrent(names, factsOf, await registeredIn(read, draft));
}

/** Whether a draft gives anything to that list. */
export const fillsMembers = ({ measures }: DraftReading): boolean =>
  measures.some(({ groups }) => groups.some(({ choice }) => choice === 'members'));

/** The choice of that list in words: 按文件印明的成员单位补齐（12家）. */
export function memberWords({ source, names }: MemberList): string {
  if (source === 'plan') return `按文件印明的成员单位补齐（${names.length}家）`;
  if (source === 'register') return `按成员单位名单补齐（名录中${names.length}家）`;
  return `没有成员单位名单，按文件点名的全部单位（${names.length}家）`;
}

/** Who is on the list, and who of it is gone; where there is none, what to do. */
export function memberHint({ source, names, gone = [] }: MemberList): string {
  const told = goneWords(gone);
  if (source !== 'none') return `名单：${names.join('、')}${told && `。${told}`}`;
  return '文件没有印成员单位名单，名录中也没有：请在各条写上责任单位，或选“暂不明确”；确指文件点名的全部单位的，才选第一项。名单可在“单位”页的“成员单位名单”中登记，登记后再回来采用。';
}
