import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { Engine } from '../engine/engine.js';
import type { Actor } from '../engine/types.js';
import { Measure } from '../measures/measures.entities.js';
import { Unit } from '../organization/organization.entities.js';
import { Database } from '../persistence/database.js';
import type { Reader } from '../persistence/tx.js';
import { Plan } from '../plans/plans.entities.js';
import { readsAll } from '../engine/reading-rights.js';
import { namesOfPlans } from '../shared/plan-names.js';
import { actsForUnit, visibleSupervision } from './access.js';
import { asSent } from './as-sent.js';
import { ceilingOf } from './ceiling.js';
import { afterPacketDay, afterReplyDay, type Suggestion } from './suggestions.js';
import { Supervision, SupervisionLetter, SupervisionReply } from './supervision.entities.js';

const OWED = ['sent', 'acknowledged', 'again'];

/** A supervision as the list shows it. */
export interface SupervisionLine {
  supervision: Supervision;
  unitName: string;
  planTitle: string;
}

/** A supervision with everything its page shows. */
export interface SupervisionSheet {
  supervision: Supervision;
  plan: Plan;
  unit: Unit;
  measures: Measure[];
  letters: SupervisionLetter[];
  replies: SupervisionReply[];
  today: string;
}

interface OverduePackets {
  planId: string;
  unitId: string;
  due: string;
  round: string;
  chases: number;
}

/** Reading of supervisions within a person's rights. */
@Injectable()
export class SupervisionQueries {
  private readonly read: Reader;

  constructor(
    database: Database,
    private readonly engine: Engine,
  ) {
    this.read = database.reader;
  }

  /** Supervisions this person may see, newest first: people of a unit those sent to it. */
  async list(actor: Actor): Promise<SupervisionLine[]> {
    const rows = await this.visible(actor);
    const [names, units] = [namesOfPlans(await this.read.manager.find(Plan)), await this.byId(Unit)];
    return rows.map((supervision) => ({
      supervision,
      unitName: units.get(supervision.unitId)?.fullName ?? '',
      planTitle: names.get(supervision.planId) ?? '',
    }));
  }

  /** One supervision. Refusal: not_found, also for another unit's and for what was not sent yet. */
  async sheet(id: string, actor: Actor): Promise<SupervisionSheet> {
    const supervision = await visibleSupervision(this.read, id, actor);
    const { planId, unitId, measureIds } = supervision;
    const manager = this.read.manager;
    const order = { position: 'ASC' as const };
    const letters = await manager.find(SupervisionLetter, { where: { supervisionId: id }, order });
    const shown = readsAll(actor) ? supervision : asSent(supervision, letters.at(-1));
    return {
      ...{ supervision: shown, letters, today: await this.engine.today(planId) },
      plan: (await manager.findOneBy(Plan, { id: planId }))!,
      unit: (await manager.findOneBy(Unit, { id: unitId }))!,
      measures: await manager.find(Measure, { where: { id: In(measureIds) }, order }),
      replies: await manager.find(SupervisionReply, { where: { supervisionId: id }, order }),
    };
  }

  /** What the office may do next, longest overdue first; nobody else is told. */
  async suggestions(actor: Actor): Promise<Suggestion[]> {
    if (!actor.roles.includes('coordinator')) return [];
    const all = [...(await this.unanswered()), ...(await this.unreported())];
    return all.sort((a, b) => b.daysLate - a.daysLate || a.unitName.localeCompare(b.unitName));
  }

  private async visible(actor: Actor): Promise<Supervision[]> {
    const order = { proposedOn: 'DESC' as const, id: 'DESC' as const };
    if (readsAll(actor)) return this.read.manager.find(Supervision, { order });
    if (!actsForUnit(actor)) return [];
    const where = { unitId: actor.unit!, sentOn: Not(IsNull()) };
    const own = await this.read.manager.find(Supervision, { where, order });
    const papers = { where: { supervisionId: In(own.map((one) => one.id)) }, order: { position: 'ASC' as const } };
    const letters = await this.read.manager.find(SupervisionLetter, papers);
    return own.map((one) =>
      asSent(
        one,
        letters.findLast((letter) => letter.supervisionId === one.id),
      ),
    );
  }

  private async unanswered(): Promise<Suggestion[]> {
    const late = await this.read.manager.findBy(Supervision, { replyOverdue: true, state: In(OWED) });
    const [plans, units] = [await this.byId(Plan), await this.byId(Unit)];
    const found: Suggestion[] = [];
    for (const { id, planId, unitId, number, due, ceiling, form, level } of late) {
      const names = { unitName: units.get(unitId)?.fullName ?? '', planTitle: plans.get(planId)?.title ?? '' };
      const today = await this.engine.today(planId);
      found.push(afterReplyDay({ id, ...names, number, due: due ?? today, today, ceiling, form, level }));
    }
    return found;
  }

  /** Units that owe a packet of an open round past its day, where no supervision is running. */
  private async unreported(): Promise<Suggestion[]> {
    const rows = await this.read.all<OverduePackets>(
      `SELECT p.plan_id, p.unit_id, p.due, r.title AS round,
              (SELECT count(*) FROM chase c WHERE c.round_id = r.id AND c.unit_id = p.unit_id) AS chases
       FROM packet p JOIN round r ON r.id = p.round_id JOIN plan pl ON pl.id = p.plan_id
       WHERE p.state NOT IN ('submitted', 'accepted', 'exempt', 'cancelled') AND r.state = 'open'
         AND (pl.state LIKE 'issued%' OR pl.state LIKE 'appraisal%')
         AND NOT EXISTS (SELECT 1 FROM supervision s WHERE s.plan_id = p.plan_id AND s.unit_id = p.unit_id
                         AND s.state NOT IN ('lifted', 'cancelled'))
       ORDER BY p.due, p.id`,
    );
    const [plans, units] = [await this.byId(Plan), await this.byId(Unit)];
    const found: Suggestion[] = [];
    for (const [planId, ofPlan] of groupBy(rows, (row) => row.planId)) {
      const today = await this.engine.today(planId);
      const late = groupBy(
        ofPlan.filter((row) => row.due < today),
        (row) => row.unitId,
      );
      const plan = plans.get(planId)!;
      for (const [unitId, own] of late) found.push(unreportedUnit(plan, units.get(unitId)!, own, today));
    }
    return found;
  }

  private async byId<T extends { id: string }>(entity: new () => T): Promise<Map<string, T>> {
    return new Map((await this.read.manager.find(entity)).map((row) => [row.id, row]));
  }
}

function unreportedUnit(plan: Plan, unit: Unit, own: OverduePackets[], today: string): Suggestion {
  return afterPacketDay({
    ...{ planId: plan.id, planTitle: plan.title, unitId: unit.id, unitName: unit.fullName, today },
    ...{ rounds: own.map((row) => row.round), due: own[0]!.due, ceiling: ceilingOf(unit, plan.issuers) },
    chases: own.reduce((sum, row) => sum + row.chases, 0),
  });
}

function groupBy<T>(rows: T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
