import { IsNull } from 'typeorm';
import { Injectable } from '@nestjs/common';
import { Engine } from '../engine/engine.js';
import type { Actor } from '../engine/types.js';
import { Unit } from '../organization/organization.entities.js';
import { Database } from '../persistence/database.js';
import { Indicator, Plan } from '../plans/plans.entities.js';
import { Refusal } from '../shared/errors.js';
import type { OpenRoundGround } from './open-round.presenter.js';
import { RoundBoards, type RoundBoard } from './round-boards.js';

/** What the office's pages about rounds offer to choose from. */
@Injectable()
export class RoundPages {
  constructor(
    private readonly database: Database,
    private readonly engine: Engine,
    private readonly boards: RoundBoards,
  ) {}

  /** Choices for a new round. Refusals: not_allowed, not_found, plan_not_issued. */
  async openGround(planId: string, actor: Actor): Promise<OpenRoundGround> {
    if (!actor.roles.includes('coordinator')) {
      throw new Refusal('not_allowed', '调度由牵头的农民工办发起和办理。', {
        cure: '如需办理，请联系牵头的农民工办。',
      });
    }
    const plan = await this.database.reader.manager.findOneBy(Plan, { id: planId });
    if (!plan) throw new Refusal('not_found', '没有找到该计划。', { cure: '请从计划列表进入。' });
    if (!plan.enabledOn)
      throw new Refusal('plan_not_issued', '计划尚未印发并分办，不能发起调度。', {
        place: plan.title,
        cure: '请先在核对页确认并印发。',
      });
    const indicators = await this.database.reader.manager.find(Indicator, {
      where: { planId, endedOn: IsNull() },
      order: { position: 'ASC', id: 'ASC' },
    });
    const [today, proposals] = [await this.engine.today(planId), await this.boards.proposals(planId)];
    const [units, lacking] = [await this.unitsOf(plan, new Set()), await this.boards.yearsLacking(planId)];
    return { plan, today, proposals, lacking, indicators, units };
  }

  /** Active units of the plan's place that the round does not ask yet. */
  unitsNotAsked({ plan, lines }: RoundBoard): Promise<{ id: string; name: string }[]> {
    return this.unitsOf(plan, new Set(lines.map((line) => line.unitId)));
  }

  private async unitsOf(plan: Plan, except: Set<string>): Promise<{ id: string; name: string }[]> {
    const units = await this.database.reader.manager.find(Unit, {
      where: { state: 'active', place: plan.region ?? '' },
      order: { kind: 'ASC', id: 'ASC' },
    });
    return units
      .filter((unit) => !except.has(unit.id) && unit.kind !== 'superior')
      .map(({ id, shortName }) => ({ id, name: shortName }));
  }
}
