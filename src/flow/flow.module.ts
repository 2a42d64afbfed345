import { Module } from '@nestjs/common';
import { FlowController } from './flow.controller.js';
import { FlowService } from './flow.service.js';

@Module({ controllers: [FlowController], providers: [FlowService], exports: [FlowService] })
export class FlowModule {}
