import { mattersOf, type Matter, type MatterChoice } from '../domain/figures/asked.js';
import { Refusal } from '../shared/errors.js';
import type { FieldChange } from './draft-changes.js';
import type { DraftReading } from './draft.js';

type Draft = Pick<DraftReading, 'goals' | 'measures' | 'matters'>;

/** The change by which a person's word on a goal and a target is recorded. Refusal: unknown_matter. */
export function matterChange(draft: Draft, id: string, same: boolean): FieldChange {
  const matter = mattersOf(draft).find((one) => one.id === id);
  if (matter) return { key: null, field: 'matters', value: withChoice(draft.matters ?? [], matter, same) };
  throw new Refusal('unknown_matter', '这两个数字已被更正，不再对应。', { place: '同一事项', cure: '请刷新页面。' });
}

/** All that is open, taken as one matter each; none for nothing open. */
export function mattersTaken(draft: Draft): FieldChange[] {
  const open = mattersOf(draft).filter((matter) => matter.open);
  const value = open.reduce((said, matter) => withChoice(said, matter, true), draft.matters ?? []);
  return open.length > 0 ? [{ key: null, field: 'matters', value }] : [];
}

function withChoice(said: MatterChoice[], { id, words }: Matter, same: boolean): MatterChoice[] {
  return [...said.filter((choice) => choice.id !== id), { id, same, words }];
}
