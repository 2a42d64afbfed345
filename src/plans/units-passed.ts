import { yearOf, type CalendarDay } from '../domain/calendar/day.js';
import type { Doubt, MeasureReading } from '../domain/plan/reading.js';
import { passedDoubt, successorWords } from '../domain/units/passed-doubt.js';
import { planPrefix } from '../domain/units/prefix.js';
import type { UnitRegistry } from '../domain/units/registry.js';
import type { YearFacts } from '../domain/plan/year.js';
import { resolveUnit } from '../domain/units/resolve.js';
import { useDay } from '../domain/units/use-day.js';
import type { EndedUnit } from '../organization/register.js';
import type { DraftReading } from './draft.js';
import { placeIn } from './draft-place.js';
import type { DoubtedName, LearnedName } from './units-learned.js';

type Head = Pick<DraftReading, 'region' | 'level' | 'issuedOn' | 'placeProposed'> & Partial<YearFacts>;

/** After every day that the register knows of. */
const SINCE_ALL = '9999-12-31';

/** What the office decided on earlier imports, each surface once; one that means several units is read as all of them. */
export function decidedNames(aliases: readonly { surface: string; name: string }[]): LearnedName[] {
  const bySurface = new Map<string, string[]>();
  for (const { surface, name } of aliases) bySurface.set(surface, [...(bySurface.get(surface) ?? []), name]);
  return [...bySurface].map(([surface, [name = surface, ...others]]) => ({ surface, name, others }));
}

/**
 * Whether a decision on a name holds for a plan: who follows a unit that is gone is not meant in a plan of days on which
 * that unit was still in use.
 */
export function holdsOn(head: Head, registry: UnitRegistry): (learned: LearnedName) => boolean {
  const { level } = head;
  const { day } = useDay({ title: null, ...head });
  const region = placeIn(head) || null;
  const passed = (surface: string, on: CalendarDay) =>
    resolveUnit(surface, { registry, region, level, day: on, carried: planPrefix(level, region) }).passed;
  return ({ surface, name, others = [] }) => {
    if (day === null || passed(surface, day) !== null) return true;
    const heirs = passed(surface, SINCE_ALL)?.successors.map((one) => one.name) ?? [];
    return ![name, ...others].some((one) => heirs.includes(one));
  };
}

/** The reading with a doubt for every unit that by the office's own register has ended before the plan's day, or before `otherwise`. */
export function endedAsked<M extends MeasureReading, R extends YearFacts & { measures: M[] }>(
  reading: R,
  ended: readonly EndedUnit[],
  inUse: ReadonlySet<string>,
  otherwise: CalendarDay,
): R {
  const { day, presumed } = useDay(reading);
  const gone = ended.filter(({ until }) => until < (day ?? otherwise));
  const year = presumed && day !== null ? yearOf(day) : null;
  if (gone.length === 0) return reading;
  return { ...reading, measures: reading.measures.map((measure) => withEnded(measure, gone, inUse, year)) };
}

function withEnded<M extends MeasureReading>(
  measure: M,
  gone: readonly EndedUnit[],
  inUse: ReadonlySet<string>,
  year: number | null,
): M {
  const asked = [...measure.responsible, ...measure.supporting].flatMap(({ surface, name }): Doubt[] => {
    const unit = inUse.has(name)
      ? undefined
      : gone.find(({ names }) => names.includes(name) || names.includes(surface));
    return unit ? [endedDoubt(surface, unit, year)] : [];
  });
  const fresh = asked.filter(({ reason }) => !measure.doubts.some((one) => isAbout(one, reason)));
  if (fresh.length === 0) return measure;
  return { ...measure, doubts: [...measure.doubts, ...fresh], doubtful: true };
}

function endedDoubt(surface: string, { until, successors }: EndedUnit, year: number | null): Doubt {
  const heirs = successors.map((name) => ({ name, since: null }));
  return passedDoubt(surface, { notBefore: null, until, successors: heirs }, year);
}

const isAbout = ({ code, reason }: Doubt, other: string): boolean =>
  code === 'unit_out_of_use' && /“[^”]*”/.exec(reason)?.[0] === /“[^”]*”/.exec(other)?.[0];

/** One of those that may do the work of a unit that is gone, as the page offers it. */
export interface HeirOffer {
  name: string;
  reason: string;
}

const ENDS = /(?:委员会|办公室|局|厅|委|办)$/;
const LEVEL = /^(?:自治区|[省市县区州盟旗])/;

/** Those that the place's register has under such a name first (市自然资源和规划局), then those that are usual. */
export function heirOffers(
  { successors }: Pick<DoubtedName, 'successors'>,
  registered: readonly string[],
): HeirOffer[] {
  const stems = successors
    .map(({ name }) => name.replace(LEVEL, '').replace(ENDS, ''))
    .filter((stem) => stem.length > 1);
  const alike = registered.filter((name) => stems.some((stem) => name.includes(stem)));
  const own = alike.map((name) => ({ name, reason: '本地名录中有' }));
  const usual = successors.filter(({ name }) => !alike.includes(name));
  return [...own, ...usual.map((one) => ({ name: one.name, reason: successorWords(one).slice(one.name.length) }))];
}
