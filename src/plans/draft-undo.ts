import { savedBy } from './draft-conflicts.js';
import type { FieldChange } from './draft-changes.js';
import { holding, type Correction } from './draft-history.js';
import type { DraftReading } from './draft.js';
import { fieldLabel } from './draft-words.js';

/** What a correction set that stays when it is taken back: a later one, which holds, set it again. */
export interface Stays {
  key: string | null;
  field: string;
  by: Correction;
}

/** What stays when the correction at `position` is taken back, each field with the latest correction that set it. */
export function staysAfter(corrections: readonly Correction[], position: number): Stays[] {
  const later = heldAfter(corrections, position).reverse();
  return fieldsOf(corrections, position)
    .filter(({ field }) => field !== 'accepted')
    .flatMap(({ key, field }) => {
      const by = later.find(({ changes }) => changes.some((one) => isOf(one, key) && one.field === field));
      return by ? [{ key, field, by }] : [];
    });
}

/** A card that somebody saved since by itself stays accepted: that they found it so was their reason not to accept it again. */
export function acceptanceKept(
  draft: DraftReading,
  corrections: readonly Correction[],
  position: number,
): FieldChange[] {
  const later = heldAfter(corrections, position).filter(({ what, undoes }) => what === null && undoes === null);
  const accepted = new Set(draft.measures.filter((one) => one.accepted).map(({ key }) => key));
  return fieldsOf(corrections, position)
    .filter(({ key, field, value }) => field === 'accepted' && value === true && key !== null && accepted.has(key))
    .filter(({ key }) => later.some(({ changes }) => changes.some((one) => isOf(one, key))))
    .map(({ key }) => ({ key, field: 'accepted', value: true }));
}

/** The same in words: what stays, and whose later correction it is; '' where nothing stays. */
export function staysWords(stays: readonly Stays[], { measures }: DraftReading, me: string): string {
  const said = stays.map(({ key, field, by }) => {
    const measure = measures.find((one) => one.key === key);
    return `${measure ? `${measure.no} 的` : ''}${fieldLabel(field)}由${savedBy(by, me)}改过`;
  });
  return said.length === 0
    ? ''
    : `其中后来又更正过的仍保留：${[...new Set(said)].join('；')}。要改回的，请直接更正，或在更正记录中撤销后来的更正。`;
}

const heldAfter = (corrections: readonly Correction[], after: number): Correction[] => {
  const holds = holding(corrections);
  return corrections.filter(({ position }) => position > after && holds.has(position));
};

const fieldsOf = (corrections: readonly Correction[], position: number): FieldChange[] =>
  corrections
    .filter((one) => one.position === position)
    .flatMap(({ changes }) => changes.flatMap((one) => (one.op === undefined ? [one] : [])));

const isOf = (change: Correction['changes'][number], key: string | null): change is FieldChange =>
  change.op === undefined && change.key === key;
