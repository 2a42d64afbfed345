import type { ComparedPlan } from './clause.js';
import { demandWords } from './demand.js';

/** A change in the plan as a whole; empty text where there was or is nothing. */
export interface HeadChange {
  label: string;
  before: string;
  after: string;
}

/** What of a plan's head, goals, phases and reporting duties differs between two versions. */
export function headChanges(old: ComparedPlan, now: ComparedPlan): HeadChange[] {
  return FACTS.map(({ label, words }) => ({ label, before: words(old), after: words(now) })).filter(
    ({ before, after }) => before !== after,
  );
}

const FACTS: { label: string; words(plan: ComparedPlan): string }[] = [
  { label: '标题', words: (plan) => plan.title ?? '' },
  { label: '发文字号', words: (plan) => plan.docNumber ?? '' },
  { label: '成文日期', words: (plan) => plan.issuedOn ?? '' },
  { label: '总体目标', words: (plan) => plan.goals.map(demandWords).join('；') },
  {
    label: '阶段',
    words: (plan) => plan.phases.map(({ name, start, end }) => `${name}（${start ?? ''}至${end ?? ''}）`).join('，'),
  },
  {
    label: '向上报送',
    words: (plan) =>
      plan.reporting.map(({ from, to, due, every }) => `${from}→${to}（${due ?? every ?? '未定'}）`).join('；'),
  },
];
