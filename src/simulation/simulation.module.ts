import { Module } from '@nestjs/common';
import { MeasuresModule } from '../measures/measures.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { RoundsModule } from '../rounds/rounds.module.js';
import { SimulationService } from './simulation.service.js';

/** Simulated units that carry a plan through its whole course. */
@Module({
  imports: [PlansModule, MeasuresModule, RoundsModule],
  providers: [SimulationService],
  exports: [SimulationService],
})
export class SimulationModule {}
