import type { Doubt } from '../domain/plan/reading.js';
import { planYear, type YearFacts } from '../domain/plan/year.js';
import type { FieldChange } from './draft-changes.js';

type Draft = YearFacts & { doubts: readonly Doubt[] };

/** Whether a doubt is that days are printed without a year, and nothing tells the plan's. */
export const isYearMissing = ({ code }: Doubt): boolean => code === 'year_missing';

const UNKNOWN = '没有读出是哪一年的计划（标题、文号和日期中都没有）：请在“更正基本信息”中填写成文日期或年度';

/**
 * The question about the year of a plan that prints none, as the page for checking lists it: confirmed without it, its
 * days would be lost, and the year that it runs in be guessed. None once the office has given its date or year.
 */
export function yearQuestion(draft: Draft): { key: string; no: string; title: string; reasons: string[] }[] {
  if (planYear(draft) !== null) return [];
  const printed = draft.doubts.filter(isYearMissing).map(({ reason }) => reason);
  return [{ key: 'head', no: '', title: '年度', reasons: printed.length > 0 ? printed : [UNKNOWN] }];
}

/**
 * The year of import for a plan whose year is asked about, where nobody is there to be asked: the plan runs in it, its
 * days stay unset, since a wrong day is worse than none.
 */
export const yearLeft = (draft: Draft, importedOn: string): FieldChange[] =>
  yearQuestion(draft).map(() => ({ key: null, field: 'year', value: Number(importedOn.slice(0, 4)) }));
