import { Module } from '@nestjs/common';
import { FlowModule } from '../flow/flow.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { SupervisionCandidates } from './candidates.js';
import { SupervisionController } from './supervision.controller.js';
import { SupervisionFiles } from './supervision.files.js';
import { SupervisionPages } from './supervision.pages.js';
import { SupervisionQueries } from './supervision.queries.js';
import { SupervisionService } from './supervision.service.js';

/** 督办: candidates, letters and what came of them. */
@Module({
  imports: [FlowModule, LedgerModule],
  controllers: [SupervisionController],
  providers: [SupervisionService, SupervisionQueries, SupervisionCandidates, SupervisionPages, SupervisionFiles],
  exports: [SupervisionService, SupervisionQueries],
})
export class SupervisionModule {}
