import { Module } from '@nestjs/common';
import { extractInChild } from '../intake/child/extract-in-child.js';
import { readPlan } from '../intake/read-plan.js';
import { loadUnitRegistry } from '../intake/registry.js';
import { PlanReader } from './plan-reader.js';
import { PlansService } from './plans.service.js';

@Module({
  providers: [
    PlansService,
    { provide: PlanReader, useFactory: () => new PlanReader(extractInChild, (text) => readPlan(text, loadUnitRegistry())) },
  ],
  exports: [PlansService, PlanReader],
})
export class PlansModule {}
