import { leadOf } from '../domain/plan/duties.js';
import type { Doubt, UnitRef } from '../domain/plan/reading.js';
import { divisionOf, type Division, type DraftMeasure } from './draft.js';
import { distinct, ownFirst, withPart } from './draft-parts.js';

/** Who does a measure, with who puts it together. */
type Joined = Division & Pick<DraftMeasure, 'consolidator'>;

/**
 * Who does two measures that are joined, each unit in the part that its note prints: the leads of both lead; beside a
 * measure that prints its lead, who is only responsible in the other answers for a part of its own, and who only helps
 * there helps.
 */
export function joinedDivision(first: DraftMeasure, next: DraftMeasure): Joined {
  const [one, two] = [printsLead(first), printsLead(next)];
  if (one && !two) return besideLead(first, next);
  if (two && !one) return besideLead(next, first);
  const base = !one && leadOf(first) === null && (leadOf(next) !== null || first.mode === 'all') ? next : first;
  const all = { responsible: [...first.responsible, ...next.responsible], supporting: supportersOf(first, next) };
  return { ...divisionOf(base), consolidator: base.consolidator, ...once(all) };
}

/** Leads and supporters are told apart in it, and who leads is printed or chosen. */
function printsLead({ mode, lead, leadBasis, responsible, doubts, accepted }: DraftMeasure): boolean {
  const isListed = leadBasis === 'first_listed' && responsible.length > 1;
  return mode === 'lead_support' && lead !== null && !isListed && (accepted || !doubts.some(isUnled));
}

/** Only helpers are printed: the first of them stands where a lead would. */
const isUnled = ({ code }: Doubt): boolean => code === 'lead_missing';

function besideLead(led: DraftMeasure, other: DraftMeasure): Joined {
  const helpOnly = !other.accepted && other.doubts.some(isUnled);
  const beside = other.responsible.map((unit) => withPart(unit, !helpOnly));
  const supporting = [...led.supporting, ...beside, ...other.supporting];
  const { responsible } = led;
  return { ...divisionOf(led), consolidator: led.consolidator, ...once({ responsible, supporting }) };
}

const supportersOf = (first: DraftMeasure, next: DraftMeasure): UnitRef[] => [...first.supporting, ...next.supporting];

function once({ responsible, supporting }: Pick<Division, 'responsible' | 'supporting'>) {
  const answer = distinct(responsible);
  const answers = ({ name }: UnitRef): boolean => answer.some((one) => one.name === name);
  return { responsible: answer, supporting: distinct(ownFirst(supporting)).filter((unit) => !answers(unit)) };
}

/** The doubts of both; that only helpers are printed is none any more beside a measure that prints its lead. */
export function doubtsKept(first: DraftMeasure, next: DraftMeasure): Doubt[] {
  const isLed = printsLead(first) !== printsLead(next);
  return [...first.doubts, ...next.doubts].filter((doubt) => !isLed || !isUnled(doubt));
}

/** That the two measures divide their work differently, with what is asked of it. */
export function divisionDoubts(first: DraftMeasure, next: DraftMeasure): Doubt[] {
  const names = ({ mode, responsible, supporting }: DraftMeasure) =>
    JSON.stringify([mode, responsible.map((unit) => unit.name), supporting.map((unit) => unit.name)]);
  if (names(first) === names(next)) return [];
  const reason =
    printsLead(first) === printsLead(next)
      ? '合并的两条分工不同，请核对各单位的职责'
      : '合并的两条只有一条印明牵头，另一条的单位按原来的职责列在责任或配合，请核对由谁牵头';
  return [{ code: 'merged_division', reason, field: 'division' }];
}
