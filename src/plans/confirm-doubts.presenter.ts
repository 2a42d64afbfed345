import type { Doubt } from '../domain/plan/reading.js';
import { isSourceNote } from '../domain/plan/source-notes.js';
import { planYear, titleYear, yearOfIssue } from '../domain/plan/year.js';
import { officesBelow } from './counties.js';
import type { DraftReading } from './draft.js';
import { isStrangeDay } from './draft-strange-days.js';
import { isIssuerMissing } from './draft-issuers.js';
import { isYearMissing } from './draft-year.js';
import { placeBelow, placesBelow } from './draft-words.js';

const HEAD_FIELDS = ['title', 'docNumber', 'issuers', 'issuedOn', 'region', 'level', 'kind', 'addressees'] as const;
const isField = (field: string | undefined): field is (typeof HEAD_FIELDS)[number] =>
  HEAD_FIELDS.some((one) => one === field);

/**
 * What is in doubt about the plan as a whole, until a person has corrected it; and what would go wrong unseen: counties
 * of a place that has none. That no place or issuer was read, a year that nothing tells, days that no calendar has, and
 * what of the document was not read are questions of their own.
 */
export function planDoubts({ draft, imported }: { draft: DraftReading; imported: DraftReading }): string[] {
  const isSettled = ({ code, field }: Doubt): boolean =>
    (isField(field) && JSON.stringify(draft[field]) !== JSON.stringify(imported[field])) ||
    (code === 'year_presumed' && planYear({ ...draft, printedYear: null }) !== null);
  const open = draft.doubts
    .filter((doubt) => !isSettled(doubt) && !isStrangeDay(doubt) && !isSourceNote(doubt))
    .filter((doubt) => !isYearMissing(doubt) && !isIssuerMissing(draft, doubt))
    .map(({ reason }) => reason);
  return [...open, ...strangeYear(draft), ...daysElsewhere(draft, imported), ...countyless(draft)];
}

/** A title's year that is over at the issue, or far ahead of it, may be that of another matter. */
function strangeYear(draft: DraftReading): string[] {
  const [named, issued] = [titleYear(draft.title), yearOfIssue(draft)];
  if (draft.year || !named || !issued || named === issued || named === issued + 1) return [];
  return [`标题中的年份是 ${named} 年，成文在 ${issued} 年：按 ${named} 年度推进；如不是，请在“更正基本信息”中改年度`];
}

/** Days that were read in the year of before, once the plan's year has been changed. */
function daysElsewhere(draft: DraftReading, imported: DraftReading): string[] {
  const [was, is] = [planYear(imported), planYear(draft)];
  if (was === is || was === null) return [];
  const there = (day: string | null | undefined) => day?.startsWith(`${was}-`) ?? false;
  const places = draft.measures.filter(({ due, deadline }) => there(due) || there(deadline?.day)).map(({ no }) => no);
  if (places.length === 0) return [];
  return [`年度已由 ${was} 改为 ${is ?? '未定'}，${places.join('、')} 的日期仍在 ${was} 年，请逐条核对`];
}

function countyless({ measures, region, level }: DraftReading): string[] {
  const places = measures
    .filter(({ groups }) => groups.some(({ choice }) => choice === 'counties'))
    .map(({ no }) => no);
  if (places.length === 0 || officesBelow(region ?? '').length > 0) return [];
  const whose = region ? `${region}下属` : '这个地方';
  return [
    `${places.join('、')} 定为“${placesBelow(level)}各一项”，但名录中没有${whose}的${placeBelow(level)}，印发后不会分到任何单位：请改定`,
  ];
}
