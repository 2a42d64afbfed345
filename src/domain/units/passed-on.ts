import { addDays, type CalendarDay } from '../calendar/day.js';
import type { PlanLevel, Successor } from '../plan/reading.js';
import type { KnownUnit, UnitRegistry } from './registry.js';

/** A name that by the register was not in use on a day. */
export interface PassedOn {
  /** First day of the name; set where it came up only after the day. */
  notBefore: CalendarDay | null;
  /** Last day of the name; set where it was gone on the day. */
  until: CalendarDay | null;
  /** Who does its work on that day, through all that followed each other. */
  successors: Successor[];
}

const MOST_STEPS = 6;

/** What became of a unit by the given day; null while its name is in use, or where no day is known. */
export function passedOn(
  found: KnownUnit,
  day: CalendarDay | null,
  registry: UnitRegistry,
  { prefix, level, place }: { prefix: string; level: PlanLevel; place: string | null },
): PassedOn | null {
  if (day === null || (place !== null && found.stays?.includes(place))) return null;
  if (found.from !== null && day < found.from) return { notBefore: found.from, until: null, successors: [] };
  if (found.to === null || day <= found.to) return null;
  const heirs = heirsOn(found, day, registry, level, MOST_STEPS);
  const successors = heirs.map(({ name, since }) => ({ name: prefix + name, since }));
  return { notBefore: null, until: found.to, successors: distinct(successors) };
}

/** Those that do a unit's work on the day: an heir that is gone as well is followed by its own heirs. */
function heirsOn(
  unit: KnownUnit,
  day: CalendarDay,
  registry: UnitRegistry,
  level: PlanLevel,
  steps: number,
): Successor[] {
  return unit.successors.flatMap((id) => {
    const heir = registry.byIdAt(id, level);
    if (!heir) return [];
    const isGone = heir.to !== null && heir.to < day;
    if (isGone) return steps > 0 ? heirsOn(heir, day, registry, level, steps - 1) : [];
    return [{ name: heir.rest, since: sinceOf(heir, unit) }];
  });
}

/** A reform of the register's units takes some years from the first place to the last. */
const REFORM_DAYS = 1500;

/** An heir set up in the reform has its own first day; one that was there long before took the work over at the end. */
function sinceOf(heir: KnownUnit, { to }: KnownUnit): CalendarDay | null {
  if (to === null) return heir.from;
  return heir.from !== null && heir.from >= addDays(to, -REFORM_DAYS) ? heir.from : addDays(to, 1);
}

const distinct = (units: Successor[]): Successor[] =>
  units.filter(({ name }, at) => units.findIndex((one) => one.name === name) === at);

const LEVEL_OF: Record<string, Exclude<PlanLevel, 'state'>> = {
  ...{ 省: 'province', 自治区: 'province', 兵团: 'province' },
  ...{ 市: 'city', 州: 'city', 盟: 'city', 地区: 'city' },
  ...{ 县: 'county', 区: 'county', 旗: 'county' },
};

/** The level that a unit's prefix tells (its place's last word); the plan's own for none. */
export function levelOfPrefix(prefix: string, plan: PlanLevel | null): PlanLevel {
  const word = Object.keys(LEVEL_OF).find((one) => prefix === one || prefix.endsWith(one));
  return (word && LEVEL_OF[word]) || (plan ?? 'city');
}
