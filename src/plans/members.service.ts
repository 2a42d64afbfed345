import { statedMembers } from '../domain/plan/members-stated.js';
import { Membership, Unit } from '../organization/organization.entities.js';
import type { Reader } from '../persistence/tx.js';
import type { DraftReading } from './draft.js';
import { namedUnits } from './issuing.js';
import { namesReaderFor } from './units-known.js';

/**
 * The units behind 成员单位、相关部门. plan: the members that the plan states; register: those that the place's register
 * keeps on that day; none: neither has a list, so that only the units are left that the plan gives work to.
 */
export interface MemberList {
  source: 'plan' | 'register' | 'none';
  names: string[];
}

/** The list for a plan of that place on that day. */
export async function memberList(read: Reader, draft: DraftReading, place: string, day: string): Promise<MemberList> {
  const stated = statedMembers(draft);
  if (stated) {
    const reads = await namesReaderFor(read, draft);
    return { source: 'plan', names: [...new Set(stated.map((one) => reads(one).name))] };
  }
  const kept = await read.manager.findBy(Membership, { list: `成员单位：${place}` });
  const current = kept.filter((one) => one.validFrom <= day && (one.validTo === null || one.validTo >= day));
  if (current.length === 0) return { source: 'none', names: namedUnits(draft) };
  const called = new Map((await read.manager.find(Unit)).map(({ id, name }) => [id, name]));
  return { source: 'register', names: current.map(({ unitId }) => called.get(unitId)!) };
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

/** Who is on the list; where there is none, what to do. */
export function memberHint({ source, names }: MemberList): string {
  if (source !== 'none') return `名单：${names.join('、')}`;
  return '文件没有印成员单位名单，名录中也没有：请在各条写上责任单位，或选“暂不明确”；确指文件点名的全部单位的，才选第一项。';
}
