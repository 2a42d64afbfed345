import type { DraftMeasure, DraftReading } from './access.js';
import type { Effect } from './amendment.effects.js';

/**
 * The plan's reading as it stands after an amendment: the new text, with the keys under which its clauses go on, and the
 * clauses that go on by decision though the new text dropped them. Head and number stay those of the running plan.
 */
export function amendedReading(old: DraftReading, now: DraftReading, effects: readonly Effect[]): DraftReading {
  const measures = effects.flatMap(({ goesOn }) => (goesOn ? [goesOn] : []));
  const { goals, phases, reporting, unassigned, unassignedClauses, clauses, rules, text } = now;
  const matters = [...(old.matters ?? []), ...mattersUnder(now, effects)];
  return {
    ...old,
    goals,
    phases,
    reporting,
    unassigned,
    unassignedClauses,
    clauses,
    rules,
    text,
    matters,
    measures: measures.map((one) => placed(one, now)),
  };
}

/** What was said of the new text's figures, under the keys by which its clauses go on. */
function mattersUnder(now: DraftReading, effects: readonly Effect[]): NonNullable<DraftReading['matters']> {
  const keys = new Map(effects.map(({ row, goesOn }) => [row.split('|')[1], goesOn?.key]));
  return (now.matters ?? []).flatMap((choice) => {
    const [key = '', ...figures] = choice.id.split('|');
    const goesOn = keys.get(key);
    return goesOn ? [{ ...choice, id: [goesOn, ...figures].join('|') }] : [];
  });
}

/** A clause that is not in the new text has no place in it. */
function placed(measure: DraftMeasure, now: DraftReading): DraftMeasure {
  const there = now.measures.some((one) => one.span === measure.span);
  return there ? measure : { ...measure, span: [0, 0], noteSpan: [0, 0] };
}
