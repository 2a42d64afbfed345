import { addDays } from '../calendar/day.js';

const DAY =
  /(?:(\d{4})年)?(?:(\d{1,2})月(?:(\d{1,2})日|(上旬)|(中旬)|底|末|下旬)?|年(?:底|末))(?:之前|以前|前)?|(\d{4})年(?:底|末)(?:之前|以前|前)?/g;

/**
 * The text without the words for one day, however they are written: 10月底前, 2024年10月31日之前, 年底. Words for other
 * days stay. Without a day the text is as it was.
 */
export function withoutDay(text: string, day: string | null): string {
  if (day === null) return text;
  return text.replace(DAY, (words, ...groups: (string | undefined)[]) => (isSaid(groups, day) ? '' : words));
}

function isSaid([year, month, date, early, middle, bareYear]: (string | undefined)[], day: string): boolean {
  const said = year ?? bareYear ?? day.slice(0, 4);
  if (said !== day.slice(0, 4) || Number(month ?? 12) !== Number(day.slice(5, 7))) return false;
  const last = addDays(day, 1).endsWith('-01') ? day.slice(8) : 0;
  return Number(date ?? (early ? 10 : middle ? 20 : last)) === Number(day.slice(8));
}
