import type { VersionRow } from '../domain/comparison/versions.js';
import { choicesFor, DECISION_WORDS, type Decision } from './decisions.js';
import { kinLosses, type Kin } from './kin.js';
import type { OwnDecision } from './own-decisions.js';
import { returnLosses, type Returned } from './returned.js';

/** What of the office's own corrections, or of the new text, each choice about a clause gives up, in a sentence each. */
export function lossesOf(row: VersionRow, decided: readonly OwnDecision[], kin?: Kin, returned?: Returned): string[] {
  const tied = [...(kin ? kinLosses(row, kin) : []), ...(returned ? returnLosses(returned) : [])];
  return [...tied, ...correctionsLost(row, decided, kin)];
}

function correctionsLost(row: VersionRow, decided: readonly OwnDecision[], kin?: Kin): string[] {
  const lost = decided.filter((one) => one.outcome === 'overtaken' && isOf(one, row)).flatMap(({ points }) => points);
  if (lost.length === 0) return [];
  const told = lossWords([...new Set(lost)].join('、'));
  return choicesFor(row, kin).flatMap((choice) => {
    const words = told[choice];
    return words ? [`选“${DECISION_WORDS[choice]}”：${words}`] : [];
  });
}

/** A correction of the clause in the new draft, or one that cut the running clause. */
const isOf = ({ key, cut = [] }: OwnDecision, { old, now }: VersionRow): boolean =>
  (key !== null && key === now?.key) || (old !== null && cut.includes(old.key));

const lossWords = (points: string): Partial<Record<Decision, string>> => ({
  keep: `我办的更正（${points}）不再保留，全按新文本；仍需要的，请先把新文件退回核对、照样更正，再来并入`,
  restart: `我办的更正（${points}）不再保留，原任务的进展留在原任务`,
  asis: `我办的更正（${points}）保留，新文本对这一条的改动都不采用`,
  join: `我办的更正（${points}）不再保留，照新文本并为一条`,
  withdraw: `我办的更正（${points}）随任务一并撤销，其文字并回新文本的条款`,
});
