import type { DraftMeasure, DraftReading } from './access.js';
import type { Effect } from './amendment.effects.js';

/**
 * The plan's reading as it stands after an amendment: the new text, with the keys under which its clauses go on, and the
 * clauses that go on by decision though the new text dropped them. Head and number stay those of the running plan.
 */
export function amendedReading(old: DraftReading, now: DraftReading, effects: readonly Effect[]): DraftReading {
  const measures = effects.flatMap(({ goesOn }) => (goesOn ? [goesOn] : []));
  const { goals, phases, reporting, unassigned, rules, text } = now;
  return {
    ...old,
    goals,
    phases,
    reporting,
    unassigned,
    rules,
    text,
    measures: measures.map((one) => placed(one, now)),
  };
}

/** A clause that is not in the new text has no place in it. */
function placed(measure: DraftMeasure, now: DraftReading): DraftMeasure {
  const there = now.measures.some((one) => one.span === measure.span);
  return there ? measure : { ...measure, span: [0, 0], noteSpan: [0, 0] };
}
