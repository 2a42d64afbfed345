import { dayRange } from './phrases.js';

/** A stretch of whole months with its first and last day; null where the year is not known. */
export interface MonthStretch {
  raw: string;
  index: number;
  start: string | null;
  end: string | null;
}

/** 4月至10月, 3—5月, 2025年3月至5月, 11月至次年2月. */
const MONTHS =
  /(?<!\d)(?:20\d{2}年)?(\d{1,2})(?:月(?:份)?)?(?:[-—–~～－]+|至|到)((?:20\d{2}|次|翌)年)?(\d{1,2})月(?:份)?(?![\d底末初上中下前以之])/g;
/** No such stretch without one of these before a figure: looked for first, for speed. */
const HINT = /[-—–~～－至到年]\d{1,2}月/;

/** The stretches of months that a text prints; without a year in the plan's, over New Year into the next. */
export function monthStretches(text: string, year: number | null): MonthStretch[] {
  if (!HINT.test(text)) return [];
  return [...text.matchAll(MONTHS)].flatMap((match) => {
    const [raw, first = '', toYear, last = ''] = match;
    if (!isMonth(first) || !isMonth(last)) return [];
    const printed = /^20\d{2}/.exec(raw)?.[0];
    const from = printed ? Number(printed) : year;
    const until = from === null ? null : untilYear(from, toYear, Number(last) < Number(first));
    const start = from === null ? null : (dayRange(`${from}年${first}月`, null)?.start ?? null);
    const end = until === null ? null : (dayRange(`${until}年${last}月`, null)?.end ?? null);
    return [{ raw, index: match.index, start, end }];
  });
}

const isMonth = (figures: string): boolean => Number(figures) >= 1 && Number(figures) <= 12;

function untilYear(from: number, printed: string | undefined, over: boolean): number {
  const named = /^20\d{2}/.exec(printed ?? '')?.[0];
  if (named) return Number(named);
  return printed || over ? from + 1 : from;
}
