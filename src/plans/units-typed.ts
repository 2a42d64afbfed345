import type { Doubt, UnitRef } from '../domain/plan/reading.js';
import { planPrefix } from '../domain/units/prefix.js';
import type { UnitRegistry } from '../domain/units/registry.js';
import { resolveUnit } from '../domain/units/resolve.js';
import type { CorrectMeasureDto } from './confirm.dto.js';
import type { DraftMeasure, DraftReading } from './draft.js';

/** A name as a person typed it, read as the same name in a document would be. */
export type ReadsName = (typed: string) => { name: string; known: boolean };

/** Reads typed names against the units known by name (of the place and of this plan), then as those of a document. */
export function namesReader(draft: DraftReading, registry: UnitRegistry, known: readonly string[]): ReadsName {
  const { region, level, issuedOn: day } = draft;
  const context = { registry, region, level, day, carried: planPrefix(level, region) };
  const names = new Set(known);
  return (typed) => {
    if (names.has(typed)) return { name: typed, known: true };
    const { name, known: isKnown, byField } = resolveUnit(typed, context);
    return isKnown && !byField ? { name, known: true } : { name: typed, known: false };
  };
}

/** A card with its newly typed names read; what the card showed before stays as it was. */
export function withNamesRead(shown: DraftMeasure, form: CorrectMeasureDto, reads: ReadsName): CorrectMeasureDto {
  const stood = namesOf(shown);
  const read = (typed: string): string => (typed === '' || stood.has(typed) ? typed : reads(typed).name);
  return { ...form, unitName: form.unitName.map((typed) => read(typed.trim())) };
}

/** The units of a measure typed as read, without the unknown ones' names changed. */
export function unitsRead(units: UnitRef[], reads: ReadsName): UnitRef[] {
  return units.map((unit) => ({ ...unit, name: reads(unit.name).name }));
}

/** A doubt for each unit that stands in no list and did not stand in the measure before. */
export function unknownDoubts(units: UnitRef[], shown: DraftMeasure | null, reads: ReadsName): Doubt[] {
  const stood = shown ? namesOf(shown) : new Set<string>();
  const unknown = units.filter(({ name }) => !stood.has(name) && !reads(name).known);
  return unknown.map(({ name, surface }) => {
    const as = surface === name ? '' : `改读作“${name}”，`;
    const reason = `“${surface}”${as}不在单位名录中，请核对名称，或登记为新单位`;
    return { code: 'unit_unknown', reason, field: 'responsible' };
  });
}

const namesOf = ({ responsible, supporting }: Pick<DraftMeasure, 'responsible' | 'supporting'>): Set<string> =>
  new Set([...responsible, ...supporting].map((unit) => unit.name));
