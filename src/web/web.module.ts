import { type DynamicModule, Module } from '@nestjs/common';
import { Availability, type ReadinessCheck } from './availability.js';
import { HealthController } from './health.controller.js';

/** What the web room brings of its own: the health addresses. Everything else is set up by configureWeb. */
@Module({})
export class WebModule {
  /** @param ready what /readyz asks */
  static forRoot(ready: ReadinessCheck): DynamicModule {
    const availability = { provide: Availability, useFactory: () => new Availability(ready) };
    return { module: WebModule, controllers: [HealthController], providers: [availability], exports: [Availability] };
  }
}
