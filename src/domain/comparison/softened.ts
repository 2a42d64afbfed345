import { bare } from './clause.js';
import { bigrams, likeness } from './terms.js';
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
const WHOLE_WORDS = new RegExp(WHOLE_WORD, 'g');
const NOUGHT = /零(?:拖欠|欠薪|发生)|清零|基本无拖欠|(?:全面|全部|基本)消除/;
const ALL = /100%|百分之百/;

/** The word by which a condition wants something whole or at nought (全覆盖, 应签尽签, 零拖欠); null for any other. */
export function wholeWord({ kind, raw }: ConditionReading): string | null {
  if (kind === 'coverage' || kind === 'exhaustive') return WHOLE_WORD.exec(raw)?.[0] ?? null;
  return kind === 'zero' ? (NOUGHT.exec(raw)?.[0] ?? null) : null;
}

/** Words that want something whole or at nought, also as 100%. */
export const saysWhole = (words: string): boolean => [WHOLE_WORD, NOUGHT, ALL].some((one) => one.test(words));

/** A text cut at its stops. */
export const partsOf = (text: string): string[] => text.split(/[，。；：\n]/);

/** 全覆盖, 应签尽签, 零拖欠 of a clause, each once, as printed. */
const wholes = ({ conditions = [] }: Said): string[] => [
  ...new Set(conditions.flatMap((condition) => wholeWord(condition) ?? [])),
];

/** The words for the whole (全覆盖, 应签尽签) that the first clause has and the second has neither as they are nor as 100%. */
export function wholesDropped(first: Said, second: Said): string[] {
  const rest = second.text ?? '';
  if (ALL.test(rest)) return [];
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

/** Two clauses that are otherwise the same, and what is to be had whole that ours speaks of too. */
const ALIKE = 0.5;

/** 仲裁建档 of 实现仲裁建档应建尽建: what the word for the whole is said of, in its part of the sentence. */
function wholeOf(word: string, text: string): string {
  const before = text.slice(0, Math.max(0, text.indexOf(word)));
  return before.slice(before.search(PART_BEFORE)).replace(BROUGHT, '');
}

/** What the word is said of, before it (工伤保险应保尽保) or behind it (全面消除黑臭水体), without other such words. */
export function thingOf(word: string, words: string): string {
  const behind = words.slice(words.indexOf(word) + word.length);
  return bare((wholeOf(word, words) || behind).replace(WHOLE_WORDS, ''));
}

const PART_BEFORE = /[^，。；：\n]*$/;
const BROUGHT = /^(?:确保|力争|努力|全面|基本)*(?:实现|做到|推动|推进|达到)?/;

/** Ours names the thing: most of its pairs of characters stand there. */
function speaksOf(thing: string, own: ReadonlyMap<string, number>): boolean {
  const terms = [...bigrams(thing).keys()];
  return terms.length > 2 && terms.filter((term) => own.has(term)).length >= terms.length * ALIKE;
}

/** What of theirs was to be had whole, and in ours is not: all where the clauses are alike, else what ours speaks of. */
function dropped(theirs: Said, ours: Said, alike: boolean): Softened[] {
  const words = wholesDropped(theirs, ours);
  const own = alike || words.length === 0 ? null : bigrams(ours.text ?? '');
  return words
    .filter((word) => own === null || speaksOf(wholeOf(word, theirs.text ?? ''), own))
    .map((word) => ({ theirs: word, ours: null, certain: false }));
}

/**
 * Where a clause of ours, otherwise the same as theirs, says less in words that hold no figure: the whole dropped (also of a
 * thing that ours speaks of in other words), a smaller share, 力争 for 确保. Source: conventions.md section 2.
 */
export function softened(theirs: Said, ours: Said): Softened[] {
  const [text, own] = [theirs.text ?? '', ours.text ?? ''];
  if (!/尽|覆盖|零|无拖欠|消除|分之|确保|务必|必须/.test(text)) return [];
  const alike = likeness(bare(text), bare(own)) >= ALIKE;
  return [...dropped(theirs, ours, alike), ...(alike ? [...smallerShare(text, own), ...onlyStriven(text, own)] : [])];
}
