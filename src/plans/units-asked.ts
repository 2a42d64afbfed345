import type { Doubt, MeasureReading, UnitRef } from '../domain/plan/reading.js';
import { isAboutSurface, isOnName } from '../domain/units/passed-doubt.js';
import type { UnitRegistry } from '../domain/units/registry.js';
import { closeNames, misspeltEnd, sameWork, shortSlips, usualInFull, type NearName } from './units-near.js';

/** What a reading's names are held against. */
export interface KnownNames {
  /** Names and aliases of the place's units in the register. */
  registered: readonly string[];
  /** Names that units of this level usually have. */
  usual: readonly string[];
  /** Kinds of units and what they work at. */
  registry: UnitRegistry;
}

/**
 * Doubts that only a person may settle: two names that may be one unit, a unit that is out of use, one that was divided,
 * a note that prints only helpers, a clause whose unit only helps another, a note of which
 * several units lead a part each, a table's empty cell of units below others, a row that
 * repeats a clause or contradicts one, words that say when (or may do so) and were not read, several days of which none is told
 * to end the work, figures that were not read. Accepted as read, the day or the figure would be lost.
 */
export const isForPerson = ({ code }: Pick<Doubt, 'code'>): boolean =>
  UNITS_FOR_PERSON.has(code) || TERM_UNREAD.has(code) || FIGURE_UNREAD.has(code);
const UNITS_FOR_PERSON = new Set([
  ...['unit_near', 'unit_out_of_use', 'lead_missing', 'helped_unread', 'leads_divided', 'leads_double'],
  ...['units_above', 'repeats_clause', 'row_differs'],
]);
const TERM_UNREAD = new Set(['deadline_unread', 'days_differ', 'note_tail']);
const FIGURE_UNREAD = new Set(['figure_unread', 'goal_unread']);

/** A doubt about words that say when, or may do so. */
export const isTermUnread = ({ code }: Pick<Doubt, 'code'>): boolean => TERM_UNREAD.has(code);

/** A doubt about a figure that was not read. */
export const isFigureUnread = ({ code }: Pick<Doubt, 'code'>): boolean => FIGURE_UNREAD.has(code);

/** A doubt about a figure of which the text does not say what it counts, or in what unit. */
export const isFigureBare = ({ code }: Pick<Doubt, 'code'>): boolean => FIGURE_BARE.has(code);
const FIGURE_BARE = new Set(['target_unnamed', 'target_unmeasured']);

/**
 * The reading with a doubt for every name that is not in the register and is near to one that is (太原市 has
 * 市房产管理局, the plan prints 市房产局) or to another one of the plan, or that is in no list and near to a usual name.
 * An everyday short form that stays as printed is asked about wherever no unit of the place is called so (市文旅局).
 * Two names of the plan are one question, asked of the short form or of the later one.
 * Of a unit that is gone it is asked who follows it, and nothing else; who may follow it is a near name to others
 * (市文旅局, where 市文化局 is gone).
 */
export function nearAsked<M extends MeasureReading, R extends { measures: M[] }>(reading: R, known: KnownNames): R {
  const printed = reading.measures.flatMap((one) => unitsOf(one).filter((unit) => !isUnknown(one, unit)));
  const doubts = reading.measures.flatMap((one) => one.doubts);
  const heirs = doubts.flatMap(({ successors = [] }) => successors.map(({ name }) => name));
  const isInUse = ({ surface }: UnitRef): boolean => !doubts.some((one) => isAboutSurface(one, surface));
  const inUse = printed.filter(isInUse).map(({ name }) => name);
  const all = { ...known, printed: [...new Set(printed.map(({ name }) => name))], inUse, heirs: [...new Set(heirs)] };
  return { ...reading, measures: reading.measures.map((measure) => withNear(measure, all)) };
}

type AllNames = KnownNames & {
  /** Names that the plan itself prints and that are in no doubt. */
  printed: readonly string[];
  /** Those of them that were in use on the plan's day, in the order of the plan. */
  inUse: readonly string[];
  /** Those that may do the work of units that are gone: one of them may stand in the plan under a short name. */
  heirs: readonly string[];
};

const unitsOf = ({ responsible, supporting }: MeasureReading): UnitRef[] => [...responsible, ...supporting];

function withNear<M extends MeasureReading>(measure: M, known: AllNames): M {
  const near = new Map(
    unitsOf(measure).flatMap((unit) => {
      if (measure.doubts.some((one) => isAboutSurface(one, unit.surface) || isNear(one, unit.surface))) return [];
      const doubt = nearDoubt(unit, isUnknown(measure, unit), known);
      return doubt ? [[unit.surface, doubt] as const] : [];
    }),
  );
  if (near.size === 0) return measure;
  const isAnswered = (doubt: Doubt) => [...near.keys()].some((surface) => isOnName(doubt, surface));
  const others = measure.doubts.filter((doubt) => doubt.code !== 'unit_unknown' || !isAnswered(doubt));
  return { ...measure, doubts: [...others, ...near.values()], doubtful: true };
}

function nearDoubt(unit: UnitRef, unknown: boolean, known: AllNames): Doubt | null {
  const close = nearest(unit, unknown, known);
  if (!close) return null;
  const reason = `“${unit.surface}”不在单位名录中，与“${close.name}”相近（${close.reason}），请核对是否同一单位`;
  return { code: 'unit_near', reason, field: 'responsible' };
}

/** The unit that a name typed outside any plan may mean; null where nothing is to be asked. */
export const nearTyped = (unit: Named, unknown: boolean, known: KnownNames): NearName | null =>
  nearest(unit, unknown, { ...known, printed: [], inUse: [], heirs: [] });

type Named = Pick<UnitRef, 'surface' | 'name'>;

function nearest(
  { surface, name }: Named,
  unknown: boolean,
  { registered, printed, inUse, usual, registry, heirs }: AllNames,
): NearName | null {
  if (registered.includes(name) || registered.includes(surface)) return null;
  const candidates = [...registered, ...printed, ...(heirs.includes(name) ? [] : heirs)];
  const anywhere = unknown || OF_PROVINCES.test(name);
  const [near] = closeNames(name, anywhere ? [...candidates, ...usual] : candidates, !unknown);
  const misspelt = unknown ? misspeltEnd(name, registry) : null;
  const beside = inUse.slice(0, inUse.indexOf(name)).filter((other) => closeNames(other, [name], true).length === 0);
  const [slip] = unknown ? shortSlips(name, registered, registry) : [];
  return (
    misspelt ?? near ?? slip ?? sameWork(name, [...registered, ...beside], registry) ?? usualInFull(name, registry)
  );
}

/** 市教育厅: departments of that ending are the provinces'. */
const OF_PROVINCES = /^[市县区旗].*(?<!办公)厅$/;

/** The reading itself asks already which unit it is. */
const isNear = (doubt: Doubt, surface: string): boolean => doubt.code === 'unit_near' && isOnName(doubt, surface);

const isUnknown = ({ doubts }: MeasureReading, { surface }: UnitRef): boolean =>
  doubts.some((doubt) => doubt.code === 'unit_unknown' && isOnName(doubt, surface));
