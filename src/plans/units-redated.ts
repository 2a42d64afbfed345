import type { Doubt, UnitRef } from '../domain/plan/reading.js';
import { yearOf } from '../domain/calendar/day.js';
import { isAboutSurface, passedDoubt } from '../domain/units/passed-doubt.js';
import { planPrefix } from '../domain/units/prefix.js';
import type { UnitRegistry } from '../domain/units/registry.js';
import { resolveUnit } from '../domain/units/resolve.js';
import { useDay, type UseDay } from '../domain/units/use-day.js';
import type { FieldChange } from './draft-changes.js';
import { placeIn } from './draft-place.js';
import type { DraftMeasure, DraftReading } from './draft.js';

/** What another day or year of a plan does to the questions about units that are gone. */
export interface UnitsAsked {
  changes: FieldChange[];
  /** Printed names that are asked about since. */
  surfaces: string[];
}

/**
 * Units that by the register were gone on the plan's new day and were not on its former one become questions; what was
 * asked by the former day only is asked no more. What a person has decided stays.
 */
export function unitsAsked(before: DraftReading, after: DraftReading, registry: UnitRegistry): UnitsAsked {
  const [was, is] = [useDay(before), useDay(after)];
  if (was.day === is.day && was.presumed === is.presumed) return { changes: [], surfaces: [] };
  const [then, now] = [goneOn(before, was, registry), goneOn(after, is, registry)];
  const measures = after.measures.map((measure) => ({ measure, ...asked(measure, then, now) }));
  return {
    changes: measures.flatMap(({ measure, doubts, fresh }) => changesOf(measure, doubts, fresh.length > 0)),
    surfaces: [...new Set(measures.flatMap(({ fresh }) => fresh))],
  };
}

/** The question about a unit on the day, null where it was in use or is read as another one. */
type Gone = (unit: UnitRef) => Doubt | null;

function goneOn(draft: DraftReading, { day, presumed }: UseDay, registry: UnitRegistry): Gone {
  const { level } = draft;
  const region = placeIn(draft) || null;
  const context = { registry, region, level, day, carried: planPrefix(level, region) };
  const year = presumed && day !== null ? yearOf(day) : null;
  return ({ surface, name }) => {
    const { passed, name: own } = resolveUnit(surface, context);
    if (!passed || own !== name || (presumed && passed.notBefore !== null)) return null;
    return passedDoubt(surface, passed, year);
  };
}

function asked(measure: DraftMeasure, then: Gone, now: Gone): { doubts: Doubt[]; fresh: string[] } {
  const fresh: string[] = [];
  const units = [...measure.responsible, ...measure.supporting];
  const doubts = units.reduce((left, unit) => {
    const [former, next] = [then(unit), now(unit)];
    const stands = left.find((doubt) => isAboutSurface(doubt, unit.surface));
    if (!former && next && !stands) fresh.push(unit.surface);
    if (former && !stands) return left;
    const others = former ? left.filter((doubt) => doubt !== stands) : left;
    const isNew = next !== null && (former !== null || !stands);
    if (!isNew) return others;
    const rest = others.filter((doubt) => !isLookAlike(doubt, unit.surface));
    return [...rest, { ...next, span: measure.noteSpan }];
  }, measure.doubts);
  return { doubts, fresh };
}

/** Whose name a printed one resembles is no question beside who follows the unit that is gone. */
const isLookAlike = ({ code, reason }: Doubt, surface: string): boolean =>
  (code === 'unit_near' || code === 'unit_unknown') && reason.startsWith(`“${surface}”`);

function changesOf({ key, doubts: held, accepted }: DraftMeasure, doubts: Doubt[], reopened: boolean): FieldChange[] {
  if (JSON.stringify(doubts) === JSON.stringify(held)) return [];
  const open = reopened && accepted ? [{ key, field: 'accepted', value: false }] : [];
  return [{ key, field: 'doubts', value: doubts }, ...open];
}

/** The same in words; '' for none. */
export const unitsAskedWords = ({ surfaces }: UnitsAsked): string =>
  surfaces.length === 0
    ? ''
    : `按改后的日期，这些单位在名录中已经更名、撤并，或者还没有设立，请在“单位核对”中定由谁承担：${surfaces.join('、')}。`;
