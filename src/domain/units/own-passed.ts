import type { CalendarDay } from '../calendar/day.js';
import { addDays } from '../calendar/day.js';
import type { PassedOn } from './passed-on.js';

/** How a branch that is called by its own name was named until a day, and what it is called since. */
interface Renamed {
  pattern: RegExp;
  until: CalendarDay;
  heir(match: RegExpExecArray): string;
}

/** Branches of the financial regulators and of the central bank, renamed in December 2018 and in the summer of 2023. */
const RENAMED: readonly Renamed[] = [
  {
    pattern: /^(?:中国)?(?:银监会|保监会|银监|保监)(.{2,10}?)(监管局|监管分局|分局|局)$/,
    until: '2018-12-31',
    heir: ([, where = '', end = '']) => `银保监会${where}${end}`,
  },
  {
    pattern: /^([^省市县区各].{1,9})(?:银监|(?<!银)保监)(分局|监管局|局)$/,
    until: '2018-12-31',
    heir: ([, where = '', end = '']) => `${where}银保监${end}`,
  },
  {
    pattern: /^(?:中国)?银保监会?(.{2,10}?)(?:监管)?(分局|局)$/,
    until: '2023-07-31',
    heir: ([, where = '', end = '']) => `国家金融监督管理总局${where}监管${end}`,
  },
  {
    pattern: /^([^省市县区各].{1,9})银保监(?:监管)?(分局|局)$/,
    until: '2023-07-31',
    heir: ([, where = '', end = '']) => `国家金融监督管理总局${where}监管${end}`,
  },
  {
    pattern: /^中国人民银行(.{2,10}?)市?中心支行$/,
    until: '2023-08-31',
    heir: ([, where = '']) => `中国人民银行${where}市分行`,
  },
];

const MOST_STEPS = 3;

/** What became by the given day of a branch that is called by its own name; null while the name is in use. */
export function ownPassed(name: string, day: CalendarDay | null): PassedOn | null {
  const first = day === null ? undefined : renamed(name, day);
  if (!first || day === null) return null;
  let heir = first;
  for (let step = 0; step < MOST_STEPS; step++) heir = renamed(heir.name, day) ?? heir;
  const successors = [{ name: heir.name, since: addDays(heir.until, 1) }];
  return { notBefore: null, until: first.until, successors };
}

function renamed(name: string, day: CalendarDay): { name: string; until: CalendarDay } | undefined {
  for (const { pattern, until, heir } of RENAMED) {
    const match = until < day ? pattern.exec(name) : null;
    if (match) return { name: heir(match), until };
  }
  return undefined;
}
