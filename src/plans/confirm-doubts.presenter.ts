import type { Doubt } from '../domain/plan/reading.js';
import { officesBelow } from './counties.js';
import type { DraftReading } from './draft.js';

const HEAD_FIELDS = ['title', 'docNumber', 'issuers', 'issuedOn', 'region', 'level', 'kind', 'addressees'] as const;
const isField = (field: string | undefined): field is (typeof HEAD_FIELDS)[number] =>
  HEAD_FIELDS.some((one) => one === field);

/**
 * What is in doubt about the plan as a whole, until a person has corrected it; and what would go wrong unseen: units
 * registered without their place, counties of a place that has none.
 */
export function planDoubts({ draft, imported }: { draft: DraftReading; imported: DraftReading }): string[] {
  const isSettled = ({ field }: Doubt): boolean =>
    isField(field) && JSON.stringify(draft[field]) !== JSON.stringify(imported[field]);
  const open = draft.doubts.filter((doubt) => !isSettled(doubt)).map(({ reason }) => reason);
  return [...open, ...placeless(draft), ...countyless(draft)];
}

const placeless = ({ region }: DraftReading): string[] =>
  region ? [] : ['没有读出地方：请在“更正基本信息”中填写，单位才能按本地名录登记'];

function countyless({ measures, region }: DraftReading): string[] {
  const places = measures
    .filter(({ groups }) => groups.some(({ choice }) => choice === 'counties'))
    .map(({ no }) => no);
  if (places.length === 0 || officesBelow(region ?? '').length > 0) return [];
  const whose = region ? `${region}下属` : '这个地方';
  return [
    `${places.join('、')} 定为“各县（市、区）各一项”，但名录中没有${whose}的县（市、区），印发后不会分到任何单位：请改定`,
  ];
}
