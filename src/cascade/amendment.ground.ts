import type { WorkingCalendar } from '../domain/calendar/working-days.js';
import type { VersionComparison } from '../domain/comparison/versions.js';
import type { Command } from '../engine/types.js';
import { Assignment, Measure } from '../measures/measures.entities.js';
import { calendarOf } from '../organization/calendar.service.js';
import { Unit } from '../organization/organization.entities.js';
import { enrol } from '../organization/register.js';
import type { Reader } from '../persistence/tx.js';
import { fillsMembers, memberList } from '../plans/members.service.js';
import { Cycle, Indicator } from '../plans/plans.entities.js';
import { Refusal } from '../shared/errors.js';
import type { IdSource } from '../shared/ids.js';
import type { DraftReading, ReadPlan } from './access.js';
import { kindredOf, type Kin } from './kin.js';
import { returnedOf, type Returned } from './returned.js';
import type { OwnDecision } from './own-decisions.js';
import type { NamedUnits } from '../domain/plan/duties.js';
import { namedInRole } from '../domain/plan/named-in-role.js';
import type { MeasureYear } from '../measures/register.js';

/** All that an amendment is worked out from, as of one moment. */
export interface AmendmentGround {
  old: ReadPlan;
  now: ReadPlan;
  comparison: VersionComparison;
  /** The office's own decisions on the running plan, as the new paper met them. */
  decided: OwnDecision[];
  /** The new paper as it was read, before anybody corrected it; null where that is not known. */
  printed: DraftReading | null;
  /** Pairs that were chosen for this amendment: “m001|m104”. */
  carries: readonly string[];
  /** By row: clauses that the new text split off from a running measure, or joined to one. */
  kindred: Map<string, Kin>;
  /** By row: measures that were withdrawn earlier and that the new text brings back. */
  returned: Map<string, Returned>;
  cycle: Cycle;
  /** Of the cycle, by key in the old reading. */
  measures: Map<string, Measure>;
  /** By measure; those that are over are not among them. */
  assignments: Map<string, Assignment[]>;
  /** The running year, in which new measures and duties are started from the day of the amendment on. */
  year: MeasureYear;
  indicators: Indicator[];
  calendar: WorkingCalendar;
  units: NamedUnits;
  unitName(id: string): string;
  /** Enters the units that the register does not know yet. */
  enrolments: Command[];
  /** Day from which new duties count. */
  day: string;
  /** Why, as it stands in the record: 按劳函〔2024〕9号修订. */
  reason: string;
  /** Distinguishes the ids of this amendment's indicators from those of others. */
  revision: number;
}

/** Reads the ground of an amendment. Refusal: no_open_cycle. */
export async function amendmentGround(
  read: Reader,
  ids: IdSource,
  sides: Pick<AmendmentGround, 'old' | 'now' | 'comparison' | 'decided' | 'printed' | 'carries'>,
  day: string,
): Promise<AmendmentGround> {
  const { old, now } = sides;
  const cycle = await runningCycle(read, old);
  const list = await read.manager.findBy(Measure, { cycleId: cycle.id });
  const measures = new Map(list.map((measure) => [measure.draftKey, measure]));
  const assignments = await read.manager.findBy(Assignment, { cycleId: cycle.id });
  const named = await unitsFor(read, ids, old, now, day);
  const usedIds = new Set(assignments.map((one) => one.id));
  const { id: cycleId, planId } = cycle;
  const instance = await read.get<{ revision: number }>('SELECT revision FROM instance WHERE id = ?', [old.plan.id]);
  return {
    ...sides,
    ...{ cycle, day, reason: reasonOf(now), revision: instance!.revision },
    ...{ measures, kindred: kindredOf(sides.comparison, (key) => runningOf(measures.get(key)) !== null) },
    returned: returnedOf(sides.comparison, measures),
    assignments: grouped(assignments.filter((one) => one.state.startsWith('duty'))),
    year: { planId, cycleId, year: cycle.year, dutyFrom: day, units: named.units, usedIds },
    calendar: await calendarOf(read),
    indicators: await read.manager.findBy(Indicator, { planId: old.plan.id }),
    ...named,
  };
}

/** A measure that is still at work; null where the cycle has none, or it has ended. */
export const runningOf = (measure: Measure | undefined): Measure | null =>
  measure && !/^(closed|merged|withdrawn)/.test(measure.state) ? measure : null;

async function runningCycle(read: Reader, { plan }: ReadPlan): Promise<Cycle> {
  const cycles = (await read.manager.findBy(Cycle, { planId: plan.id })).sort((a, b) => b.year - a.year);
  const running = cycles.find((cycle) => ['mobilisation', 'implementation', 'evaluation'].includes(cycle.state));
  if (running) return running;
  throw new Refusal('no_open_cycle', '原计划没有正在推进的年度，不能并入修订。', {
    place: plan.title,
    cure: '请先开启年度，或将新文件作为新计划印发。',
  });
}

async function unitsFor(read: Reader, ids: IdSource, old: ReadPlan, now: ReadPlan, day: string) {
  const place = old.plan.region ?? now.plan.region ?? '';
  const level = old.plan.level ?? now.plan.level ?? 'city';
  const members = await membersFor(read, old, now, place, day);
  const names = [...new Set([...namesIn(old.draft), ...namesIn(now.draft), ...members])];
  const wanted = names.map((name) => ({ name, place, level, kind: 'bureau' as const }));
  const { idOf, commands } = await enrol(read, ids, wanted);
  const known = new Map((await read.manager.find(Unit)).map((unit) => [unit.id, unit.name]));
  const fresh = new Map(names.map((name) => [idOf(name), name]));
  const units: NamedUnits = {
    idOf,
    members: members.map(idOf),
    counties: old.plan.counties,
    named: (surface) => namedInRole([...old.draft.measures, ...now.draft.measures], surface).map(idOf),
  };
  return { units, enrolments: commands, unitName: (id: string) => known.get(id) ?? fresh.get(id) ?? id };
}

function namesIn(draft: DraftReading): string[] {
  return draft.measures.flatMap((one) => [...one.responsible, ...one.supporting]).map((unit) => unit.name);
}

/** The list behind 成员单位: that of the new text, where only the old one states its members that one's. */
async function membersFor(read: Reader, old: ReadPlan, now: ReadPlan, place: string, day: string): Promise<string[]> {
  if (![old, now].some(({ draft }) => fillsMembers(draft))) return [];
  const [before, list] = [await memberList(read, old.draft, place, day), await memberList(read, now.draft, place, day)];
  return (before.source === 'plan' && list.source !== 'plan' ? before : list).names;
}

function grouped(assignments: Assignment[]): Map<string, Assignment[]> {
  const groups = new Map<string, Assignment[]>();
  for (const one of assignments) groups.set(one.measureId, [...(groups.get(one.measureId) ?? []), one]);
  return groups;
}

function reasonOf({ plan }: ReadPlan): string {
  return `按${plan.docNumber ?? `《${plan.title}》`}修订`;
}
