import { momentWords } from '../shared/moment-words.js';
import { FROM_ORIGINAL } from './corrections-held.service.js';
import type { FieldChange } from './draft-changes.js';
import type { DraftSheet } from './draft-desk.service.js';
import { holding } from './draft-history.js';
import { fieldLabel } from './draft-words.js';

type Recorded = Pick<DraftSheet, 'corrections'>;

/** What was brought from the original and stands: nobody has taken it back, or decided otherwise since. */
function broughtStill({ corrections }: Recorded): FieldChange[] {
  const holds = holding(corrections);
  const held = corrections.filter(({ position }) => holds.has(position));
  const at = held.findIndex(({ what }) => what === FROM_ORIGINAL);
  const fields = (list: typeof held): FieldChange[] =>
    list.flatMap(({ changes }) => changes.flatMap((one) => (one.op === undefined ? [one] : [])));
  if (at < 0) return [];
  const since = new Set(fields(held.slice(at + 1)).map(({ key, field }) => `${key ?? ''} ${field}`));
  return fields(held.slice(at, at + 1)).filter(({ key, field }) => !since.has(`${key ?? ''} ${field}`));
}

/** By card: which of its fields stand as decided on the original, and who decided so when; as the card tells it. */
export function broughtByCard(sheet: Recorded): Map<string, string> {
  const brought = broughtStill(sheet).filter(({ key }) => key !== null);
  const cards = grouped(brought, ({ key }) => key ?? '');
  return new Map(
    [...cards].map(([key, changes]) => [key, `${FROM_ORIGINAL}：${fieldsWords(changes)}。要改的，改后保存即可`]),
  );
}

/** 分工、完成时限（协调员甲，5月11日 09:00）；核对. */
function fieldsWords(changes: readonly FieldChange[]): string {
  const who = ({ decided }: FieldChange): string => (decided ? `（${decided.by}，${momentWords(decided.at)}）` : '');
  return [...grouped(changes, who)]
    .map(([words, list]) => [...new Set(list.map(({ field }) => fieldLabel(field)))].join('、') + words)
    .join('；');
}

function grouped(changes: readonly FieldChange[], by: (change: FieldChange) => string): Map<string, FieldChange[]> {
  const groups = new Map<string, FieldChange[]>();
  for (const one of changes) groups.set(by(one), [...(groups.get(by(one)) ?? []), one]);
  return groups;
}

/** What is told at the import; '' where nothing was brought. */
export function broughtTold(sheet: Recorded): string {
  const brought = broughtStill(sheet);
  const cards = new Set(brought.flatMap(({ key }) => key ?? []));
  if (brought.length === 0) return '';
  const plan = [...new Set(brought.flatMap(({ key, field }) => (key === null ? [fieldLabel(field)] : [])))];
  const what = [cards.size > 0 && `${cards.size} 条举措`, ...plan].filter(Boolean).join('、');
  return `文字没有改动的，已照原方案的决定处理（${what}），卡片上有标明，可逐条改，也可在更正记录中一并撤销。`;
}
