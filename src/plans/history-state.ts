import type { DraftChange } from './draft-changes.js';
import { applyChanges } from './draft-changes.js';
import { holding, type Correction } from './draft-history.js';
import type { Division, DraftMeasure, DraftReading } from './draft.js';
import { windowDoubts } from './windows-asked.js';

/** What a correction met: of each measure that it accepts what was in doubt, and which it found with helpers only. */
export interface Met {
  doubts: ReadonlyMap<string, string[]>;
  helpersOnly: ReadonlySet<string>;
}

/** Of each correction, by its place, what stood in the draft at that moment; those that were taken back met the same. */
export function metBy(corrections: readonly Correction[], imported: DraftReading): Map<number, Met> {
  const holds = holding(corrections);
  let draft = imported;
  const found = corrections.map(({ position, changes, undoes }): [number, Met] => {
    const [doubts, helpersOnly] = [new Map<string, string[]>(), new Set<string>()];
    for (const change of changes) {
      const measure = measureOf(draft, change);
      if (measure && undoes === null && isAcceptance(change)) doubts.set(measure.key, doubtsOf(measure));
      if (measure && isOfHelpers(measure)) helpersOnly.add(measure.key);
      if (holds.has(position)) draft = applyChanges(draft, [change]);
    }
    return [position, { doubts, helpersOnly }];
  });
  return new Map(found);
}

/** A measure that nobody has accepted yet, if the change is of one of its fields. */
function measureOf({ measures }: DraftReading, change: DraftChange): DraftMeasure | undefined {
  if (change.op !== undefined || !change.key) return undefined;
  return measures.find(({ key, accepted }) => key === change.key && !accepted);
}

const isAcceptance = (change: DraftChange): boolean =>
  change.op === undefined && change.field === 'accepted' && change.value === true;

const doubtsOf = (measure: DraftMeasure): string[] => [
  ...new Set([...measure.doubts.map(({ reason }) => reason), ...windowDoubts(measure)]),
];

const isOfHelpers = ({ doubts }: DraftMeasure): boolean => doubts.some(({ code }) => code === 'lead_missing');

/** A division as the page shows it where the note prints only who helps: nobody answers yet. */
export function asHelpers(division: Division): Division {
  const { responsible, supporting } = division;
  return { ...division, responsible: [], supporting: [...responsible, ...supporting], lead: null, leadBasis: null };
}
