import type { MeasureReading, UnitRef } from '../plan/reading.js';
import { called, counterpart, unitsOf } from './clause.js';
import type { Whose } from './weakening.js';

/** Groups in which any bureau may be meant; 各县（市、区） is none. */
const ANY_BUREAU = /部门|单位|成员|^等$/;
/** Bureaus of a place; those of the State's own line (人民银行) are no place's. */
const OF_PLACE = /^(?:自治区|省|市|州|盟|县|区|旗)(?=..)|^共青团/;

/**
 * Units of the superior's clause of which ours names no counterpart in any part, and clauses of ours among several that
 * have no responsible unit; Chinese, without a full stop. Another place's units bind nobody.
 */
export function unitNotes(theirs: MeasureReading, ours: readonly MeasureReading[], whose: Whose): string[] {
  return [...(whose === '上级' ? unanswered(theirs, ours) : []), ...partlyOwnerless(theirs, ours)];
}

function unanswered(theirs: MeasureReading, ours: readonly MeasureReading[]): string[] {
  const named = ours.flatMap(unitsOf);
  if (named.length === 0 || ours.some(({ open }) => open.some((group) => ANY_BUREAU.test(group)))) return [];
  const own = new Set(named.map(({ name }) => counterpart(name)));
  const isMissed = ({ name }: UnitRef): boolean => OF_PLACE.test(name) && !own.has(counterpart(name));
  const responsible = unitsOf({ ...theirs, supporting: [] });
  const supporting = theirs.supporting.filter((unit) => !responsible.some(({ name }) => name === unit.name));
  return [...noteOf('责任', responsible.filter(isMissed)), ...noteOf('配合', supporting.filter(isMissed))];
}

const noteOf = (part: string, units: readonly UnitRef[]): string[] =>
  units.length > 0 ? [`上级的${part}单位${units.map(({ name }) => name).join('、')}，我方没有对口单位（请核对）`] : [];

/** Where another clause beside it has one; all without one are told as such. */
function partlyOwnerless(theirs: MeasureReading, ours: readonly MeasureReading[]): string[] {
  const without = ours.filter(({ lead, responsible }) => !lead && responsible.length === 0);
  if (theirs.responsible.length === 0 || without.length === 0 || without.length === ours.length) return [];
  return [`其中我方${without.map((one) => `“${called(one)}”`).join('、')}没有具体责任单位（请核对）`];
}
