import type { CalendarTable } from '../../src/domain/calendar/working-days.js';
import { Refusal } from '../../src/shared/errors.js';
import { readSeed } from '../../src/shared/seeds.js';

/** A year of plans: from the first days of it until the last measures are closed, early in the next. */
export interface PlanYear {
  year: number;
  /** The register of units is entered in it. */
  isFirst: boolean;
  firstDay: string;
  lastDay: string;
  evaluationFrom: string;
}

const FIRST_YEAR = 2023;

/** So many years one after the other; refuses more than the working calendar knows to their ends. */
export function planYears(count: number): PlanYear[] {
  const { to } = readSeed<CalendarTable>('calendar').years;
  const most = to - FIRST_YEAR;
  if (!Number.isInteger(count) || count < 1 || count > most) {
    const known = `工作日历编到${to}年，自${FIRST_YEAR}年起可模拟1至${most}年`;
    throw new Refusal('calendar_year_missing', `${known}，不能模拟${count}年。请改用其间的整数（--years）。`);
  }
  return Array.from({ length: count }, (_, at) => planYear(FIRST_YEAR + at));
}

function planYear(year: number): PlanYear {
  const [firstDay, lastDay] = [`${year}-01-04`, `${year + 1}-02-12`];
  return { year, isFirst: year === FIRST_YEAR, firstDay, lastDay, evaluationFrom: `${year}-12-01` };
}
