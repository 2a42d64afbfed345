import { bare, called, type ClausePlace } from '../domain/comparison/clause.js';
import { shareWords } from '../domain/comparison/ground.js';
import type { VersionComparison, VersionRow } from '../domain/comparison/versions.js';
import { rowId } from './decisions.js';

/**
 * A clause that stands alone because its likeliest counterpart goes on with another: the new text has split one running
 * measure, or joined several.
 */
export interface Kin {
  /** The counterpart: the running clause of one that the new text adds, the new clause of one that it drops. */
  key: string;
  name: string;
  /** What the counterpart goes on with as the rows stand. */
  partner: { key: string; name: string };
  /** The dropped clause stands word for word in the new one. */
  isWithin: boolean;
}

/** By row; only between clauses that have units, measures that still run, and words in common that not every clause says. */
export function kindredOf({ rows, pairing }: VersionComparison, isRunning: (key: string) => boolean): Map<string, Kin> {
  const found = rows.flatMap((row): [string, Kin][] => {
    const own = soleOf(row);
    if (!own || own.nobodys || (row.old && !isRunning(own.key))) return [];
    const nearest = row.old ? pairing.nearest.left.get(own.key) : pairing.nearest.right.get(own.key);
    const there = nearest && rows.find(({ old, now }) => old && now && (row.old ? now : old).key === nearest.key);
    if (!there?.old || !there.now || there.old.nobodys || !isRunning(there.old.key)) return [];
    if (row.old && there.now.nobodys) return [];
    return shareWords(own, row.old ? there.now : there.old)
      ? [[rowId(row), kinOf(row, own, there.old, there.now)]]
      : [];
  });
  return new Map(found);
}

/** The clause of a row that has only one. */
const soleOf = ({ old, now }: VersionRow): ClausePlace | null => (old && now ? null : (old ?? now));

function kinOf(row: VersionRow, own: ClausePlace, old: ClausePlace, now: ClausePlace): Kin {
  const [counterpart, partner] = row.old ? [now, old] : [old, now];
  return {
    ...{ key: counterpart.key, name: called(counterpart) },
    partner: { key: partner.key, name: called(partner) },
    isWithin: row.old !== null && bare(now.text).includes(bare(own.text)),
  };
}

/** The row's clause and its kin as a pair that a person may choose: “m001|m104”. */
export const carryOf = (row: VersionRow, { key }: Kin): string => `${row.old?.key ?? key}|${row.now?.key ?? key}`;

/** What is known of the kin, beside what changed. */
export function kinWords(row: VersionRow, { name, partner }: Kin): string {
  return row.old
    ? `文字与新“${name}”相近，该条现由原“${partner.name}”承接。`
    : `文字与原“${name}”相近，原任务现由“${partner.name}”承接。`;
}

/** What each choice about such a clause gives up, in a sentence each. */
export function kinLosses(row: VersionRow, { name, partner }: Kin): string[] {
  if (row.old)
    return [
      `选“并入‘${name}’”：本任务不再单列，已报送的进展和文字留在本任务的记录里，不并入那一条；印在那一条的原有指标连同已报数据归入那一条`,
      `选“由本任务承接‘${name}’”：原“${partner.name}”不再由该条承接，须另定并入、撤销或按原样继续`,
    ];
  return [
    `选“起办新任务”：本条的进展从头报送，原“${name}”的进展仍归“${partner.name}”；印在本条的原有指标连同已报数据归入本条`,
    `选“由本条承接”：原“${name}”的进展和承办记录随本条，“${partner.name}”改为另起新任务，进展从头报送；指标连同已报数据各归所印的条款`,
  ];
}
