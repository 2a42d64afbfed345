import { printDay } from '../domain/calendar/day.js';

/** What the reminder for the chat group is made of. */
export interface NotReported {
  /** Today by the plan's clock. */
  today: string;
  title: string;
  due: string;
  /** Names of bureaus and of places below that owe their packet, in the matrix's order. */
  units: string[];
  counties: string[];
  /** Names of those asked for more. */
  incomplete: string[];
}

/** “截至5月20日，尚未报送…的单位：…”, to be copied into a chat group or read out by telephone. */
export function composeNotReported(facts: NotReported): string {
  const { today, title, due, units, counties, incomplete } = facts;
  const missing = units.length + counties.length;
  const day = printDay(today).replace(/^\d+年/, '');
  if (missing === 0 && incomplete.length === 0) return `截至${day}，“${title}”各单位均已报送。`;
  const lists = [
    counted('成员单位', units),
    counted('县（市、区）', counties),
    incomplete.length > 0 ? `已报送但需补充的：${incomplete.join('、')}` : '',
  ].filter(Boolean);
  const demand = today > due ? `报送截止日为${printDay(due)}，已逾期，请尽快报送` : `请于${printDay(due)}前报送`;
  return `截至${day}，尚未报送“${title}”材料的单位：${lists.join('；')}。${demand}，确无新情况的请作零报告。`;
}

function counted(kind: string, names: string[]): string {
  return names.length > 0 ? `${kind}${names.length}个（${names.join('、')}）` : '';
}

/** The text of a recorded reminder to named units. */
export function composeChase(title: string, due: string, today: string): string {
  const late = today > due ? '，现已逾期' : '';
  return `“${title}”要求于${printDay(due)}前报送${late}，请尽快报送；确无新情况的请作零报告。`;
}
