import { clearAndBright, lunarDay } from './almanac.js';
import { endOfMonth } from './period.js';
import { Led } from '../text/opening.js';
import { holds, sign } from '../text/signs.js';
import { addDays, makeDay, monthOf, yearOf, type CalendarDay } from './day.js';

/** What a calendar tells of printed words like 春节前后: the first and last day, or why there are none. */
export interface Window {
  /** First day; null where the words give none (国庆节前). */
  readonly start: CalendarDay | null;
  /** Last day, included; null where only the words stand. */
  readonly end: CalendarDay | null;
  /** By what rule the days were told, or why they were not. */
  readonly note: string;
}

/** In whose year printed words are read. */
export interface WindowYear {
  year: number | null;
  /** A window that was over on this day is meant of the next year. */
  issuedOn: CalendarDay | null;
}

type FeastDay = (year: number) => CalendarDay | null;

/** How a feast is printed, its day, and the days of rest that usually follow it. */
interface Feast {
  name: string;
  day: FeastDay;
  rest: number;
}

const fixed =
  (month: number, date: number): FeastDay =>
  (year) =>
    makeDay(year, month, date);
const lunar =
  (month: number, date: number): FeastDay =>
  (year) =>
    lunarDay(year, month, date);

const dayBefore = (day: CalendarDay | null): CalendarDay | null => (day === null ? null : addDays(day, -1));

const FEASTS: readonly Feast[] = [
  { name: '元旦节?', day: fixed(1, 1), rest: 2 },
  { name: '除夕', day: (year) => dayBefore(lunarDay(year, 1, 1)), rest: 0 },
  { name: '春节', day: lunar(1, 1), rest: 6 },
  { name: '元宵节?', day: lunar(1, 15), rest: 0 },
  { name: '清明节?', day: clearAndBright, rest: 2 },
  { name: '“?五一”?(?:国际)?(?:劳动节)?', day: fixed(5, 1), rest: 4 },
  { name: '端午节?', day: lunar(5, 5), rest: 2 },
  { name: '中秋节?', day: lunar(8, 15), rest: 2 },
  { name: '“?国庆”?节?', day: fixed(10, 1), rest: 6 },
  { name: '重阳节?', day: lunar(9, 9), rest: 0 },
];

/** 春运: forty days from the fifteenth day before 正月初一 on. */
const RUSH = { before: 15, days: 40 };
/** 春节前后 and 国庆节前后: days on either side, for the office to change. */
const AROUND_SPRING = 15;
const AROUND_OTHERS = 7;

const YEAR = '(?:20\\d{2}年)?(?:全国)?';
const NAMES = FEASTS.map(({ name }) => name).join('|');
const EACH_NAME = FEASTS.map(({ name }) => new RegExp(name));
/** 中秋、国庆“双节”期间: how many they are, said behind their names. */
const BOTH = '(?:“?[双两]节”?)?';
const DURING = '(?:放假|假期|小?长假)?期间|假期|小?长假';
const BEFORE = '(?:到来)?(?:之|以)?前夕?';
const FEAST_WINDOW = new RegExp(`^${YEAR}((?:(?:${NAMES})[、和及至到]?)+)${BOTH}(?:(前后)|(${BEFORE})|(?:${DURING}))$`);
const RUSH_WINDOW = new RegExp(`^${YEAR}春运(?:期间)?$`);

/** 正月十五前, 腊月二十三前; like 5月15日前 the day itself counts. */
const LUNAR = '(?:农历)?(正月|腊月)(初?[一二三四五六七八九十廿]{1,3})日?(?:之|以)?前';
const LUNAR_WINDOW = new RegExp(`^${YEAR}${LUNAR}$`);
/** 春节前一个月, 国庆节前两周内: so long before the feast. */
const AMOUNT = '(?:半|\\d{1,2}|[一二两三十])';
const LENGTH = `(?:${AMOUNT}个月|${AMOUNT}个?周|(?:\\d{1,2}|[一二两三五七十])[天日])`;
const AHEAD_WINDOW = new RegExp(`^${YEAR}((?:(?:${NAMES})[、和及]?)+)前的?(${LENGTH})(?:内|期间)?(完成)?$`);

/** 元宵节后10个工作日内: counted from the feast or from the end of its holiday, which the words leave open. */
const AFTER_FEAST = `(?:${NAMES})(?:假期)?后(?:的|第)?(?:\\d{1,3}|[一二三五七十]{1,2})(?:个?工作日|日|天|个?周|个月)(?:之|以)?内`;
/** 春节后复工前. */
const BEFORE_WORK = '(?:春节|节)(?:假期)?后(?:复工|开工)(?:复产|复工)?前';

/** What a stretch ends with that goes on to a feast: 至2025年春节前, 至春节. */
export const UNTIL_FEAST = `(?:${NAMES}|春运)(?:前后|${DURING}|结束|${BEFORE})?`;

/** The last day of such a stretch: in the printed year, else in the first in which it is not before `from`. */
export function feastEnd(feast: string, from: CalendarDay, printed: number | null): CalendarDay | null {
  const words = /前|后|假|期间|春运/.test(feast) ? feast.replace(/结束$/, '') : `${feast}前`;
  const inYear = (year: number) => windowOf(words, { year, issuedOn: null }).end;
  if (printed !== null) return windowOf(`${printed}年${words}`, NO_YEAR).end;
  const end = inYear(yearOf(from));
  return end !== null && end < from ? inYear(yearOf(from) + 1) : end;
}

const NO_YEAR: WindowYear = { year: null, issuedOn: null };

/** Words that differ by place, school, trade or year: no calendar tells their days. */
const BY_PLACE: readonly [RegExp, string][] = [
  [/[内]$/, '从节日还是假期后起算没有写明，请按放假安排推算'],
  [/工前$|产前$/, '以各单位、各项目的复工日为准'],
  [/汛|防火|供暖|采暖|冬|农忙|麦|雨|[夏秋]收|[春秋][耕种播]|三夏|三秋/, '起止各地不一，以当地公布的为准'],
  [/寒|暑|学|[春秋]季|毕业|高考|中考/, '日期由教育部门公布'],
  [/两会/, '会期以公布的为准'],
  [/[两双]节/, '没有写明是哪两个节日'],
];

/** 农忙前, 麦收前, 开学前: by when something is to be done, on a day that no calendar tells. */
const SEASONS =
  '(?:农忙|麦收|[夏秋]收|[春秋][耕种播]|“?三[夏秋]”?|主?汛期|入汛|雨季|入冬|[供采]暖[季期]?|(?:森林)?防火期|开学(?<![日号]开学))';
const AHEAD_OF_SEASON = `${SEASONS}(?:季节|时节)?(?:到来|来临|开始)?(?:之|以)?前夕?(?![后期段置提往])`;
const IS_AHEAD_OF_SEASON = new RegExp(`(?:${AHEAD_OF_SEASON}|学期(?:开学)?[之以]?前)(?:完成)?$`);

/** Whether a printed window is such a season's beginning, by which something is to be done. */
export const isAheadOfSeason = (raw: string): boolean => IS_AHEAD_OF_SEASON.test(raw);

/** Printed windows, to be looked for in a text: feasts, 春运, and those that no calendar tells. */
export const WINDOW_WORDS = new RegExp(
  [
    `${YEAR}(?:(?:${NAMES})[、和及]?){1,4}前的?${LENGTH}(?:内|期间)?(?:完成)?`,
    `${YEAR}(?:(?:${NAMES})[、和及至到]?){1,4}${BOTH}(?:前后|${DURING}|${BEFORE}(?![后期段置提往三两\\d]))`,
    `${YEAR}(?:${AFTER_FEAST}|${BEFORE_WORK}|${LUNAR})`,
    `${YEAR}春运(?:期间)?`,
    `${YEAR}${AHEAD_OF_SEASON}`,
    `${YEAR}(?:主?汛期|“?[两双]节”?期间|“?两会”?期间|冬春(?:季节?|期间)|今冬明春|(?:森林)?防火期|[供采]暖[季期]|农忙(?:时节|季节|期间)|“?三[夏秋]”?期间)`,
    `${YEAR}(?:寒暑假|暑假|寒假|暑期)(?:期间)?|(?:20\\d{2}年)?(?:[春秋]季(?:新?学期)?|新学期)(?:开学)?(?:之?前|以前)|[春秋]季开学|开学季|毕业季|高考(?:期间|前夕?)|中考期间`,
  ].join('|'),
  'g',
);

/** A part of every such word, and characters of which every part has one: looked for first, for speed. */
const WINDOW_HINT = new Led(
  /元旦|春[节运]|除夕|正月|腊月|节后|元宵|清明|五一|劳动节|端午|中秋|国庆|重阳|汛|[两双]节|两会|冬|麦收|[夏秋]收|[春秋][耕种播]|雨季|防火期|采暖|供暖|农忙|三[夏秋]|[寒暑]|开学|[春秋]季|毕业季|[高中]考/,
);
export const WINDOW_SIGNS = sign('旦春夕正腊宵清五节午秋庆阳汛两冬火暖忙麦雨夏寒暑学季毕考');

/** Whether a text may hold such words; most do not. */
export const mayHoldWindow = (text: string): boolean => holds(text, WINDOW_SIGNS) && WINDOW_HINT.test(text);

const EACH_WINDOW = new Led(WINDOW_WORDS);

/** The printed windows of a text, in order. */
export const windowsIn = (text: string): { raw: string; index: number }[] =>
  mayHoldWindow(text) ? EACH_WINDOW.all(text).map(({ 0: raw, index }) => ({ raw, index })) : [];

/** Said of a window that was over when its plan was issued. */
export const NEXT_YEAR = '本年的已过，按下一年推算';

/** The same few windows return all through a plan. */
const reckoned = new Map<string, Window>();
const MOST_RECKONED = 2_000;

/** The days of a printed window in a plan's year; `every` says that it comes round each year. */
export function windowOf(raw: string, when: WindowYear, every = false): Window {
  const key = `${raw} ${when.year} ${when.issuedOn} ${every}`;
  const known = reckoned.get(key);
  if (known) return known;
  const window = daysOf(raw, when, every);
  if (reckoned.size < MOST_RECKONED) reckoned.set(key, window);
  return window;
}

function daysOf(raw: string, { year, issuedOn }: WindowYear, every: boolean): Window {
  const rule = RUSH_WINDOW.test(raw) ? rush : (lunarRule(raw) ?? aheadRule(raw) ?? feastRule(raw));
  if (!rule) return wordsOnly(BY_PLACE.find(([words]) => words.test(raw))?.[1] ?? '起止以原文为准');
  if (every) return wordsOnly('每年都有，不定某一年的日期');
  const printed = /^20\d{2}/.exec(raw)?.[0];
  const first = printed ? Number(printed) : year;
  if (first === null) return wordsOnly('年度没有读出，没有推算日期');
  const found = rule(first);
  if (!found) return wordsOnly(`历书没有${first}年，没有推算日期`);
  const isOver = !printed && (yearOf(found.end) < first || (issuedOn !== null && found.end < issuedOn));
  const next = isOver ? rule(first + 1) : null;
  return next ? { ...next, note: `${next.note}；${NEXT_YEAR}` } : found;
}

const wordsOnly = (note: string): Window => ({ start: null, end: null, note });

type Told = Window & { end: CalendarDay };
/** The window in a year; null where the almanac does not reach. */
type Rule = (year: number) => Told | null;

const rush: Rule = (year) => {
  const first = lunarDay(year, 1, 1);
  if (first === null) return null;
  const start = addDays(first, -RUSH.before);
  return { start, end: addDays(start, RUSH.days - 1), note: '春运自正月初一前15日起，共40日' };
};

const FIGURES = '〇一二三四五六七八九';

/** 初八 is 8, 十五 is 15, 廿三 is 23, 三十 is 30; NaN for none. */
function lunarDate(printed: string): number {
  const [, tens, ten, ones = '〇'] = /^初?(?:([二三]?)(十)|(?:廿))?([一二三四五六七八九])?$/.exec(printed) ?? [];
  if (/^廿/.test(printed)) return 20 + FIGURES.indexOf(ones);
  return (ten ? (FIGURES.indexOf(tens || '一') || 1) * 10 : 0) + FIGURES.indexOf(ones);
}

/** 腊月 that falls into a year is the last month of the lunar year before. */
function lunarRule(raw: string): Rule | null {
  const [, month, printed = ''] = LUNAR_WINDOW.exec(raw) ?? [];
  const date = lunarDate(printed);
  if (!month || !(date >= 1 && date <= 30)) return null;
  return (year) => {
    const first = month === '正月' ? lunarDay(year, 1, 1) : lunarDay(year - 1, 12, 1);
    return first ? { start: null, end: addDays(first, date - 1), note: '按农历推算' } : null;
  };
}

/** 春节前一个月完成 is done by then; 春节前一个月开展 is at work in that time. */
function aheadRule(raw: string): Rule | null {
  const [, feasts, length = '', done] = AHEAD_WINDOW.exec(raw) ?? [];
  const before = feasts ? feastRule(`${feasts}前`) : null;
  if (!before) return null;
  return (year) => {
    const told = before(year);
    const first = told && daysAhead(addDays(told.end, 1), length);
    if (!first) return null;
    const end = done ? first : told.end;
    return { start: done ? null : first, end, note: `按节日前${length}推算` };
  };
}

/** The day so long before another: 半个月 are fifteen days, a month ends on the same date or the month's last. */
function daysAhead(day: CalendarDay, length: string): CalendarDay {
  const [word = ''] = /^[\d一二两三五七十]+/.exec(length) ?? [];
  const count = Number(word) || (word === '两' ? 2 : word === '十' ? 10 : FIGURES.indexOf(word));
  if (length.startsWith('半')) return addDays(day, -15);
  if (!length.endsWith('月')) return addDays(day, -count * (length.endsWith('周') ? 7 : 1));
  const months = yearOf(day) * 12 + monthOf(day) - 1 - count;
  const last = endOfMonth(makeDay(Math.floor(months / 12), (months % 12) + 1, 1));
  const same = last.slice(0, 8) + day.slice(8);
  return same > last ? last : same;
}

function feastRule(raw: string): Rule | null {
  const match = FEAST_WINDOW.exec(raw);
  if (!match) return null;
  const [, printed = '', around, before] = match;
  const isStretch = /[至到]/.test(printed);
  const feasts = feastsIn(printed);
  return (year) => {
    const told = feasts.flatMap((feast) => feast.day(year) ?? []);
    const over = isStretch && told[0]! > told.at(-1)! ? feasts.at(-1)!.day(year + 1) : null;
    const days = over ? [told[0]!, over] : [...told].sort();
    const ends = over
      ? [addDays(over, feasts.at(-1)!.rest)]
      : feasts.flatMap(({ day, rest }) => (day(year) ? [addDays(day(year) ?? '', rest)] : []));
    const [first, last, end] = [days[0], days.at(-1), ends.sort().at(-1)];
    if (!first || !last || !end || told.length < feasts.length) return null;
    if (around) return reaching(first, last, printed.includes('春节') ? AROUND_SPRING : AROUND_OTHERS);
    if (before)
      return isStretch
        ? { start: first, end: addDays(last, -1), note: '自前一节日至后一节日前一日' }
        : { start: null, end: addDays(first, -1), note: '按节日前一日' };
    return { start: first, end, note: '自节日起，按通常的假期推算' };
  };
}

/** The feasts that words name, as they are printed. */
const feastsIn = (printed: string): Feast[] =>
  FEASTS.map((feast, at) => ({ feast, index: printed.search(EACH_NAME[at]!) }))
    .filter(({ index }) => index >= 0)
    .sort((a, b) => a.index - b.index)
    .map(({ feast }) => feast);

const LISTED_FEASTS = new RegExp(`^(${YEAR})((?:(?:${NAMES})[、和及]?)+)(${BOTH}(?:前后|${DURING}))$`);
const EACH_LISTED = new RegExp(`(?:${NAMES})[、和及]?`, 'g');

/**
 * The printed words, one part for each of several feasts that lie apart (春节、国庆节前后); `words` are the part's own for
 * windowOf. Feasts whose days run into each other, or one alone, are one part.
 */
export function feastsApart(raw: string, when: WindowYear): { raw: string; offset: number; words: string }[] {
  const whole = [{ raw, offset: 0, words: raw }];
  if (!/[、和及]/.test(raw)) return whole;
  const [, year = '', listed = '', behind = ''] = LISTED_FEASTS.exec(raw) ?? [];
  const names = [...listed.matchAll(EACH_LISTED)];
  if (names.length < 2) return whole;
  const parts = names.map(({ 0: name, index }, at) => {
    const bare = name.replace(/[、和及]$/, '');
    const offset = at === 0 ? 0 : year.length + index;
    const own = at === 0 ? year + bare : at === names.length - 1 ? bare + behind : bare;
    return { raw: own, offset, words: year + bare + behind };
  });
  const days = parts
    .map(({ words }) => windowOf(words, when))
    .sort((a, b) => (a.start ?? '').localeCompare(b.start ?? ''));
  const isApart = days.every(
    ({ start, end }, at) => start !== null && end !== null && (at === 0 || start > addDays(days[at - 1]!.end!, 1)),
  );
  return isApart ? parts : whole;
}

const reaching = (first: CalendarDay, last: CalendarDay, days: number): Told => ({
  ...{ start: addDays(first, -days), end: addDays(last, days) },
  note: `按节日前后各${days}日`,
});
