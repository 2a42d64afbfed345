import type { VersionRow } from '../domain/comparison/versions.js';
import type { Kin } from './kin.js';
import type { Returned } from './returned.js';

/**
 * What a person decides about one clause of the new text: keep the running measure and change its duties (apart: without
 * handing the duty of a unit that goes to the one that comes), end it and start anew, leave it as it is; withdraw what the new text dropped, or join it to the measure that carries on what the new
 * text made of both; start what it added (resume: as a withdrawn measure that comes back), or not.
 */
export type Decision = 'keep' | 'apart' | 'restart' | 'asis' | 'withdraw' | 'join' | 'resume' | 'start' | 'skip';

export const DECISION_WORDS: Record<Decision, string> = {
  keep: '继续推进，按新文调整',
  apart: '继续推进，退出单位的任务终止、新增单位另行分办',
  restart: '撤销原任务，另起新任务',
  asis: '按原样继续',
  withdraw: '撤销任务',
  join: '并入相近的新条款',
  resume: '恢复原任务',
  start: '起办新任务',
  skip: '不起办',
};

/** Decisions by clause; a clause that is not named takes its default. */
export type Decisions = Record<string, Decision>;

/** A clause of the comparison by the keys of both versions: 'm001|m003', 'm004|', '|m007'. */
export function rowId({ old, now }: Pick<VersionRow, 'old' | 'now'>): string {
  return `${old?.key ?? ''}|${now?.key ?? ''}`;
}

/** What may be decided about a clause; the first one is the default. Nobody works on a clause without a unit. */
export function choicesFor(
  { old, now, kinds }: Pick<VersionRow, 'old' | 'now' | 'kinds'>,
  kin?: Kin,
  returned?: Returned,
): Decision[] {
  if (!old || old.nobodys) return now && !now.nobodys ? [...(returned ? RETURN : []), 'start', 'skip'] : ['skip'];
  if (!now && kin) return kin.isWithin ? ['join', 'withdraw', 'asis'] : ['withdraw', 'join', 'asis'];
  if (!now) return ['withdraw', 'asis'];
  if (now.nobodys) return ['asis', 'withdraw'];
  if (kinds[0] === 'unchanged') return ['keep'];
  return kinds.includes('units') ? ['keep', 'apart', 'restart', 'asis'] : ['keep', 'restart', 'asis'];
}

const RETURN: Decision[] = ['resume'];

/** The decision for a clause: as made where it is allowed, else the default. */
export function decisionFor(row: VersionRow, made: Decisions, kin?: Kin, returned?: Returned): Decision {
  const choices = choicesFor(row, kin, returned);
  const chosen = made[rowId(row)];
  return chosen && choices.includes(chosen) ? chosen : choices[0]!;
}
