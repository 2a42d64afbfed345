import { Module } from '@nestjs/common';
import { FlowModule } from '../flow/flow.module.js';
import { CalendarController } from './calendar.controller.js';
import { CalendarService } from './calendar.service.js';
import { OrganizationController } from './organization.controller.js';

/** 单位: the register of units with names, history and successors; 工作日历: the years by which working days are counted. */
@Module({
  imports: [FlowModule],
  controllers: [OrganizationController, CalendarController],
  providers: [CalendarService],
  exports: [CalendarService],
})
export class OrganizationModule {}
