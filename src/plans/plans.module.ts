import { Module } from '@nestjs/common';
import { FlowModule } from '../flow/flow.module.js';
import { extractInChild } from '../intake/child/extract-in-child.js';
import { readPlan } from '../intake/read-plan.js';
import { loadUnitRegistry } from '../intake/registry.js';
import { ConfirmController } from './confirm.controller.js';
import { PlanReader } from './plan-reader.js';
import { PlansController } from './plans.controller.js';
import { PlanQueries } from './plans.queries.js';
import { PlansService } from './plans.service.js';

@Module({
  imports: [FlowModule],
  controllers: [PlansController, ConfirmController],
  providers: [
    PlansService,
    PlanQueries,
    {
      provide: PlanReader,
      useFactory: () => new PlanReader(extractInChild, (text) => readPlan(text, loadUnitRegistry())),
    },
  ],
  exports: [PlansService, PlanQueries, PlanReader],
})
export class PlansModule {}
