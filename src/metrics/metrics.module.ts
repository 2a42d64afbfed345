import { Module } from '@nestjs/common';
import { MetricsController } from './metrics.controller.js';
import { MetricsService } from './metrics.service.js';
import { RequestCounts } from './request-counts.js';

/** Counts and times for the operator at /metrics. */
@Module({
  controllers: [MetricsController],
  providers: [MetricsService, { provide: RequestCounts, useFactory: () => new RequestCounts() }],
  exports: [RequestCounts],
})
export class MetricsModule {}
