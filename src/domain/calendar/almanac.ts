import { Lunar, Solar } from 'lunar-typescript';
import { makeDay, type CalendarDay } from './day.js';

/** The years for which the almanac is taken to be known. */
const FIRST = 1949;
const LAST = 2099;

/** The day of a lunar date (正月初一 is 1, 1) in the year in which that lunar year begins; null outside 1949–2099. */
export function lunarDay(year: number, month: number, date: number): CalendarDay | null {
  if (year < FIRST || year > LAST) return null;
  return once(`${year}/${month}/${date}`, () => dayOf(Lunar.fromYmd(year, month, date).getSolar()));
}

/** 清明 of a year; null outside 1949–2099. */
export function clearAndBright(year: number): CalendarDay | null {
  if (year < FIRST || year > LAST) return null;
  return once(`${year}`, () => {
    const solar = Solar.fromYmd(year, 4, 5).getLunar().getJieQiTable()['清明'];
    return solar ? dayOf(solar) : null;
  });
}

/** The almanac is worked out anew for each question, which takes a millisecond: a plan asks the same ones again and again. */
const known = new Map<string, CalendarDay | null>();

function once(question: string, answer: () => CalendarDay | null): CalendarDay | null {
  const before = known.get(question);
  if (before !== undefined) return before;
  const day = answer();
  known.set(question, day);
  return day;
}

const dayOf = (solar: Solar): CalendarDay => makeDay(solar.getYear(), solar.getMonth(), solar.getDay());
