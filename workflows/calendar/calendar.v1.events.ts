import type { EventsOf } from '../stamp.js';

/** What each event of a year's working calendar carries; days are 'YYYY-MM-DD'. */
export interface CalendarPayloads {
  amend: { source: string; holidays: string[]; workdays: string[]; reason: string };
  withdraw: { reason: string };
}

export type CalendarEvent = EventsOf<CalendarPayloads>;
