import { Refusal } from '../shared/errors.js';
import type { DraftReading } from './draft.js';
import type { IssueChoices } from './plan-issuer.js';
import { firstCycle } from './years.js';

/** The year that a plan begins to run in, and its first and last year with it. */
export interface ChosenYear {
  year: number;
  yearFrom: number;
  yearTo: number;
}

type Years = Pick<ChosenYear, 'yearFrom' | 'yearTo'>;
type Choices = Pick<IssueChoices, 'issuedOn' | 'enabledOn' | 'year'>;

/**
 * The year at the issue: the plan's own, unless the office chooses another one. A plan of one year moves to it, one of
 * several years begins in it. Refusals: year_outside_plan, where it lies far from the plan; days_before_year, where
 * measures have printed days before it, which would be lost.
 */
export function chosenYear(plan: Years, draft: Pick<DraftReading, 'measures'>, choices: Choices): ChosenYear {
  const { yearFrom, yearTo } = plan;
  const own = firstCycle(plan, choices.enabledOn);
  const { year = own } = choices;
  if (year === own) return { year, yearFrom, yearTo };
  refuseFar(plan, choices, year);
  refuseLostDays(draft, year);
  return { year, yearFrom: year, yearTo: yearFrom === yearTo ? year : Math.max(year, yearTo) };
}

function refuseFar({ yearFrom, yearTo }: Years, { issuedOn }: Choices, year: number): void {
  const issued = Number(issuedOn.slice(0, 4));
  const [first, last] = [Math.min(yearFrom, issued), Math.max(yearTo, issued + 1)];
  if (year >= first && year <= last) return;
  throw new Refusal('year_outside_plan', `年度 ${year} 与这份计划不符：可填 ${first} 至 ${last}。`, {
    place: '年度',
    cure: '请核对年度；标题或成文日期读错的，请退回核对，在“更正基本信息”中改正。',
  });
}

function refuseLostDays({ measures }: Pick<DraftReading, 'measures'>, year: number): void {
  const lost = measures.filter(({ due }) => due !== null && due < `${year}-01-01`);
  if (lost.length === 0) return;
  const told = lost.slice(0, 8).map(({ no, due }) => `${no}（${due}）`);
  const more = lost.length > told.length ? `等 ${lost.length} 条` : '';
  throw new Refusal('days_before_year', `年度改为 ${year}，但这些举措的完成时限在此之前：${told.join('、')}${more}。`, {
    place: '年度',
    cure: '请退回核对，把完成时限改到该年度，或保留原来的年度。',
  });
}
