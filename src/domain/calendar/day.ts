import { Refusal } from '../../shared/errors.js';

/** A calendar day 'YYYY-MM-DD' in Asia/Shanghai. Days compare as strings. */
export type CalendarDay = string;

const DAY_MS = 86_400_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Today in Asia/Shanghai (UTC+8, no daylight saving since 1991) of a UTC instant in milliseconds. */
export function today(instantMs: number): CalendarDay {
  const number = Math.floor((instantMs + SHANGHAI_OFFSET_MS) / DAY_MS);
  if (number !== last.number) last = { number, day: toDay(number * DAY_MS) };
  return last.day;
}

/** Of a day's instants thousands are asked for, one after the other. */
let last = { number: NaN, day: '' };

/** Whether the text is an existing day written 'YYYY-MM-DD'. */
export function isDay(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const [year, month, date] = partsOf(text);
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}

/** The text as a day; refuses what is not an existing day (2023-02-30) with `day_invalid`. */
export function parseDay(text: string): CalendarDay {
  const trimmed = text.trim();
  if (isDay(trimmed)) return trimmed;
  throw new Refusal('day_invalid', `“${text}”不是有效日期，请按“2023-12-31”的样式填写实际存在的日期。`, {
    cure: '按“年-月-日”填写，月、日各两位',
  });
}

/** A day from year, month 1–12 and day of the month; refuses with `day_invalid` what does not exist. */
export function makeDay(year: number, month: number, date: number): CalendarDay {
  return parseDay(`${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`);
}

/** The day `count` natural days later (earlier when negative). */
export function addDays(day: CalendarDay, count: number): CalendarDay {
  return toDay(msOf(day) + count * DAY_MS);
}

/** Natural days from one day to another: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.round((msOf(to) - msOf(from)) / DAY_MS);
}

/** Days since 1970-01-01: a number to count and look up with. */
export function dayNumber(day: CalendarDay): number {
  return msOf(day) / DAY_MS;
}

/** 1 Monday … 7 Sunday. */
export function weekday(day: CalendarDay): number {
  return new Date(msOf(day)).getUTCDay() || 7;
}

/** The year of a day, as a number. */
export function yearOf(day: CalendarDay): number {
  return Number(day.slice(0, 4));
}

/** 1–12. */
export function monthOf(day: CalendarDay): number {
  return Number(day.slice(5, 7));
}

/** The later of two days. */
export function laterOf(a: CalendarDay, b: CalendarDay): CalendarDay {
  return a > b ? a : b;
}

/** The earlier of two days. */
export function earlierOf(a: CalendarDay, b: CalendarDay): CalendarDay {
  return a < b ? a : b;
}

/** As printed in a document: 2023年5月15日, no leading zeros (GB/T 9704-2012, 7.3.5). */
export function printDay(day: CalendarDay): string {
  return `${yearOf(day)}年${monthOf(day)}月${Number(day.slice(8))}日`;
}

function msOf(day: CalendarDay): number {
  const [year, month, date] = partsOf(parseDay(day));
  return Date.UTC(year, month - 1, date);
}

function partsOf(day: CalendarDay): [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function toDay(ms: number): CalendarDay {
  return new Date(ms).toISOString().slice(0, 10);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
