import { list, text, type Words } from '../definition.js';
import type { CalendarPayloads } from './calendar.v1.events.js';

export const calendarWords: Words<CalendarPayloads> = {
  title: '工作日历',
  started: '登记了放假安排',
  states: { inForce: '执行', withdrawn: '已撤销' },
  events: {
    amend: {
      label: '更正',
      past: '更正了放假安排',
      payload: {
        source: text('发文字号'),
        holidays: list('放假日期'),
        workdays: list('调休上班日期'),
        reason: text('理由'),
      },
    },
    withdraw: { label: '撤销', past: '撤销了放假安排', payload: { reason: text('理由') } },
  },
};
