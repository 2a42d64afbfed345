import { Module } from '@nestjs/common';
import { FlowModule } from '../flow/flow.module.js';
import { OrganizationController } from './organization.controller.js';

/** 单位: the register of units with names, history and successors. */
@Module({ imports: [FlowModule], controllers: [OrganizationController] })
export class OrganizationModule {}
