import { addDays } from '../../../src/domain/calendar/day.js';
import type { Command } from '../../../src/engine/types.js';
import { indicatorsOf } from '../../../src/plans/indicators.js';
import { cycleCommands } from '../../../src/plans/issuing.js';
import type { PlacePlan } from '../plan-of-place.js';
import { send, start, type Agenda } from '../act.js';
import { coordinator } from '../people.js';
import type { Place } from '../places.js';

/** The register of a place's units in the first year, the plan entered, confirmed and issued, and its year begun. */
export function setUp(agenda: Agenda, plan: PlacePlan): void {
  const { place, year, planId, issuedOn, draft } = plan;
  const office = coordinator(place);
  if (year.isFirst) agenda.do(year.firstDay, 'units', office, unitCommands(place, year.firstDay));
  const input = {
    title: draft.title,
    demo: false,
    reading: draft,
    source: { sha256: '0'.repeat(64), name: '要点.docx' },
  };
  agenda.do(addDays(issuedOn, -2), 'enter', office, [start('plan', planId, planId, input)], { twice: true });
  agenda.do(addDays(issuedOn, -1), 'confirm', office, [send(planId, 'confirm')]);
  agenda.plan(issuedOn, 'issue', office, () => Promise.resolve(issueCommands(plan)), { twice: true });
  if (plan.printsStages) return;
  const begins = addDays(issuedOn, 15);
  agenda.do(begins, 'implementation', office, [send(plan.cycleId, 'beginImplementation')]);
}

function unitCommands({ code, name, level, office, units }: Place, from: string): Command[] {
  const kind = level === 'city' ? 'office' : 'county';
  const all = [{ id: office, name: `${name}农民工工作领导小组办公室`, shortName: name }, ...units];
  return all.flatMap((unit): Command[] => {
    const facts = { name: unit.name, fullName: `${name}${unit.name}`, shortName: unit.shortName, place: name, level };
    const post = { user: `p-${unit.id}`, post: '联络员', from, to: null };
    return [
      start('unit', unit.id, '', { ...facts, kind: unit.id === office ? kind : 'bureau', aliases: [code] }),
      send(unit.id, 'setLiaison', post),
    ];
  });
}

function issueCommands(plan: PlacePlan): Command[] {
  const { place, planId, cycleId, issuedOn, phases, draft, measures } = plan;
  const { year } = plan.year;
  const byName = new Map(place.units.map((unit) => [unit.name, unit.id]));
  const unitId = (name: string) => byName.get(name)!;
  const counties = place.counties.map(({ office }) => office);
  const leads = new Map(measures.map((one) => [one.draft.key, one.responsible.map(({ id }) => id)]));
  const indicators = indicatorsOf(planId, draft, (key) => leads.get(key ?? '') ?? []);
  const issue = { issuedOn, enabledOn: issuedOn, clockOffset: 0, recipient: null, counties, indicators };
  const outline = { planId, cycleId, year, draft, phases, dutyFrom: issuedOn, unitId, members: [], counties };
  return [send(planId, 'issue', { ...issue }), ...cycleCommands(outline)];
}
