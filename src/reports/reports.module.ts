import { Module } from '@nestjs/common';
import { FlowModule } from '../flow/flow.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { DocumentDesk } from './document-desk.js';
import { DocumentsService } from './documents.service.js';
import { ReportsController } from './reports.controller.js';
import { ReportsService } from './reports.service.js';
import { YearEndController } from './year-end.controller.js';

/** Papers: task tables, ledgers, reports and letters, with the year-end report's drafts. */
@Module({
  imports: [LedgerModule, FlowModule, PlansModule],
  controllers: [ReportsController, YearEndController],
  providers: [ReportsService, DocumentsService, DocumentDesk],
  exports: [ReportsService, DocumentsService],
})
export class ReportsModule {}
