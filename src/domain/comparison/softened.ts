import { bare } from './clause.js';
import { likeness } from './terms.js';
import { counted } from '../text/number-words.js';
import type { ConditionReading } from '../plan/reading.js';

/** What a clause says, as far as it is needed here. */
export interface Said {
  text?: string | null;
  conditions?: readonly ConditionReading[];
}

/** Words of ours that ask for less than theirs; `certain` where the words themselves tell so. */
export interface Softened {
  theirs: string;
  /** Null where ours has no such words at all. */
  ours: string | null;
  certain: boolean;
}

const WHOLE_WORD = /全员覆盖|应覆盖尽覆盖|全覆盖|应[一-龥]{1,2}尽[一-龥]{1,2}/;

/** 全覆盖, 应签尽签, 应援尽援 of a clause, each once, as printed. */
const wholes = ({ conditions = [] }: Said): string[] => [
  ...new Set(
    conditions.flatMap(({ kind, raw }) =>
      kind === 'coverage' || kind === 'exhaustive' ? (WHOLE_WORD.exec(raw)?.[0] ?? []) : [],
    ),
  ),
];

/** The words for the whole (全覆盖, 应签尽签) that the first clause has and the second has neither as they are nor as 100%. */
export function wholesDropped(first: Said, second: Said): string[] {
  const rest = second.text ?? '';
  if (/100%|百分之百/.test(rest)) return [];
  const kept = wholes(second);
  return wholes(first).filter((word) => !rest.includes(word) && !kept.includes(word));
}

const SHARE = /([百千]|[二三四五六七八九十])分之([一二三四五六七八九十百]{1,4})/g;
const shares = (text: string): { raw: string; value: number }[] =>
  [...text.matchAll(SHARE)].map(([raw, whole = '', part = '']) => ({ raw, value: counted(part) / counted(whole) }));

/** 三分之一 of theirs and 四分之一 of ours; only where each prints one share, and of theirs no decimal is it exactly. */
function smallerShare(theirs: string, ours: string): Softened[] {
  const [[one, ...more], [own, ...others]] = [shares(theirs), shares(ours)];
  if (!one || !own || more.length > 0 || others.length > 0 || own.value >= one.value) return [];
  const isRead = [one, own].every(({ value }) => Number.isInteger(value * 1000));
  return isRead ? [] : [{ theirs: one.raw, ours: own.raw, certain: false }];
}

const VOUCHED = /(?:确保|务必|必须)([一-龥]{4})(?![^，。；]{0,12}\d)/g;

/** 确保按时发放 of theirs and 力争按时发放 of ours; where a figure stands behind, the target itself tells it. */
const onlyStriven = (theirs: string, ours: string): Softened[] =>
  [...theirs.matchAll(VOUCHED)].flatMap(([vouched, work = '']) => {
    const striven = ['力争', '争取', '努力'].map((word) => word + work).find((words) => ours.includes(words));
    return striven && !ours.includes(vouched) ? [{ theirs: vouched, ours: striven, certain: true }] : [];
  });

/** Two clauses that are otherwise the same. */
const ALIKE = 0.5;

/**
 * Where a clause of ours, otherwise the same as theirs, says less in words that hold no figure: the whole dropped, a smaller
 * share, 力争 for 确保. Source: conventions.md section 2.
 */
export function softened(theirs: Said, ours: Said): Softened[] {
  const [text, own] = [theirs.text ?? '', ours.text ?? ''];
  if (!/尽|覆盖|分之|确保|务必|必须/.test(text) || likeness(bare(text), bare(own)) < ALIKE) return [];
  const dropped = wholesDropped(theirs, ours).map((word) => ({ theirs: word, ours: null, certain: false }));
  return [...dropped, ...smallerShare(text, own), ...onlyStriven(text, own)];
}
