import { assign, setup } from 'xstate';
import { define } from '../definition.js';
import { effects, notify } from '../effects.js';
import { may, type TransitionMeta } from '../relations.js';
import type { PlanEvent } from './plan.v1.events.js';
import { planWords } from './plan.v1.words.js';

export interface PlanInput {
  title: string;
  /** A demonstration: its clock may be moved. */
  demo?: boolean;
}

export interface PlanContext {
  title: string;
  demo: boolean;
  issuedOn: string | null;
  enabledOn: string | null;
  clockOffsetMs: number;
  amendedOn: string | null;
  /** Day of the latest recorded change. */
  changedOn: string | null;
}

const plan = setup({
  types: {
    context: {} as PlanContext,
    events: {} as PlanEvent,
    input: {} as PlanInput,
    transitionMeta: {} as TransitionMeta,
  },
  guards: { isDemonstration: ({ context }) => context.demo },
  actions: { ...effects, noteChange: assign({ changedOn: ({ event }) => event.at }) },
});

/** A plan from the reading of its text to the archive; the yearly stages live in its cycles. */
export const planMachine = plan.createMachine({
  id: 'plan',
  context: ({ input }) => ({
    title: input.title,
    demo: input.demo ?? false,
    issuedOn: null,
    enabledOn: null,
    clockOffsetMs: 0,
    amendedOn: null,
    changedOn: null,
  }),
  initial: 'draft',
  states: {
    draft: {
      on: {
        correct: { actions: 'noteChange', meta: may('coordinator') },
        confirm: { target: 'confirmed', meta: may('coordinator') },
        discard: { target: 'discarded', meta: may('coordinator') },
      },
    },
    confirmed: {
      on: {
        reopenDraft: { target: 'draft', meta: may('coordinator') },
        discard: { target: 'discarded', meta: may('coordinator') },
        issue: {
          target: 'issued',
          meta: may('coordinator'),
          actions: [
            assign({
              issuedOn: ({ event }) => event.issuedOn,
              enabledOn: ({ event }) => event.enabledOn,
              clockOffsetMs: ({ event }) => event.clockOffset ?? 0,
            }),
            notify(['responsible', 'supporting'], 'plan.issued'),
          ],
        },
      },
    },
    issued: {
      on: {
        adjust: { actions: 'noteChange', meta: may('coordinator') },
        openCycle: { actions: 'noteChange', meta: may('coordinator') },
        amend: { actions: assign({ amendedOn: ({ event }) => event.at }), meta: may('coordinator') },
        moveClock: {
          guard: 'isDemonstration',
          actions: assign({ clockOffsetMs: ({ event }) => event.offsetMs }),
          meta: may('coordinator'),
        },
        withdraw: { target: 'withdrawn', meta: may('coordinator') },
        appraise: { target: 'appraisal', meta: may('coordinator') },
      },
    },
    appraisal: {
      on: {
        adjust: { actions: 'noteChange', meta: may('coordinator') },
        openCycle: { actions: 'noteChange', meta: may('coordinator') },
        moveClock: {
          guard: 'isDemonstration',
          actions: assign({ clockOffsetMs: ({ event }) => event.offsetMs }),
          meta: may('coordinator'),
        },
        archive: { target: 'archived', meta: may('coordinator') },
        resume: { target: 'issued', meta: may('coordinator') },
      },
    },
    archived: { type: 'final' },
    withdrawn: { type: 'final' },
    discarded: { type: 'final' },
  },
});

const starts: PlanInput[] = [
  { title: '计划', demo: false },
  { title: '计划', demo: true },
];

export const planV1 = define(planMachine, 1, planWords, starts);
