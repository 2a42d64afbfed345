import { withoutPersons } from '../domain/plan/persons.js';
import type { MeasureReading, PlanReading } from '../domain/plan/reading.js';

/**
 * A reading without persons' names in its source, notes and texts: what is imported goes into a log that forgets nothing,
 * and to units' pages. Places stay as they are; the file itself is kept as it came.
 */
export function personsHidden(reading: PlanReading): PlanReading {
  const text = withoutPersons(reading.text);
  const measures = reading.measures.map(measureHidden);
  const unassignedClauses = reading.unassignedClauses?.map((one) => ({ ...one, text: withoutPersons(one.text) }));
  return { ...reading, text, measures, ...(unassignedClauses ? { unassignedClauses } : {}) };
}

function measureHidden(measure: MeasureReading): MeasureReading {
  const [note, text] = [withoutPersons(measure.note), withoutPersons(measure.text)];
  const doubts = measure.doubts.map((doubt) => ({ ...doubt, reason: withoutPersons(doubt.reason) }));
  if (text === measure.text) return { ...measure, note, doubts };
  const flat = text.replaceAll('\n', '');
  return { ...measure, note, doubts, text, opens: flat.slice(0, 12), ends: flat.slice(-12) };
}
