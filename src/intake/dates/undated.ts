import type { Doubt } from '../../domain/plan/reading.js';
import type { Paragraph } from '../lines/paragraph.js';
import { daysAndMonths } from './note-days.js';

/** Any year, to tell days that are printed without one. */
const ANY_YEAR = 2000;
const QUOTED = 3;

/** What is asked where neither title, date, number nor timetable tells the plan's year, and days are printed without one. */
export function undatedDays(paragraphs: readonly Paragraph[], year: number | null): Doubt[] {
  if (year !== null) return [];
  const days = paragraphs.flatMap(({ text }) =>
    daysAndMonths(text, ANY_YEAR).filter(({ day }) => day.startsWith(`${ANY_YEAR}-`)),
  );
  if (days.length === 0) return [];
  const printed = [...new Set(days.map(({ raw }) => `“${raw}”`))].slice(0, QUOTED).join('、');
  const reason = `文中没有年份，${days.length} 处日期没有年份（${printed}${days.length > QUOTED ? '等' : ''}），没有按它们安排时限：请在“更正基本信息”中填写成文日期或年度`;
  return [{ code: 'year_missing', reason, field: 'year' }];
}
