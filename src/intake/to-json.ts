import type { PlanReading, UnitRef } from '../domain/plan/reading.js';

/** A unit as the command line prints it. */
interface PrintedUnit {
  name: string;
  surface: string;
}

const unit = ({ name, surface }: UnitRef): PrintedUnit => ({ name, surface });

/**
 * The reading as `qiantou parse FILE --json` prints it (design.md section 8): the keys of the gold readings first, then
 * the extra ones. The extracted text itself is left out; spans point into it.
 */
export function readingToJson(reading: PlanReading) {
  const { measures, issuers, text, ...fields } = reading;
  return {
    ...fields,
    issuers: issuers.map(unit),
    measures: measures.map((measure) => ({
      ...measure,
      lead: measure.lead ? unit(measure.lead) : null,
      responsible: measure.responsible.map(unit),
      supporting: measure.supporting.map(unit),
    })),
    textLength: text.length,
  };
}
