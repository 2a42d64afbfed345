import { Injectable } from '@nestjs/common';
import type { OwnColumn } from '../domain/plan/own-columns.js';
import type { TargetReading } from '../domain/plan/reading.js';
import type { Actor } from '../engine/types.js';
import { Unit } from '../organization/organization.entities.js';
import { Database } from '../persistence/database.js';
import { PlanDraftRow } from '../plans/plans.entities.js';
import { Refusal } from '../shared/errors.js';
import type { TimelineView } from '../web/index.js';
import { concernedWith } from './access.js';
import { openDisputeOf, type OpenDispute } from './disputes.js';
import { amendmentEntries, mergedEntries } from './measure.amendments.js';
import { Assignment, Measure } from './measures.entities.js';

export interface MeasureSheet {
  measure: Measure;
  assignments: Assignment[];
  units: Map<string, Unit>;
  /** What the office's own columns of the plan's task table hold of it. */
  own: OwnColumn[];
  /** Its figures as the plan prints them. */
  targets: TargetReading[];
}

/** Reading of measures within a person's rights. */
@Injectable()
export class MeasureQueries {
  constructor(private readonly database: Database) {}

  /** A measure with its units. Refusal: not_found, also for a measure in which the person's unit has no part. */
  async sheet(id: string, actor: Actor): Promise<MeasureSheet> {
    const manager = this.database.reader.manager;
    const assignments = await manager.find(Assignment, {
      where: { measureId: id },
      order: { position: 'ASC', id: 'ASC' },
    });
    const measure = concernedWith(actor, assignments)(id) ? await manager.findOneBy(Measure, { id }) : null;
    if (!measure) throw new Refusal('not_found', '没有找到该任务。', { cure: '请从计划或待办进入。' });
    const units = await manager.find(Unit);
    const printed = await this.printed(measure);
    return { measure, assignments, units: new Map(units.map((unit) => [unit.id, unit])), ...printed };
  }

  private async printed({ planId, draftKey }: Measure): Promise<Pick<MeasureSheet, 'own' | 'targets'>> {
    const draft = await this.database.reader.manager.findOneBy(PlanDraftRow, { planId });
    const { own = [], targets = [] } = draft?.reading.measures.find(({ key }) => key === draftKey) ?? {};
    return { own, targets };
  }

  /** The 职责争议 about it that waits for the office, or null. */
  openDispute({ measure }: MeasureSheet): Promise<OpenDispute | null> {
    return openDisputeOf(this.database.reader, measure.id);
  }

  /** Lines of its record that other records hold: amendments of its plan, and measures that were merged into it. */
  async toldElsewhere({ measure }: MeasureSheet): Promise<TimelineView['entries']> {
    const read = this.database.reader;
    return [...(await amendmentEntries(read, measure)), ...(await mergedEntries(read, measure))];
  }
}
