import type { DeadlineReading } from '../domain/plan/reading.js';
import type { DraftMeasure, DraftReading } from './draft.js';
import type { FieldChange } from './draft-changes.js';

type Dated = Pick<DraftMeasure, 'due' | 'deadline' | 'withoutDue'>;

/** The day that the measure's own text proposes, while nobody has decided on it; null when there is nothing to decide. */
export function openDeadline({ due, deadline, withoutDue }: Dated): DeadlineReading | null {
  return due === null && !withoutDue ? (deadline ?? null) : null;
}

/** What the question about a proposed day says. */
export function deadlineQuestion(measure: Dated): string[] {
  const deadline = openDeadline(measure);
  if (!deadline) return [];
  const why = deadline.doubt ?? `正文印有“${deadline.raw}”`;
  return [`${why}：建议完成时限 ${deadline.day}（办结型），可采用、改日期或不设`];
}

/** The fields by which a day becomes the 完成时限 of a measure, or the measure is left without one (null). */
export function deadlineFields(day: string | null): Pick<DraftMeasure, 'due' | 'track' | 'withoutDue'> {
  return { due: day, track: day === null ? 'standing' : 'deliverable', withoutDue: day === null };
}

/** The proposed days that nobody has decided on, taken as proposed; with `sureOnly` those that are in no doubt. */
export function deadlinesTaken(draft: Pick<DraftReading, 'measures'>, sureOnly = false): FieldChange[] {
  return draft.measures.flatMap((measure) => {
    const deadline = openDeadline(measure);
    if (!deadline || (sureOnly && deadline.doubt !== null)) return [];
    const { due, track } = deadlineFields(deadline.day);
    return [
      { key: measure.key, field: 'due', value: due },
      { key: measure.key, field: 'track', value: track },
    ];
  });
}
