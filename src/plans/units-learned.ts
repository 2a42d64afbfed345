import type { Doubt, MeasureReading, Successor, UnitRef } from '../domain/plan/reading.js';
import { isOnName } from '../domain/units/passed-doubt.js';
import { leads, withoutDividedLead } from './lead-divided.js';

/** How the office reads a printed surface in its place: 市工信委 is 市工业和信息化局. */
export interface LearnedName {
  surface: string;
  name: string;
  /** Where the work of a unit that is gone was divided: the units beside the first. */
  others?: readonly string[];
}

const ABOUT_NAMES = new Set(['unit_unknown', 'unit_by_field', 'unit_near', 'unit_out_of_use']);

/**
 * The reading with one printed surface read as a unit (or as several), everywhere; doubts about that name are settled.
 * Where several stand for one that led, nobody is said to lead among them: a person is asked.
 */
export function nameUnit<M extends MeasureReading, R extends { measures: M[] }>(reading: R, learned: LearnedName): R {
  return { ...reading, measures: reading.measures.map((measure) => withName(measure, learned)) };
}

/** The reading with everything applied that the office decided on earlier imports; later decisions come last. */
export function applyLearned<R extends { measures: MeasureReading[] }>(reading: R, learned: readonly LearnedName[]): R {
  return learned.reduce((before, one) => nameUnit(before, one), reading);
}

/**
 * The doubted names of a reading that stand in the units' register by now, each as it is read there: the unit of that very
 * name, or the one that the reading made of it. What was only inferred from a field of work stays doubted, and so does
 * what is out of use: that it stands in the register does not say that it is still there.
 */
export function registeredNames(
  reading: { measures: MeasureReading[] },
  registered: readonly LearnedName[],
): LearnedName[] {
  const byName = new Map(registered.map(({ surface, name }) => [surface, name]));
  const doubted = doubtedNames(reading).filter(({ code }) => code !== 'unit_out_of_use');
  return doubted.flatMap(({ surface, name, code }) => {
    const known = byName.get(surface) ?? (code === 'unit_unknown' ? byName.get(name) : undefined);
    return known === undefined ? [] : [{ surface, name: known }];
  });
}

function withName<M extends MeasureReading>(measure: M, { surface, name, others = [] }: LearnedName): M {
  const named = (unit: UnitRef): UnitRef[] =>
    unit.surface === surface ? [name, ...others].map((one) => ({ ...unit, name: one })) : [unit];
  const isDoubted = (doubt: Doubt) => ABOUT_NAMES.has(doubt.code) && isOnName(doubt, surface);
  const all = [...measure.responsible, ...measure.supporting];
  if (!all.some((unit) => unit.surface === surface) && !measure.doubts.some(isDoubted)) return measure;
  const responsible = once(measure.responsible.flatMap(named), []);
  const doubts = measure.doubts.filter((doubt) => !isDoubted(doubt));
  const settled = { doubts, doubtful: doubts.length > 0, confidence: doubts.length > 0 ? measure.confidence : 1 };
  const lead = measure.lead && (named(measure.lead)[0] ?? null);
  const supporting = once(measure.supporting.flatMap(named), responsible);
  const read = { ...measure, ...settled, lead, responsible, supporting };
  return others.length > 0 && leads(measure, surface) ? withoutDividedLead(read, surface) : read;
}

function once(units: UnitRef[], elsewhere: UnitRef[]): UnitRef[] {
  const seen = new Set(elsewhere.map((unit) => unit.name));
  return units.filter(({ name }) => !seen.has(name) && seen.add(name));
}

/** The doubts about names of a measure's units that still stand in `units` as they are read: those no one has decided. */
export function unitDoubts({ doubts, accepted, ...measure }: DraftLike, units: readonly UnitRef[]): Doubt[] {
  const shown = [...measure.responsible, ...measure.supporting];
  const isLeft = ({ surface, name }: UnitRef): boolean =>
    units.some((unit) => unit.surface === surface && unit.name === name);
  const left = accepted ? [] : shown.filter(isLeft);
  return doubts.filter((doubt) => ABOUT_NAMES.has(doubt.code) && left.some(({ surface }) => isOnName(doubt, surface)));
}

type DraftLike = Pick<MeasureReading, 'doubts' | 'responsible' | 'supporting'> & { accepted: boolean };

export interface DoubtedName {
  surface: string;
  name: string;
  /** How many measures it stands in. */
  times: number;
  code: string;
  reason: string;
  /** Of a unit that is out of use: who does its work by the register. */
  successors: readonly Successor[];
}

/**
 * Names doubted in a reading, by surface, with how many measures have them and how they are read now. Of several doubts
 * about one name the one that asks who follows a unit that is gone is told.
 */
export function doubtedNames(reading: { measures: MeasureReading[] }): DoubtedName[] {
  const found = new Map<string, DoubtedName>();
  for (const measure of reading.measures) {
    const here = new Set<string>();
    for (const doubt of measure.doubts.filter(({ code }) => ABOUT_NAMES.has(code))) {
      const { code, reason, successors = [] } = doubt;
      const unit = [...measure.responsible, ...measure.supporting].find((one) => isOnName(doubt, one.surface));
      if (!unit) continue;
      const { surface, name } = unit;
      const known = found.get(surface) ?? { surface, name, times: 0, code, reason, successors };
      const told = code === 'unit_out_of_use' ? { ...known, code, reason, successors } : known;
      found.set(surface, { ...told, times: known.times + (here.has(surface) ? 0 : 1) });
      here.add(surface);
    }
  }
  return [...found.values()];
}
