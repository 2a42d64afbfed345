import { Lunar, Solar } from 'lunar-typescript';
import { makeDay, type CalendarDay } from './day.js';

/** The years for which the almanac is taken to be known. */
const FIRST = 1949;
const LAST = 2099;

/** The day of a lunar date (正月初一 is 1, 1) in the year in which that lunar year begins; null outside 1949–2099. */
export function lunarDay(year: number, month: number, date: number): CalendarDay | null {
  if (year < FIRST || year > LAST) return null;
  return dayOf(Lunar.fromYmd(year, month, date).getSolar());
}

/** 清明 of a year; null outside 1949–2099. */
export function clearAndBright(year: number): CalendarDay | null {
  if (year < FIRST || year > LAST) return null;
  const solar = Solar.fromYmd(year, 4, 5).getLunar().getJieQiTable()['清明'];
  return solar ? dayOf(solar) : null;
}

const dayOf = (solar: Solar): CalendarDay => makeDay(solar.getYear(), solar.getMonth(), solar.getDay());
