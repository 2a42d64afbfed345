import type { Doubt } from '../domain/plan/reading.js';
import { planYear, type YearFacts } from '../domain/plan/year.js';
import type { FieldChange } from './draft-changes.js';

type Draft = YearFacts & { doubts: readonly Doubt[] };

/** Whether a doubt is that days are printed without a year, and nothing tells the plan's. */
export const isYearMissing = ({ code }: Doubt): boolean => code === 'year_missing';

/**
 * The question about the year of a plan that prints days and no year, as the page for checking lists it: confirmed without
 * it, the days would be lost. None once the office has given its date or year.
 */
export function yearQuestion(draft: Draft): { key: string; no: string; title: string; reasons: string[] }[] {
  const reasons = planYear(draft) === null ? draft.doubts.filter(isYearMissing).map(({ reason }) => reason) : [];
  return reasons.length > 0 ? [{ key: 'head', no: '', title: '年度', reasons }] : [];
}

/**
 * The year of import for a plan whose year is asked about, where nobody is there to be asked: the plan runs in it, its
 * days stay unset, since a wrong day is worse than none.
 */
export const yearLeft = (draft: Draft, importedOn: string): FieldChange[] =>
  yearQuestion(draft).map(() => ({ key: null, field: 'year', value: Number(importedOn.slice(0, 4)) }));
