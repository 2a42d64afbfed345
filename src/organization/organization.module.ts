import { Module } from '@nestjs/common';
import { FlowModule } from '../flow/flow.module.js';
import { OrganizationController } from './organization.controller.js';

@Module({ imports: [FlowModule], controllers: [OrganizationController] })
export class OrganizationModule {}
