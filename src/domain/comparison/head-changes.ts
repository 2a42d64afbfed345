import type { ComparedPlan } from './clause.js';
import { demandWords } from './demand.js';
import { goalWholes } from './goal-wholes.js';
import { ownColumnsOf } from './own-columns.js';
import { dayToward, textToward, type YearShift } from './years.js';

/** A change in the plan as a whole; empty text where there was or is nothing. */
export interface HeadChange {
  label: string;
  before: string;
  after: string;
}

/**
 * What of a plan's head, goals, phases and reporting duties differs between two versions; between plans of two years that
 * distance alone is no change.
 */
export function headChanges(old: ComparedPlan, now: ComparedPlan, years: YearShift | null = null): HeadChange[] {
  const laid = years ? laidBeside(old, now, years) : old;
  const isOther = (before: string, after: string) => textToward(years, before, after) !== after;
  return FACTS.filter(({ words }) => isOther(words(laid), words(now))).map(({ label, words }) => {
    return { label, before: words(old), after: words(now) };
  });
}

function laidBeside(old: ComparedPlan, now: ComparedPlan, years: YearShift): ComparedPlan {
  const day = (one: string | null, other?: string | null) => dayToward(years, one, other ?? null);
  const text = (words: string, other = '') => textToward(years, words, other);
  return {
    ...old,
    title: old.title && text(old.title, now.title ?? ''),
    goals: old.goals.map((goal) => ({ ...goal, metric: text(goal.metric), raw: text(goal.raw) })),
    phases: old.phases.map((phase, at) => {
      const { start, end } = now.phases[at] ?? {};
      return { ...phase, start: day(phase.start, start), end: day(phase.end, end) };
    }),
    reporting: old.reporting.map((duty, at) => ({ ...duty, due: day(duty.due, now.reporting[at]?.due) })),
  };
}

const FACTS: { label: string; words(plan: ComparedPlan): string }[] = [
  { label: '标题', words: (plan) => plan.title ?? '' },
  { label: '发文字号', words: (plan) => plan.docNumber ?? '' },
  { label: '成文日期', words: (plan) => plan.issuedOn ?? '' },
  {
    label: '总体目标',
    words: (plan) => [...plan.goals.map(demandWords), ...goalWholes(plan).map(({ words }) => words)].join('；'),
  },
  {
    label: '阶段',
    words: (plan) => plan.phases.map(({ name, start, end }) => `${name}（${start ?? ''}至${end ?? ''}）`).join('，'),
  },
  {
    label: '向上报送',
    words: (plan) =>
      plan.reporting.map(({ from, to, due, every }) => `${from}→${to}（${due ?? every ?? '未定'}）`).join('；'),
  },
  { label: '任务表其他栏目', words: (plan) => ownColumnsOf(plan).join('、') },
];
