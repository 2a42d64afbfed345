import { Module, type DynamicModule } from '@nestjs/common';
import { ApiModule } from './api/api.module.js';
import { CascadeModule } from './cascade/cascade.module.js';
import { CoreModule, type Ground } from './core/core.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { InboxModule } from './inbox/inbox.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { MeasuresModule } from './measures/measures.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { OrganizationModule } from './organization/organization.module.js';
import { PlansModule } from './plans/plans.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { RoundsModule } from './rounds/rounds.module.js';
import { SeedingModule } from './seeding/seeding.module.js';
import { SimulationModule } from './simulation/simulation.module.js';
import { SupervisionModule } from './supervision/supervision.module.js';
import { WebModule, type ReadinessCheck } from './web/index.js';

/** The whole product, on the ground it is given; `ready` answers /readyz. */
@Module({})
export class AppModule {
  static on(ground: Ground, ready: ReadinessCheck = () => true): DynamicModule {
    const rooms = [
      IdentityModule,
      OrganizationModule,
      PlansModule,
      MeasuresModule,
      RoundsModule,
      LedgerModule,
      ReportsModule,
      SupervisionModule,
      NotificationsModule,
      InboxModule,
      SeedingModule,
      SimulationModule,
      CascadeModule,
      ApiModule,
      MetricsModule,
    ];
    return {
      module: AppModule,
      imports: [CoreModule.on(ground), WebModule.forRoot(ready), ...rooms],
    };
  }
}
