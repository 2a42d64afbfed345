import { isAsked } from '../domain/figures/matter.js';
import { bigrams } from '../domain/comparison/terms.js';
import { deadlineFields, openDeadline } from './draft-deadlines.js';
import type { DraftChange } from './draft-changes.js';
import type { DraftMeasure, DraftReading } from './draft.js';

/** A measure that says a clause again, and the day that only it prints; null where the clause loses none. */
export interface Repeat {
  row: DraftMeasure;
  clause: DraftMeasure;
  day: string | null;
}

type Measures = Pick<DraftReading, 'measures'>;

/** The measures that are asked about as repeating an earlier clause, or do so by the figures it has now; not those whose clause is no longer there under its title. */
export function repeatsOf({ measures }: Measures): Repeat[] {
  return measures.flatMap((row, at) => {
    if (row.accepted) return [];
    const doubt = row.doubts.find(({ code }) => code === 'repeats_clause');
    const isAlone = row.doubts.some(({ code }) => code === 'row_without_clause');
    if (!doubt && !isAlone) return [];
    const clauses = measures
      .slice(0, at)
      .filter((one) => (doubt ? doubt.reason.startsWith(`与第${one.no}条“${one.title}”`) : nowSays(one, row)));
    const [clause] = clauses;
    return clause && clauses.length === 1 ? [{ row, clause, day: dayLost(row, clause) }] : [];
  });
}

/** A clause that the reading found no row for, and that has the row's figures now that the office has typed them (达到800 as 800件). */
function nowSays(clause: DraftMeasure, row: DraftMeasure): boolean {
  const words = bigrams(clause.title + clause.targets.map(({ metric }) => metric).join(''));
  return (
    row.targets.length > 0 &&
    hasFigures(row, clause) &&
    row.responsible.some(({ name }) => clause.responsible.some((one) => one.name === name)) &&
    [...bigrams(row.title).keys()].some((word) => words.has(word))
  );
}

/** A day that the clause's own words print in doubt, or that was left out, is none beside the row's 完成时限. */
function dayLost({ due }: DraftMeasure, clause: DraftMeasure): string | null {
  const proposed = openDeadline(clause);
  const isLost = proposed === null || proposed.doubt !== null || proposed.day === due;
  return clause.due === null && isLost ? due : null;
}

/** The repeats with nothing but a day that their clauses have not: all of them may be taken out at once. */
export function repeatsSaidAlready(draft: Measures): Repeat[] {
  const days = new Map<string, string>();
  return repeatsOf(draft).filter((repeat) => {
    const { row, clause, day } = repeat;
    if (row.doubts.every(({ code }) => code !== 'repeats_clause')) return false;
    const dated = clause.due ?? clause.deadline?.day ?? days.get(clause.key) ?? day;
    if (!isSaid(row, clause) || (row.due !== null && (clause.withoutDue || row.due !== dated))) return false;
    if (day) days.set(clause.key, day);
    return true;
  });
}

function isSaid(row: DraftMeasure, clause: DraftMeasure): boolean {
  const has = (theirs: readonly { name: string }[], name: string): boolean => theirs.some((one) => one.name === name);
  return (
    row.responsible.every(({ name }) => has(clause.responsible, name)) &&
    row.supporting.every(({ name }) => has([...clause.responsible, ...clause.supporting], name)) &&
    row.groups.every(({ surface }) => clause.groups.some((one) => one.surface === surface)) &&
    hasFigures(row, clause)
  );
}

const hasFigures = (row: DraftMeasure, clause: DraftMeasure): boolean =>
  row.targets.every(({ value, unit }) => clause.targets.some((one) => one.value === value && one.unit === unit));

/** Repeats taken out, the day that a clause has not put there first. */
export const repeatsOut = (repeats: readonly Repeat[]): DraftChange[] =>
  repeats.flatMap(({ row, clause, day }): DraftChange[] => [
    ...(day ? Object.entries(deadlineFields(day)) : []).map(([field, value]) => ({
      ...{ key: clause.key, field: field as 'due', value: value as string },
    })),
    { op: 'remove', key: row.key, reason: '重复' },
  ]);

/** What is told once repeats were taken out: where their days went, and which figures beside the row's follow them. */
export function daysPutWords(repeats: readonly Repeat[]): string {
  const put = repeats.filter(({ day }) => day !== null);
  if (put.length === 0) return '';
  const days = [...new Set(put.map(({ clause, day }) => `${day}（第${clause.no}条“${clause.title}”）`))];
  const beside = put.flatMap(({ row, clause }) => clause.targets.filter((one) => isAsked(one) && follows(one, row)));
  const figures = [...new Set(beside.map(({ metric, raw }) => `“${metric} ${raw}”`))];
  const follow = `该条未印期限的${figures.join('、')}随之同为这一期限，不是的请改该项指标的期限。`;
  return `完成时限已补到该条：${days.join('、')}。${figures.length > 0 ? follow : ''}`;
}

/** A figure of the clause without a day of its own that the row does not say. */
const follows = ({ by, years, value, unit }: DraftMeasure['targets'][number], row: DraftMeasure): boolean =>
  by === null && !years && !row.targets.some((one) => one.value === value && one.unit === unit);

/** What the button on the card of a measure says; '' where there is none. */
export function repeatWords(draft: Measures, measure: DraftMeasure): string {
  const repeat = repeatsOf(draft).find(({ row }) => row === measure);
  if (!repeat) return '';
  return repeat.day ? `完成时限 ${repeat.day} 补到第${repeat.clause.no}条并移出（重复）` : '移出（重复）';
}
