import { Module } from '@nestjs/common';
import { InboxController } from './inbox.controller.js';
import { InboxQueries } from './inbox.queries.js';

/** 待办: what waits for the person who is signed in. */
@Module({ controllers: [InboxController], providers: [InboxQueries] })
export class InboxModule {}
