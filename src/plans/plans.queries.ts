import { Injectable } from '@nestjs/common';
import type { Actor } from '../engine/types.js';
import { concernedWith, endedMeasures, type EndedMeasures } from '../measures/register.js';
import { Assignment, Measure } from '../measures/measures.entities.js';
import { Unit } from '../organization/organization.entities.js';
import { Database } from '../persistence/database.js';
import { Refusal } from '../shared/errors.js';
import { broughtWords } from './brought.service.js';
import { readsAllPlans } from './plans.access.js';
import { Cycle, Indicator, Plan } from './plans.entities.js';
import { unreachedUnits } from './unreached.js';

/** A plan with its years and the measures that a person may see. */
export interface PlanSheet {
  plan: Plan;
  cycles: Cycle[];
  measures: Measure[];
  assignments: Assignment[];
  indicators: Indicator[];
  units: Map<string, Unit>;
  /** Of its measures, those withdrawn or merged. */
  ended: EndedMeasures;
}

/** Reading of plans within a person's rights. */
@Injectable()
export class PlanQueries {
  constructor(private readonly database: Database) {}

  /** Plans this person may see, newest first. */
  async visible(actor: Actor): Promise<Plan[]> {
    const manager = this.database.reader.manager;
    const plans = await manager.find(Plan, { order: { id: 'DESC' } });
    if (readsAllPlans(actor)) return plans;
    if (!actor.unit) return [];
    const own = await manager.findBy(Assignment, { unitId: actor.unit });
    const ids = new Set(own.map((assignment) => assignment.planId));
    const issued = plans.filter((plan) => plan.enabledOn !== null);
    return issued.filter((plan) => ids.has(plan.id) || plan.counties.includes(actor.unit!));
  }

  /** By plan, its file, who brought it and when; for those who read every plan. */
  async brought(actor: Actor): Promise<Map<string, string>> {
    return readsAllPlans(actor) ? broughtWords(this.database.reader) : new Map();
  }

  /** Units with a duty in a plan for which nobody can sign in, by name. */
  withoutAccount(planId: string): Promise<string[]> {
    return unreachedUnits(this.database.reader, planId);
  }

  /** One plan's sheet. Refusal: not_found, also for plans that are not the person's. */
  async sheet(planId: string, actor: Actor): Promise<PlanSheet> {
    const plan = (await this.visible(actor)).find((one) => one.id === planId);
    if (!plan) throw new Refusal('not_found', '没有找到该计划。', { cure: '请从计划列表进入。' });
    const manager = this.database.reader.manager;
    const [cycles, measures, assignments, indicators, units, ended] = await Promise.all([
      manager.find(Cycle, { where: { planId }, order: { year: 'DESC' } }),
      manager.find(Measure, { where: { planId }, order: { position: 'ASC' } }),
      manager.find(Assignment, { where: { planId }, order: { position: 'ASC', id: 'ASC' } }),
      manager.find(Indicator, { where: { planId }, order: { position: 'ASC' } }),
      manager.find(Unit),
      endedMeasures(this.database.reader, planId),
    ]);
    return {
      plan,
      cycles,
      indicators,
      ended,
      units: new Map(units.map((unit) => [unit.id, unit])),
      ...scoped(measures, assignments, actor),
    };
  }
}

function scoped(
  measures: Measure[],
  assignments: Assignment[],
  actor: Actor,
): Pick<PlanSheet, 'measures' | 'assignments'> {
  const isTheirs = concernedWith(actor, assignments);
  return {
    measures: measures.filter(({ id }) => isTheirs(id)),
    assignments: assignments.filter(({ measureId }) => isTheirs(measureId)),
  };
}
