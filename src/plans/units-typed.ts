import type { Doubt, UnitRef } from '../domain/plan/reading.js';
import { planPrefix } from '../domain/units/prefix.js';
import type { UnitRegistry } from '../domain/units/registry.js';
import { resolveUnit } from '../domain/units/resolve.js';
import type { Alias } from '../organization/register.js';
import type { CorrectMeasureDto } from './confirm.dto.js';
import type { DraftMeasure, DraftReading } from './draft.js';
import { placeIn } from './draft-place.js';

/** A name as a person typed it, read as the same name in a document would be. */
export type ReadsName = (typed: string) => { name: string; known: boolean };

/** What typed names are held against first. */
export interface TypedAgainst {
  /** Names of units of the place, of this plan, and of the usual kinds. */
  known: readonly string[];
  /** The names and aliases of the place's registered units, each with the unit that it means. */
  registered: readonly Alias[];
}

/**
 * Reads typed names against the place's register (a unit's own name counts before another's alias; what means several
 * means none), then against the units known by name, then as those of a document.
 */
export function namesReader(
  draft: Pick<DraftReading, 'level' | 'issuedOn' | 'region' | 'placeProposed'>,
  registry: UnitRegistry,
  { known, registered }: TypedAgainst,
): ReadsName {
  const { level, issuedOn: day } = draft;
  const region = placeIn(draft) || null;
  const context = { registry, region, level, day, carried: planPrefix(level, region) };
  const names = new Set(known);
  const meant = (typed: string): string | null => {
    const units = new Set(registered.filter(({ surface }) => surface === typed).map(({ name }) => name));
    return units.has(typed) ? typed : units.size === 1 ? [...units][0]! : null;
  };
  return (typed) => {
    const own = meant(typed) ?? (names.has(typed) ? typed : null);
    if (own !== null) return { name: own, known: true };
    const { name, known: isKnown, byField, byForm } = resolveUnit(typed, context);
    return isKnown && !byField ? { name: meant(name) ?? name, known: !byForm } : { name: typed, known: false };
  };
}

/**
 * A card with its newly typed names read, several names in one field as rows of their own with its part; what the card
 * showed before stays as it was.
 */
export function withNamesRead(shown: DraftMeasure, form: CorrectMeasureDto, reads: ReadsName): CorrectMeasureDto {
  const stood = namesOf(shown);
  const rows = form.unitName.flatMap((field, at) => {
    const [role = '', surface = ''] = [form.unitRole[at], form.unitSurface[at]];
    const typed = field.trim();
    const names = typed === '' || stood.has(typed) ? [typed] : namesTyped(typed, reads).map((one) => reads(one).name);
    return names.map((name, nth) => ({ name, role, surface: nth === 0 ? surface : '' }));
  });
  return {
    ...form,
    unitName: rows.map(({ name }) => name),
    unitRole: rows.map(({ role }) => role),
    unitSurface: rows.map(({ surface }) => surface),
  };
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

const DIVIDED = /[、，,；;\n]+/;
const BRACKETED = /（[^（）]*）|\([^()]*\)|〔[^〔〕]*〕/g;
const UNIT_END =
  /(?:局|委|办|厅|部|会|院|署|处|室|中心|站|所|社|行|队|公司|集团|学校|大学|政府|街道|镇|乡|县|区|市|州|旗|组|单位|部门)$/;

/**
 * The names in a field as people type them: divided by 、 ， ； and line ends outside brackets; by a blank only between
 * names that stand alone, since a name may have a blank in it (中国人民银行 太原中心支行).
 */
export function namesTyped(text: string, reads: ReadsName): string[] {
  const kept = text.replace(BRACKETED, (brackets) => brackets.replace(/[、，,；;\s]/g, (sign) => HELD[sign] ?? ''));
  const names = kept.split(DIVIDED).flatMap((part) => byBlanks(part.trim(), reads));
  return [...new Set(names.map(released).filter(Boolean))];
}

/** Signs inside brackets divide nothing; they stand for themselves again once the list is divided. */
const HELD: Record<string, string> = { '、': '\uE000', '，': '\uE001', ',': '\uE002', '；': '\uE003', ';': '\uE004' };

const released = (name: string): string =>
  Object.entries(HELD).reduce((words, [sign, held]) => words.replaceAll(held, sign), name);

function byBlanks(part: string, reads: ReadsName): string[] {
  const pieces = part.split(/\s+/);
  const whole = pieces.join('');
  if (pieces.length === 1 || reads(released(whole)).known) return [whole];
  const standsAlone = (piece: string): boolean => reads(released(piece)).known || UNIT_END.test(piece);
  return pieces.every(standsAlone) ? pieces : [whole];
}
