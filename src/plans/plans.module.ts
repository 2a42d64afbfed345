import { Module } from '@nestjs/common';
import { FlowModule } from '../flow/flow.module.js';
import { readInChild } from '../intake/child/read-in-child.js';
import { ConfirmController } from './confirm.controller.js';
import { ConfirmClausesController } from './confirm-clauses.controller.js';
import { ConfirmDeadlinesController } from './confirm-deadlines.controller.js';
import { ConfirmMattersController } from './confirm-matters.controller.js';
import { ConfirmMeasureController } from './confirm-measure.controller.js';
import { ConfirmElementsController } from './confirm-elements.controller.js';
import { ConfirmPages } from './confirm-pages.service.js';
import { DraftDesk } from './draft-desk.service.js';
import { MemberListController } from './member-list.controller.js';
import { MemberListDesk } from './member-list.service.js';
import { PlanReader } from './plan-reader.js';
import { PlansController } from './plans.controller.js';
import { PlanQueries } from './plans.queries.js';
import { PlansService } from './plans.service.js';

/** Plans from the file to the issue, their years and the page that confirms a reading. */
@Module({
  imports: [FlowModule],
  controllers: [
    ...[PlansController, ConfirmController, ConfirmMeasureController],
    ...[ConfirmElementsController, ConfirmMattersController, ConfirmDeadlinesController, ConfirmClausesController],
    MemberListController,
  ],
  providers: [
    PlansService,
    PlanQueries,
    DraftDesk,
    ConfirmPages,
    MemberListDesk,
    {
      provide: PlanReader,
      useFactory: () => new PlanReader(readInChild),
    },
  ],
  exports: [PlansService, PlanQueries, PlanReader],
})
export class PlansModule {}
