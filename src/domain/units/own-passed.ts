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

/** Branches that came up with the reforms of 2018 and 2023, by the name that they have since. */
const SET_UP: readonly { pattern: RegExp; from: CalendarDay }[] = [
  { pattern: /^国家税务总局.+税务局$/, from: '2018-06-01' },
  {
    pattern: /^(?:中国)?银保监会?.{2,10}(?:分局|局)$|^[^省市县区各].{1,9}银保监(?:监管)?(?:分局|局)$/,
    from: '2018-03-01',
  },
  { pattern: /^(?:国家)?金融监(?:督管理|管)总局.{2,14}(?:分局|局)$/, from: '2023-05-01' },
];

const MOST_STEPS = 3;

/** What became by the given day of a branch that is called by its own name, or since when it is; null while the name is in use. */
export function ownPassed(name: string, day: CalendarDay | null): PassedOn | null {
  if (day === null) return null;
  const from = SET_UP.find((one) => day < one.from && one.pattern.test(name))?.from;
  if (from !== undefined) return { notBefore: from, until: null, successors: [] };
  const first = renamed(name, day);
  if (!first) return null;
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
