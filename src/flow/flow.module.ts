import { Module } from '@nestjs/common';
import { FlowController } from './flow.controller.js';
import { FlowService } from './flow.service.js';

/** What may be done with an instance, and its record, as every page shows them. */
@Module({ controllers: [FlowController], providers: [FlowService], exports: [FlowService] })
export class FlowModule {}
