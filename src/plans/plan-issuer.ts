import { reportersOf } from '../domain/figures/asked.js';
import { figureUnits } from '../domain/plan/duties.js';
import { stagesOf } from '../domain/progress/phases.js';
import { calendarOf } from '../organization/calendar.service.js';
import { enrol } from '../organization/register.js';
import type { Command } from '../engine/types.js';
import type { Reader } from '../persistence/tx.js';
import { startOfDay, type Clock } from '../shared/clock.js';
import type { IdSource } from '../shared/ids.js';
import { officesBelow } from './counties.js';
import type { DraftReading } from './draft.js';
import { indicatorsOf } from './indicators.js';
import type { IssueSaid } from './issue-asked.js';
import { fillsMembers, memberList } from './members.service.js';
import { cycleCommands, namedUnits, unitsOf, type CycleOutline } from './issuing.js';
import type { Plan } from './plans.entities.js';
import { chosenYear } from './year-chosen.js';

export interface IssueChoices extends IssueSaid {
  issuedOn: string;
  enabledOn: string;
  /** The plan's year where the office says it at the issue; absent: as on the confirm page. */
  year?: number;
  /** To whom the reports go up; null for none yet. */
  recipient: string | null;
  /** Demonstration: let the plan's clock show the day of 启用. */
  moveClock: boolean;
}

/** Puts together what issuing a plan, or opening a further year, starts. */
export class PlanIssuer {
  constructor(
    private readonly ids: IdSource,
    private readonly clock: Clock,
  ) {}

  /** `note` is what the record says beside the issue; '' for nothing. */
  async commands(
    read: Reader,
    plan: Plan,
    draft: DraftReading,
    choices: IssueChoices,
    seenRevision?: number,
    note = '',
  ): Promise<Command[]> {
    const { year, ...span } = chosenYear(plan, draft, choices);
    const { issuedOn, enabledOn, recipient } = choices;
    const { outline, enrolments } = await this.outline(read, { ...plan, issuedOn, ...span }, draft, year, enabledOn);
    const clockOffset = choices.moveClock ? startOfDay(choices.enabledOn) + 9 * 3_600_000 - this.clock.now() : 0;
    const payload = {
      issuedOn,
      enabledOn,
      recipient,
      ...span,
      clockOffset,
      counties: outline.counties,
      indicators: indicators(outline),
      ...(note ? { note } : {}),
    };
    return [
      { kind: 'send', instance: plan.id, type: 'issue', payload: { ...payload }, seenRevision },
      ...enrolments,
      ...cycleCommands(outline),
    ];
  }

  async nextCycle(read: Reader, plan: Plan, draft: DraftReading, year: number): Promise<Command[]> {
    const { outline, enrolments } = await this.outline(read, plan, draft, year, `${year}-01-01`);
    const payload = { year, cycleId: outline.cycleId };
    return [{ kind: 'send', instance: plan.id, type: 'openCycle', payload }, ...enrolments, ...cycleCommands(outline)];
  }

  private async outline(read: Reader, plan: Plan, draft: DraftReading, year: number, dutyFrom: string) {
    const place = plan.region ?? '';
    const level = plan.level ?? 'city';
    const counties = officesBelow(place);
    const members = await memberList(read, draft, place, dutyFrom);
    const wanted = fillsMembers(draft) ? [...namedUnits(draft), ...members.names] : namedUnits(draft);
    const bureaus = [...new Set(wanted)].map((name) => ({ name, place, level, kind: 'bureau' as const }));
    const { idOf, commands } = await enrol(read, this.ids, [...bureaus, ...counties]);
    const outline: CycleOutline = {
      ...{ planId: plan.id, cycleId: `${plan.id}:${year}`, year, draft, dutyFrom, unitId: idOf },
      phases: stagesOf(draft.phases, plan.issuedOn ?? dutyFrom, year, await calendarOf(read), year === plan.yearFrom),
      members: fillsMembers(draft) ? members.names.map(idOf) : [],
      counties: counties.map(({ name }) => idOf(name)),
    };
    return { outline, enrolments: commands };
  }
}

function indicators(outline: CycleOutline) {
  const { planId, draft } = outline;
  const units = unitsOf(outline);
  const byKey = new Map(draft.measures.map((measure) => [measure.key, figureUnits(measure, units)]));
  const responsible = (key: string) => byKey.get(key) ?? [];
  return indicatorsOf(planId, draft, (_, asked) => reportersOf(draft, asked, { ...units, responsible }));
}
