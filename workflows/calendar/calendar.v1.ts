import { assign, setup } from 'xstate';
import { define } from '../definition.js';
import { may, type TransitionMeta } from '../relations.js';
import type { CalendarEvent } from './calendar.v1.events.js';
import { calendarWords } from './calendar.v1.words.js';

/** One year's arrangement as the State Council's office published it. */
export interface CalendarInput {
  year: number;
  /** Number of the document: 国办发明电〔2025〕7号. */
  source: string;
  holidays: string[];
  workdays: string[];
}

const calendar = setup({
  types: {
    context: {} as CalendarInput,
    events: {} as CalendarEvent,
    input: {} as CalendarInput,
    transitionMeta: {} as TransitionMeta,
  },
  actions: {
    take: assign({
      source: ({ context, event }) => (event.type === 'amend' ? event.source : context.source),
      holidays: ({ context, event }) => (event.type === 'amend' ? event.holidays : context.holidays),
      workdays: ({ context, event }) => (event.type === 'amend' ? event.workdays : context.workdays),
    }),
  },
});

/** A year's days off and weekends worked: entered once, changed when the State Council changes it, every time in the record. */
export const calendarMachine = calendar.createMachine({
  id: 'calendar',
  context: ({ input: { year, source, holidays, workdays } }) => ({ year, source, holidays, workdays }),
  initial: 'inForce',
  states: {
    inForce: {
      on: {
        amend: { actions: 'take', meta: may('coordinator', 'admin') },
        withdraw: { target: 'withdrawn', meta: may('coordinator', 'admin') },
      },
    },
    withdrawn: {
      tags: 'end',
      on: { amend: { target: 'inForce', actions: 'take', meta: may('coordinator', 'admin') } },
    },
  },
});

const starts: CalendarInput[] = [
  { year: 2026, source: '国办发明电〔2025〕7号', holidays: ['2026-01-01'], workdays: ['2026-01-04'] },
];

export const calendarV1 = define(calendarMachine, 1, calendarWords, starts);
