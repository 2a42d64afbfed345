import { Refusal } from '../../shared/errors.js';
import type { Day } from '../views.js';

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 'YYYY-MM-DD' as a paper prints it: 2023年12月20日, no leading zeros (GB/T 9704 7.3.5). */
export function longDay(day: Day): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) throw new Refusal('day_invalid', `日期“${day}”不是有效日期，请按 2023-12-20 的格式填写。`);
  return `${match[1]}年${Number(match[2])}月${Number(match[3])}日`;
}

/** The day as printed, or room to write it by hand. */
export function dayOrRoom(day: Day | null): string {
  return day ? longDay(day) : '　　　　年　　月　　日';
}

/** 1 → 一, 12 → 十二, 20 → 二十, up to 99. */
export function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const head = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return head + (DIGITS[value % 10] ?? '');
}

/** The number before a heading: 一、 （一） 1. （1） (GB/T 9704 7.3.3). */
export function ordinal(level: number, value: number): string {
  if (level === 1) return `${chineseNumber(value)}、`;
  if (level === 2) return `（${chineseNumber(value)}）`;
  return level === 3 ? `${value}. ` : `（${value}）`;
}

const PRINTED_ORDINAL = /^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、](?!\d))\s*/;

/** A heading without the number it was printed with. */
export function withoutOrdinal(heading: string): string {
  return heading.replace(PRINTED_ORDINAL, '');
}

/** Names in one cell or sentence. */
export function list(names: string[]): string {
  return names.join('、');
}

/** The plan's title in 《》, inner ones turned to 〈〉 (GB/T 15834). */
export function inTitleMarks(title: string): string {
  const bare = title.replace(/^《(.*)》$/, '$1');
  return `《${bare.replace(/《/g, '〈').replace(/》/g, '〉')}》`;
}
