import type { ReportingDuty } from '../domain/plan/reading.js';
import { isToCome } from './draft-deadlines.js';
import type { FieldChange } from './draft-changes.js';
import { planStart, type PlanStart } from './years.js';
import type { YearFacts } from '../domain/plan/year.js';

type Draft = YearFacts & { reporting: ReportingDuty[] };

/** Whether a report is due on a day that had passed when the plan began: nobody can keep it. */
export const isDueBefore = ({ due }: ReportingDuty, start: PlanStart | null): boolean =>
  due !== null && !isToCome(due, start);

/** The duties to report that are due before the plan's own date. */
export function dutiesBefore(draft: Draft): ReportingDuty[] {
  const start = planStart(draft);
  return draft.reporting.filter((duty) => isDueBefore(duty, start));
}

/** The question about them, as the page for checking lists it; only a person knows the day or year that is meant. */
export function dutyQuestion(draft: Draft): { key: string; no: string; title: string; reasons: string[] }[] {
  const words = planStart(draft)?.words ?? '';
  const reasons = dutiesBefore(draft).map(
    ({ from, to, due }) =>
      `${from}→${to}的报送期限 ${due} 早于计划的${words}：请在“更正阶段、报送要求和总体目标”中改为正确的日期，或清空期限`,
  );
  return reasons.length > 0 ? [{ key: 'head', no: '', title: '报送要求', reasons }] : [];
}

/** They stay without a day, where nobody is there to be asked; none for none. */
export function dutyDaysLeft(draft: Draft): FieldChange[] {
  const before = dutiesBefore(draft);
  if (before.length === 0) return [];
  const value = draft.reporting.map((duty) => (before.includes(duty) ? { ...duty, due: null } : duty));
  return [{ key: null, field: 'reporting', value }];
}
