import type { PlanLevel } from '../plan/reading.js';
import type { PlaceTable } from '../reference/place.js';
import { isSuperior } from './relation.js';
import { isRevisedTitle, revisedBy, type Revisable } from './revised-plan.js';

/** What of a plan tells to which others it is related. */
export interface Relatable extends Revisable {
  docNumber: string | null;
  level: string | null;
  /** The papers that it names as its basis. */
  basis: string[];
  /** First and last year of work. */
  yearFrom: number;
  yearTo: number;
}

/** The plan that another is most likely to be compared with, and as what. */
export interface Related<T> {
  plan: T;
  kind: 'version' | 'superior';
}

/**
 * The one plan that stands out: the paper that seems to revise this one; else what its basis names; else the nearest
 * superior's for the same years and matter. Null where none does, or several do: then a person chooses.
 */
export function relatedPlan<T extends Relatable>(plan: T, others: readonly T[], table: PlaceTable): Related<T> | null {
  const revision = soleRevision(plan, others);
  if (revision) return { plan: revision, kind: 'version' };
  const above = others.filter((one) => isSuperior(placed(one), placed(plan), table));
  const named = others.filter((one) => isNamedIn(plan.basis, one));
  const sole = only(named) ?? (named.length === 0 ? only(nearest(above.filter((one) => isAlike(plan, one)))) : null);
  return sole && { plan: sole, kind: 'superior' };
}

/** The papers that seem to revise a plan. */
export const revisionsOf = <T extends Relatable>(plan: T, others: readonly T[]): T[] =>
  others.filter((one) => revisedBy(one, [plan]) !== null);

/** A paper called a revision comes before one of the same title, one that was checked before one that was not. */
function soleRevision<T extends Relatable>(plan: T, others: readonly T[]): T | null {
  const all = revisionsOf(plan, others);
  const called = all.filter(({ title }) => isRevisedTitle(title));
  const likely = called.length > 0 ? called : all;
  return only(likely) ?? only(likely.filter(({ state }) => state === 'confirmed'));
}

const only = <T>(list: readonly T[]): T | null => (list.length === 1 ? list[0]! : null);

const placed = ({ region, level }: Relatable) => ({ region, level: level as PlanLevel | null });

const isNamedIn = (basis: readonly string[], { title, docNumber }: Relatable): boolean =>
  basis
    .map(bare)
    .some((words) => words.includes(bare(title)) || (docNumber !== null && words.includes(bare(docNumber))));

const bare = (words: string): string =>
  words.replace(/[\s《》“”"]/g, '').replace(/[〔［[（(](\d{4})[〕］\])）]/g, '〔$1〕');

const LEVELS = ['county', 'city', 'province', 'state'];

/** Of several superiors those that stand nearest. */
function nearest<T extends Relatable>(plans: readonly T[]): T[] {
  const rank = ({ level }: T) => LEVELS.indexOf(level ?? '');
  const lowest = Math.min(...plans.map(rank));
  return plans.filter((one) => rank(one) === lowest);
}

function isAlike(plan: Relatable, other: Relatable): boolean {
  if (plan.yearFrom > other.yearTo || plan.yearTo < other.yearFrom) return false;
  const [mine, theirs] = [topicOf(plan), topicOf(other)];
  return mine !== '' && (mine.includes(theirs) || theirs.includes(mine)) && theirs !== '';
}

const KINDS =
  /(?:工作)?(?:任务)?(?:要点|方案|清单|台账|分解表|计划|安排|意见|措施|办法|规划)$|实施|年度|全面|进一步|做好|加强|工作/g;

/** What a title is about: without place, year, kind and what papers say of every work. */
function topicOf({ title, region }: Relatable): string {
  const inner = /《([^》]+)》/.exec(title)?.[1] ?? title;
  const plain = inner.replace(/\s|20\d\d(?:[-—–至]20\d\d)?年?|[“”"（）()]/g, '').replace(/^关于|的?通知$|印发/g, '');
  const placeless = region ? plain.replaceAll(region, '') : plain;
  return placeless
    .replace(/^(?:[一-龥]{2,6}(?:省|自治区|市|州|县|区))?/, '')
    .replace(KINDS, '')
    .replace(/的$/, '');
}
