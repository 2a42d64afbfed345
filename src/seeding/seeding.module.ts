import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { SeedingService } from './seeding.service.js';

/** What an empty database begins with. */
@Module({ imports: [IdentityModule, PlansModule], providers: [SeedingService], exports: [SeedingService] })
export class SeedingModule {}
