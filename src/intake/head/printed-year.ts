import type { Doubt } from '../../domain/plan/reading.js';
import { titleYear } from '../../domain/plan/year.js';
import type { Paragraph } from '../lines/paragraph.js';
import type { Titles } from './titles.js';

/** A year that neither title, date nor number of a plan tells. */
export interface PrintedYear {
  year: number;
  /** Where it is no more than likely: what a person is asked. */
  doubt: Doubt | null;
}

const HEAD_LINES = 12;
const TITLE_LENGTH = 60;
/** 青府办发〔2020〕××号, 〔2020〕 号: the figure is left open; （…〔2017〕18号附件）: the paper is an annex of it. */
const OPEN_NUMBER = /^（?[一-龥]{2,14}[〔[（【](20\d\d)[〕\]）】](?:第?[×xX*＊ⅹ\d]{0,5}号)/;
/** 清单（2023版）, 任务分解表（2024年度）. */
const EDITION = /（(20\d\d)年?度?版?）$/;
/** The day on which a web page was put up. */
const WEB_DAY = /(?:^|(?:日期|时间)[:：]?)(20\d\d)[-./年](?:0?[1-9]|1[0-2])[-./月](?:[0-2]?\d|3[01])/;
/** A day of the text with its year: 2022年6月底前. Not 截至2020年12月底, 2013年1月1日起施行, 登记于…. */
const DATED = /(?<![截至比较以自从]至?|《[^》]*)(20\d\d)年\d{1,2}月(?:\d{1,2}日|底|末|[上中下]旬)?(?:之?前|以前)/g;

/**
 * The year that a plan prints elsewhere: in its notice's title, in a title that is not known as one, in a number whose figure
 * is left open; with a doubt: in the web page's date, or in every day of its own that has one. Null where none tells.
 */
export function printedYear(paragraphs: readonly Paragraph[], titles: Titles): PrintedYear | null {
  const opening = paragraphs.slice(0, Math.min(titles.firstMark, HEAD_LINES)).map(({ text }) => text);
  const named = titleYear(titles.noticeTitle) ?? (titles.title === null ? openingYear(opening) : null);
  const sure = named ?? yearBy(opening, OPEN_NUMBER) ?? yearBy(opening, EDITION);
  if (sure !== null) return { year: sure, doubt: null };
  const page = yearBy(opening, WEB_DAY);
  if (page !== null) return likely(page, '网页上的日期');
  const ofDays = onlyYear(paragraphs.slice(titles.bodyFrom).map(({ text }) => text));
  return ofDays === null ? null : likely(ofDays, '正文中带年份的日期');
}

/** The one year of all dated days, in a text that looks neither further ahead nor further back than to the year before. */
function onlyYear(texts: readonly string[]): number | null {
  const dated = texts.filter((text) => /20\d\d年/.test(text));
  const [only, ...others] = new Set(dated.flatMap(datedYears));
  if (only === undefined || others.length > 0) return null;
  const named = dated.flatMap((text) => text.match(/(?<!\d)20\d\d(?=年)/g) ?? []).map(Number);
  return named.some((year) => year > only || year < only - 1) ? null : only;
}

const openingYear = (opening: readonly string[]): number | null =>
  opening
    .filter((text) => text.length <= TITLE_LENGTH && !/[。；：]/.test(text))
    .map(titleYear)
    .find((year) => year !== null) ?? null;

function yearBy(opening: readonly string[], pattern: RegExp): number | null {
  const found = opening.map((text) => pattern.exec(text)?.[1]).find((year) => year !== undefined);
  return found ? Number(found) : null;
}

const datedYears = (text: string): number[] => [...text.matchAll(DATED)].map(([, year]) => Number(year));

const likely = (year: number, where: string): PrintedYear => ({
  year,
  doubt: {
    code: 'year_presumed',
    reason: `没有印出成文日期，暂按${where}以 ${year} 年为年度安排时限，请核对`,
    field: 'year',
  },
});
