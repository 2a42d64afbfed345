import type { FoundDue } from './phrases.js';

/** Papers on the coming winter are dated from September on. */
const AUTUMN = 9;
const FEBRUARY = 2;
const MARCH = 3;
const OVER_WINTER = /今冬明春|冬春|岁末年初/;
const NEXT_YEAR = /[明来次翌]年|春节|元旦|春运/;
const WITH_YEAR = /20\d\d|[今本当]年/;

/** A day of the winter that goes over the turn of the year, in the year after the plan's; `doubt` where only its order says so. */
export interface WinterDay {
  day: string;
  doubt: string | null;
}

/**
 * The day that 1月20日前 means in a paper dated in autumn, whose own January is over: that of the year after. `words` is what the day
 * stands in: 今冬明春, 明年 or 春节 there say so; else a person is asked. Null for any other day.
 * @param where the place that prints the day
 */
export function winterDay(
  { day, raw, impossible }: FoundDue,
  where: string,
  words: string,
  issuedOn: string | null,
): WinterDay | null {
  if (issuedOn === null || day >= issuedOn || impossible || day.slice(0, 4) !== issuedOn.slice(0, 4)) return null;
  const isWinter = OVER_WINTER.test(words);
  const last = isWinter ? MARCH : FEBRUARY;
  if (monthOf(issuedOn) < AUTUMN || monthOf(day) > last || WITH_YEAR.test(raw)) return null;
  const later = yearLater(day);
  const doubt = `${where}印有“${raw}”，本年的这一天早于成文日期，暂按次年${later}理解，请核对年份`;
  return { day: later, doubt: isWinter || NEXT_YEAR.test(words) ? null : doubt };
}

/** The day of a figure, which is the coming winter's where the same words' days are; `by` itself elsewhere. */
export function figureInWinter(by: string | null, words: string, issuedOn: string | null): string | null {
  if (by === null || issuedOn === null || by >= issuedOn) return by;
  const year = `${by.slice(0, 4)}年`;
  const raw = words.includes(year) ? year : '';
  return winterDay({ day: by, raw, index: 0 }, '', words, issuedOn)?.day ?? by;
}

const monthOf = (day: string): number => Number(day.slice(5, 7));

/** A February's last day is the next one's too. */
function yearLater(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const endOf = (one: number): number => new Date(Date.UTC(one, month, 0)).getUTCDate();
  const last = date === endOf(year) ? endOf(year + 1) : date;
  return `${year + 1}${day.slice(4, 8)}${String(last).padStart(2, '0')}`;
}
