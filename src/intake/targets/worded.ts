import type { Doubt } from '../../domain/plan/reading.js';

/** A share that is printed in words: 九成以上, 百分之九十五, 四分之一. */
export interface WordedShare {
  index: number;
  raw: string;
  /** In per cent; null where no short decimal is it exactly (三分之一). */
  value: number | null;
  after: string | undefined;
}

export const WORDED_HINT = /[一二三四五六七八九]成|分之/;
const DIGITS = '一二三四五六七八九';
const SHARE =
  /(?<=[占达超近约至到为率度]|超过|低于|少于)(?:([一二三四五六七八九])成|(百|[二三四五六七八九十])分之([一二三四五六七八九十百]{1,4}))(以上|左右|以内|以下)?(?=[，。；、）\n]|$)/g;

/** The shares in words that a text sets: behind 占, 达, 不低于 and the like, and with nothing of a group behind them. */
export function wordedShares(text: string): WordedShare[] {
  if (!WORDED_HINT.test(text)) return [];
  return [...text.matchAll(SHARE)].map((match) => ({
    index: match.index,
    raw: match[0],
    value: valueOf(match),
    after: match[4],
  }));
}

function valueOf([, tenths, whole, part]: RegExpMatchArray): number | null {
  if (tenths) return (DIGITS.indexOf(tenths) + 1) * 10;
  const value = (100 * counted(part ?? '')) / counted(whole ?? '');
  return Number.isInteger(value * 10) ? value : null;
}

/** 九十五 is 95, 十 is 10, 百 and 一百 are 100. */
function counted(words: string): number {
  if (words.endsWith('百')) return 100;
  const [tens, ones] = words.includes('十') ? words.split('十') : ['', words];
  const ten = words.includes('十') ? (tens ? DIGITS.indexOf(tens) + 1 : 1) : 0;
  return ten * 10 + DIGITS.indexOf(ones || '＿') + 1;
}

/** Shares in words that could not be read as a figure: a person enters them. */
export const unreadShares = (text: string): Doubt[] =>
  wordedShares(text)
    .filter(({ value }) => value === null)
    .map(({ raw }) => ({
      code: 'figure_unread',
      reason: `“${raw}”没有读成数字，请补录指标或写明不设指标`,
      field: 'targets',
    }));
