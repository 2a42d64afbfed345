import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { IdentityController } from './identity.controller.js';
import { IdentityService } from './identity.service.js';
import { SignInGuard } from './sign-in.guard.js';

@Module({
  controllers: [IdentityController],
  providers: [IdentityService, { provide: APP_GUARD, useClass: SignInGuard }],
  exports: [IdentityService],
})
export class IdentityModule {}
