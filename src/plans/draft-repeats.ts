import { deadlineFields } from './draft-deadlines.js';
import type { DraftChange } from './draft-changes.js';
import type { DraftMeasure, DraftReading } from './draft.js';

/** A measure that says a clause again, and the day that only it prints; null where the clause loses none. */
export interface Repeat {
  row: DraftMeasure;
  clause: DraftMeasure;
  day: string | null;
}

type Measures = Pick<DraftReading, 'measures'>;

/** The measures that are asked about as repeating an earlier clause; not those whose clause is no longer there under its title. */
export function repeatsOf({ measures }: Measures): Repeat[] {
  return measures.flatMap((row, at) => {
    const doubt = row.accepted ? undefined : row.doubts.find(({ code }) => code === 'repeats_clause');
    if (!doubt) return [];
    const clauses = measures.slice(0, at).filter(({ no, title }) => doubt.reason.startsWith(`与第${no}条“${title}”`));
    const [clause] = clauses;
    return clause && clauses.length === 1 ? [{ row, clause, day: dayLost(row, clause) }] : [];
  });
}

const dayLost = ({ due }: DraftMeasure, clause: DraftMeasure): string | null =>
  clause.due === null && !clause.deadline ? due : null;

/** The repeats with nothing but a day that their clauses have not: all of them may be taken out at once. */
export function repeatsSaidAlready(draft: Measures): Repeat[] {
  const days = new Map<string, string>();
  return repeatsOf(draft).filter((repeat) => {
    const { row, clause, day } = repeat;
    const dated = clause.due ?? clause.deadline?.day ?? days.get(clause.key) ?? day;
    if (!isSaid(row, clause) || (row.due !== null && row.due !== dated)) return false;
    if (day) days.set(clause.key, day);
    return true;
  });
}

function isSaid(row: DraftMeasure, clause: DraftMeasure): boolean {
  const has = (theirs: readonly { name: string }[], name: string): boolean => theirs.some((one) => one.name === name);
  const isThere = ({ value, unit }: DraftMeasure['targets'][number]): boolean =>
    clause.targets.some((one) => one.value === value && one.unit === unit);
  return (
    row.responsible.every(({ name }) => has(clause.responsible, name)) &&
    row.supporting.every(({ name }) => has([...clause.responsible, ...clause.supporting], name)) &&
    row.groups.every(({ surface }) => clause.groups.some((one) => one.surface === surface)) &&
    row.targets.every(isThere)
  );
}

/** Repeats taken out, the day that a clause has not put there first. */
export const repeatsOut = (repeats: readonly Repeat[]): DraftChange[] =>
  repeats.flatMap(({ row, clause, day }): DraftChange[] => [
    ...(day ? Object.entries(deadlineFields(day)) : []).map(([field, value]) => ({
      ...{ key: clause.key, field: field as 'due', value: value as string },
    })),
    { op: 'remove', key: row.key, reason: '重复' },
  ]);

/** What the button on the card of a measure says; '' where there is none. */
export function repeatWords(draft: Measures, measure: DraftMeasure): string {
  const repeat = repeatsOf(draft).find(({ row }) => row === measure);
  if (!repeat) return '';
  return repeat.day ? `完成时限 ${repeat.day} 补到第${repeat.clause.no}条并移出（重复）` : '移出（重复）';
}
