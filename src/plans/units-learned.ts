import type { Doubt, MeasureReading, UnitRef } from '../domain/plan/reading.js';

/** How the office reads a printed surface in its place: 市工信委 is 市工业和信息化局. */
export interface LearnedName {
  surface: string;
  name: string;
}

const ABOUT_NAMES = new Set(['unit_unknown', 'unit_by_field', 'unit_near']);

/** The reading with one printed surface read as a unit, everywhere; doubts about that name are settled. */
export function nameUnit<M extends MeasureReading, R extends { measures: M[] }>(
  reading: R,
  surface: string,
  name: string,
): R {
  return { ...reading, measures: reading.measures.map((measure) => withName(measure, surface, name)) };
}

/** The reading with everything applied that the office decided on earlier imports; later decisions come last. */
export function applyLearned<R extends { measures: MeasureReading[] }>(reading: R, learned: readonly LearnedName[]): R {
  return learned.reduce((before, { surface, name }) => nameUnit(before, surface, name), reading);
}

/**
 * The doubted names of a reading that stand in the units' register by now, each as it is read there: the unit of that very
 * name, or the one that the reading made of it. What was only inferred from a field of work stays doubted.
 */
export function registeredNames(
  reading: { measures: MeasureReading[] },
  registered: readonly LearnedName[],
): LearnedName[] {
  const byName = new Map(registered.map(({ surface, name }) => [surface, name]));
  return doubtedNames(reading).flatMap(({ surface, name, code }) => {
    const known = byName.get(surface) ?? (code === 'unit_unknown' ? byName.get(name) : undefined);
    return known === undefined ? [] : [{ surface, name: known }];
  });
}

function withName<M extends MeasureReading>(measure: M, surface: string, name: string): M {
  const named = (unit: UnitRef): UnitRef => (unit.surface === surface ? { ...unit, name } : unit);
  const isDoubted = (doubt: Doubt) => ABOUT_NAMES.has(doubt.code) && doubt.reason.includes(`“${surface}”`);
  const all = [...measure.responsible, ...measure.supporting];
  if (!all.some((unit) => unit.surface === surface) && !measure.doubts.some(isDoubted)) return measure;
  const responsible = once(measure.responsible.map(named), []);
  const doubts = measure.doubts.filter((doubt) => !isDoubted(doubt));
  const settled = { doubts, doubtful: doubts.length > 0, confidence: doubts.length > 0 ? measure.confidence : 1 };
  const lead = measure.lead && named(measure.lead);
  return { ...measure, ...settled, lead, responsible, supporting: once(measure.supporting.map(named), responsible) };
}

function once(units: UnitRef[], elsewhere: UnitRef[]): UnitRef[] {
  const seen = new Set(elsewhere.map((unit) => unit.name));
  return units.filter(({ name }) => !seen.has(name) && seen.add(name));
}

/** Names doubted in a reading, by surface, with how often and how they are read now. */
export function doubtedNames(reading: {
  measures: MeasureReading[];
}): { surface: string; name: string; times: number; code: string }[] {
  const found = new Map<string, { surface: string; name: string; times: number; code: string }>();
  for (const measure of reading.measures) {
    for (const { code, reason } of measure.doubts.filter((doubt) => ABOUT_NAMES.has(doubt.code))) {
      const unit = [...measure.responsible, ...measure.supporting].find((one) => reason.includes(`“${one.surface}”`));
      if (!unit) continue;
      const known = found.get(unit.surface) ?? { surface: unit.surface, name: unit.name, times: 0, code };
      found.set(unit.surface, { ...known, times: known.times + 1 });
    }
  }
  return [...found.values()];
}
