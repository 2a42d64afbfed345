import type { Act } from './act.js';

/** What the writing process told of a wave of acts or a day's deadlines. */
export interface Sample {
  day: string;
  /** Events that it made, by the year whose plan they are about. */
  events: Record<string, number>;
  /** Microseconds of the processor. */
  cpu: number;
  /** Microseconds that the yardstick took just then. */
  yard: number;
}

export interface Season {
  season: string;
  years: { year: number; events: number; cpuUsPerEvent: number; yardUs: number }[];
  /** Cost of an event in the last year as a share of the first year's; null where there is but one. */
  ratio: number | null;
  /** The same, each cost measured by the yardstick of its time: what is left when the machine was slower in one of them. */
  ratioByYard: number | null;
}

interface Spent {
  events: number;
  cpu: number;
  /** Microseconds of the processor in yardsticks. */
  yards: number;
}

type Sums = Map<number, Spent>;

/**
 * The seasons of a year of plans, each with its first day; the last one ends in the next calendar year. The register is
 * entered in the first year only.
 */
const SEASONS: [name: string, from: string][] = [
  ['register of units', '01-01'],
  ['issue and signing', '01-05'],
  ['first quarter', '03-25'],
  ['second quarter', '06-20'],
  ['third quarter', '09-20'],
  ['fourth quarter', '11-22'],
  ['year’s end', '12-27'],
];
const ALL = 'the whole year';

/**
 * What an event cost in each season of each year, and in whole years. The acts of a season come again each year, over a
 * log that is longer by all the years before: a cost that grows with the log shows in the ratio. What deadlines of several
 * years cost together is shared out by their events. Samples without an event, a killed day done again, are left out
 * (they cost what the kill cost), and so are the events of which a killed process could no longer tell.
 */
export function seasonsOf(samples: Sample[]): Season[] {
  const sums = new Map<string, Sums>([...SEASONS.map(([name]) => name), ALL].map((name) => [name, new Map()]));
  for (const { day, events, cpu, yard } of samples) {
    const made = Object.entries(events).filter(([, n]) => n > 0);
    const all = made.reduce((sum, [, n]) => sum + n, 0);
    for (const [year, n] of made) {
      for (const name of [seasonOf(day, year), ALL]) add(sums.get(name)!, Number(year), n, (cpu * n) / all, yard);
    }
  }
  return Array.from(sums, ([season, years]) => ({ season, ...compared(years) }));
}

/** The season of a year's plans into which a day falls. */
function seasonOf(day: string, year: string): string {
  const begun = SEASONS.filter(([, from]) => !day.startsWith(year) || day.slice(5) >= from);
  return begun.at(-1)![0];
}

function add(years: Sums, year: number, events: number, cpu: number, yard: number): void {
  const sum = years.get(year) ?? { events: 0, cpu: 0, yards: 0 };
  years.set(year, { events: sum.events + events, cpu: sum.cpu + cpu, yards: sum.yards + cpu / yard });
}

function compared(sums: Sums): Omit<Season, 'season'> {
  const years = [...sums].sort(([a], [b]) => a - b);
  const [first, last] = [years[0]?.[1], years.at(-1)?.[1]];
  const share = (spent: 'cpu' | 'yards') =>
    first && last && first !== last ? rounded(last[spent] / last.events / (first[spent] / first.events), 3) : null;
  const costs = years.map(([year, { events, cpu, yards }]) => {
    return { year, events, cpuUsPerEvent: rounded(cpu / events, 1), yardUs: rounded(cpu / yards, 1) };
  });
  return { years: costs, ratio: share('cpu'), ratioByYard: share('yards') };
}

const rounded = (value: number, places: number) => Number(value.toFixed(places));

/** What was looked at after a tenth: MB held by the writing process then, all garbage collected. */
export interface Check {
  day: string;
  events: number;
  heapMb?: number;
}

/** What the writing process held after each year's last act. */
export function heldAfterYears(acts: Act[], checks: Check[]): { year: number; events: number; heapMb?: number }[] {
  const last = new Map(acts.map(({ year, day }) => [year, day]));
  return Array.from(last, ([year, day]) => {
    const { events, heapMb } = checks.find((check) => check.heapMb !== undefined && check.day >= day)!;
    return { year, events, heapMb };
  });
}
