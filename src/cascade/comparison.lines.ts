import type { ClausePlace } from '../domain/comparison/clause.js';
import { NOBODYS_WORDS } from '../domain/comparison/nobodys.js';
import type { OwnClause, SuperiorFinding, SuperiorKind } from '../domain/comparison/superior.js';
import { VERSION_WORDS, type VersionKind } from '../domain/comparison/versions.js';
import type { Whose } from '../domain/comparison/weakening.js';
import type { WordChange } from '../domain/comparison/words.js';
import type { Plan } from '../plans/plans.entities.js';
import type { ComparisonKind, ComparisonResult } from './cascade.service.js';

/** likely: two clauses that agree as far as the program sees, while nobody has confirmed that they belong together. */
export type LineKind = SuperiorKind | VersionKind | 'likely';

/** A line of a comparison, whichever kind: on the left the superior's clause or the old version. */
export interface ComparisonLine {
  kinds: LineKind[];
  /** Only supposed: it rests on a pair that nobody has confirmed. */
  supposed: boolean;
  left: ClausePlace | null;
  /** Each with the pair that brings it here; several of ours may answer one of theirs. */
  right: OwnClause[];
  sentence: string;
  words: WordChange[];
  certain: boolean;
}

/** The findings of either kind as lines of one table. */
export function linesOf(result: ComparisonResult): ComparisonLine[] {
  if (result.kind === 'superior') return result.comparison.findings.map(superiorLine);
  return result.comparison.rows.map(({ old, now, pair, ...row }) => {
    return { ...row, supposed: false, left: old, right: now ? [{ place: now, pair, ground: '' }] : [] };
  });
}

function superiorLine({ kind, superior, own, sentence, certain, confirmed }: SuperiorFinding): ComparisonLine {
  const supposed = !confirmed && own.length > 0;
  const kinds: LineKind[] = [kind === 'same' && supposed ? 'likely' : kind];
  return { kinds, supposed, left: superior, right: own, sentence, certain, words: [] };
}

const SUPERIOR_KINDS: Record<Whose, Record<SuperiorKind | 'likely', string>> = {
  上级: { missing: '缺项', weaker: '弱化', ownerless: '无主', extra: '自加', likely: '疑似一致', same: '一致' },
  对方: {
    ...{ missing: '对方有、我方无', weaker: '低于对方', ownerless: '无主', extra: '我方独有' },
    ...{ likely: '疑似一致', same: '一致' },
  },
};

/** Kinds of a comparison with their words, in the order in which they are looked at. */
export function kindsOf(result: ComparisonResult): [kind: string, word: string][] {
  return Object.entries(result.kind === 'version' ? VERSION_WORDS : SUPERIOR_KINDS[result.whose]);
}

/** The words of a line's kinds; what nobody has confirmed is 疑似. */
export function wordsOf({ kinds, supposed }: ComparisonLine, result: ComparisonResult): string[] {
  const words = new Map(kindsOf(result));
  return kinds.map((kind) => (supposed && kind !== 'likely' ? `疑似${words.get(kind)!}` : words.get(kind)!));
}

/** What the comparison is called: 与上级计划对照, 与其他计划对照, 新旧文本对照. */
export function nameOf(result: ComparisonResult): string {
  if (result.kind === 'version') return '新旧文本对照';
  return result.whose === '上级' ? '与上级计划对照' : '与其他计划对照';
}

/**
 * What is said of a clause for which nobody is named; empty for any other. Whether another office hands it out is not
 * ours to decide: of its clause only the fact is told.
 */
export function standingOf({ nobodys }: ClausePlace, isOurs: boolean): string {
  if (!nobodys) return '';
  return isOurs ? NOBODYS_WORDS[nobodys] : '原文没有写责任单位';
}

/** Said once of plans of two years; empty for plans of one. */
export function yearsWords(result: ComparisonResult): string {
  const { years } = result.comparison;
  if (!years) return '';
  const [left, right] = result.kind === 'version' ? ['原文', '新文'] : [result.whose, '我方'];
  const apart = Math.abs(years.right - years.left);
  return (
    `${left}是${years.left}年的计划，${right}是${years.right}年的计划，相差${apart}年：` +
    `时限、目标日期和文字中的年份按相差${apart}年对应，只是年份不同的不算差别。`
  );
}

type Named = Pick<Plan, 'title' | 'docNumber' | 'region' | 'issuedOn'>;

/** A plan's title with what tells it from others of the same title: its number, else its day and place. */
export function calledPlan({ title, docNumber, region, issuedOn }: Named): string {
  const more = docNumber ?? [issuedOn, region].filter(Boolean).join('，');
  return more ? `${title}（${more}）` : title;
}

/** Names of the two sides. */
export function sidesOf(result: ComparisonResult): { left: string; right: string } {
  const { own, other } = result;
  if (result.kind === 'version')
    return { left: `原文：${calledPlan(own.plan)}`, right: `新文：${calledPlan(other.plan)}` };
  return { left: `${result.whose}：${calledPlan(other.plan)}`, right: `我方：${calledPlan(own.plan)}` };
}

interface Sides {
  kind: ComparisonKind;
  own: { plan: { id: string } };
  other: { plan: { id: string } };
}

/** Ids of the plans on the left and on the right. */
export function planIdsOf(result: Sides): { leftPlan: string; rightPlan: string } {
  const [own, other] = [result.own.plan.id, result.other.plan.id];
  return result.kind === 'version' ? { leftPlan: own, rightPlan: other } : { leftPlan: other, rightPlan: own };
}
