import { Module } from '@nestjs/common';
import { FlowModule } from '../flow/flow.module.js';
import { MeasureQueries } from './measure.queries.js';
import { MeasuresController } from './measures.controller.js';
import { MeasuresService } from './measures.service.js';

/** A measure's page and the acts on its duties. */
@Module({
  imports: [FlowModule],
  controllers: [MeasuresController],
  providers: [MeasuresService, MeasureQueries],
  exports: [MeasuresService, MeasureQueries],
})
export class MeasuresModule {}
