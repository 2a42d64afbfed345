import { bare, called } from '../domain/comparison/clause.js';
import type { VersionComparison } from '../domain/comparison/versions.js';
import type { Measure } from '../measures/measures.entities.js';
import { rowId } from './decisions.js';

/** A measure that was withdrawn and whose clause the new text brings back: the key it had, and how it is called. */
export interface Returned {
  key: string;
  name: string;
}

/** By row of what the new text adds: the withdrawn measure of the same title, the latest where there are several; none where two clauses bear it. */
export function returnedOf({ rows }: VersionComparison, measures: ReadonlyMap<string, Measure>): Map<string, Returned> {
  const latest = [...measures.values()].sort((a, b) => a.draftKey.localeCompare(b.draftKey));
  const withdrawn = new Map(
    latest.filter(({ state, title }) => state === 'withdrawn' && title !== '').map((one) => [bare(one.title), one]),
  );
  const added = rows.filter(({ old, now }) => !old && now && !now.nobodys);
  const titles = added.map(({ now }) => bare(now!.title));
  const found = added.flatMap((row, at): [string, Returned][] => {
    const one = titles.indexOf(titles[at]!) === titles.lastIndexOf(titles[at]!) && withdrawn.get(titles[at]!);
    return one ? [[rowId(row), { key: one.draftKey, name: called(one) }]] : [];
  });
  return new Map(found);
}

/** What is known of it, beside what changed. */
export const returnWords = ({ name }: Returned): string => `标题与已撤销的原“${name}”相同。`;

/** What each choice about such a clause gives up, in a sentence each. */
export const returnLosses = ({ name }: Returned): string[] => [
  `选“恢复原‘${name}’”：原有指标连同已报数据归入本条，接着报送；已撤销的任务不能再办，其进展和文字留在原任务的记录里，本条的进展从头报送`,
  `选“起办新任务”：与原“${name}”不相连，指标从头报送`,
];
