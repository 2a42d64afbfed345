import { assign, setup } from 'xstate';
import { define } from '../definition.js';
import { effects, notify, setDeadline } from '../effects.js';
import { may, type TransitionMeta } from '../relations.js';
import type { RoundEvent } from './round.v1.events.js';
import { roundWords } from './round.v1.words.js';

export interface RoundInput {
  planId: string;
  cycleId: string;
  kind: string;
  /** Last day for reporting, null where none is set. */
  due: string | null;
  /** Day on which the due day counts as past: the day after it. */
  fires?: string | null;
}

export interface RoundContext {
  planId: string;
  cycleId: string;
  kind: string;
  due: string | null;
  fires: string | null;
  /** The due day is past. */
  duePassed: boolean;
  chasedOn: string | null;
  /** Day of the latest change of what is asked of whom. */
  changedOn: string | null;
}

const round = setup({
  types: {
    context: {} as RoundContext,
    events: {} as RoundEvent,
    input: {} as RoundInput,
    transitionMeta: {} as TransitionMeta,
  },
  actions: {
    ...effects,
    noteChange: assign({ changedOn: ({ event }) => event.at }),
    setDue: assign((_, { due, fires }: { due: string; fires: string | null }) => ({ due, fires, duePassed: false })),
  },
});

/** One round of reporting (调度): nothing is due except by a round; its end closes nobody's packet. */
export const roundMachine = round.createMachine({
  id: 'round',
  context: ({ input }) => ({
    planId: input.planId,
    cycleId: input.cycleId,
    kind: input.kind,
    due: input.due,
    fires: input.fires ?? null,
    duePassed: false,
    chasedOn: null,
    changedOn: null,
  }),
  initial: 'open',
  states: {
    open: {
      entry: { type: 'setDeadline', params: ({ context }) => ({ name: 'due', on: context.fires }) },
      exit: setDeadline('due', null),
      on: {
        extend: {
          actions: [
            { type: 'setDue', params: ({ event }) => ({ due: event.due, fires: event.fires }) },
            { type: 'setDeadline', params: ({ event }) => ({ name: 'due', on: event.fires }) },
            notify(['unit'], 'round.extended'),
          ],
          meta: may('coordinator'),
        },
        chase: {
          actions: [assign({ chasedOn: ({ event }) => event.at }), notify(['unit'], 'round.chased')],
          meta: may('coordinator'),
        },
        addUnits: { actions: 'noteChange', meta: may('coordinator') },
        removeUnits: { actions: 'noteChange', meta: may('coordinator') },
        changeRequest: { actions: 'noteChange', meta: may('coordinator') },
        'deadline.due': {
          actions: [assign({ duePassed: true }), notify(['coordinator'], 'round.due')],
          meta: may('system'),
        },
        close: { target: 'closed', meta: may('coordinator') },
        cancel: { target: 'cancelled', meta: may('coordinator', 'system') },
      },
    },
    closed: {
      tags: 'end',
      on: {
        reopen: {
          target: 'open',
          actions: { type: 'setDue', params: ({ event }) => ({ due: event.due, fires: event.fires }) },
          meta: may('coordinator'),
        },
      },
    },
    cancelled: { type: 'final' },
  },
});

const starts: RoundInput[] = [
  { planId: 'plan-1', cycleId: 'cycle-1', kind: '季', due: '2026-06-30', fires: '2026-07-01' },
];

export const roundV1 = define(roundMachine, 1, roundWords, starts);
