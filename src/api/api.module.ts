import { Module } from '@nestjs/common';
import { FlowModule } from '../flow/flow.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { MeasuresModule } from '../measures/measures.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { RoundsModule } from '../rounds/rounds.module.js';
import { DocumentApiController } from './document.api.controller.js';
import { FlowApiController } from './flow.api.controller.js';
import { PlansApiController } from './plans.api.controller.js';
import { WorkApiController } from './work.api.controller.js';

/** /api/v1: the same services as the pages, for programs that sign in with a token. */
@Module({
  imports: [PlansModule, MeasuresModule, RoundsModule, LedgerModule, FlowModule],
  controllers: [DocumentApiController, PlansApiController, WorkApiController, FlowApiController],
})
export class ApiModule {}
