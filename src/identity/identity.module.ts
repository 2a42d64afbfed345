import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccountsService } from './accounts.service.js';
import { ApiTokens } from './api-tokens.service.js';
import { IdentityController } from './identity.controller.js';
import { IdentityService } from './identity.service.js';
import { SignInGuard } from './sign-in.guard.js';

/** Accounts, sign-in, sessions and tokens; the guard lets nobody else in. */
@Module({
  controllers: [IdentityController],
  providers: [IdentityService, AccountsService, ApiTokens, { provide: APP_GUARD, useClass: SignInGuard }],
  exports: [IdentityService, AccountsService, ApiTokens],
})
export class IdentityModule {}
