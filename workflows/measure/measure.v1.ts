import { assign, setup } from 'xstate';
import { define } from '../definition.js';
import { effects, notify } from '../effects.js';
import { may, type TransitionMeta } from '../relations.js';
import { isOnBehalf, type Given } from '../stamp.js';
import type { Consolidator, MeasureEvent, MeasurePayloads, Track } from './measure.v1.events.js';
import { measureWords } from './measure.v1.words.js';

export interface MeasureInput {
  planId: string;
  cycleId: string;
  track: Track;
  consolidator: Consolidator;
}

export interface MeasureContext extends MeasureInput {
  disputeOpen: boolean;
  /** Who asked for the completion that waits for verification. */
  requestedBy: string | null;
  requestedOnBehalf: boolean;
  /** Who wrote the consolidated text that waits for review. */
  consolidatedBy: string | null;
  /** The office wrote it, being the consolidator (我办汇总), or entered it for the lead. */
  consolidatedByOffice: boolean;
  /** Recorded and approved by the same person of the office: 代填代审. */
  selfReviewed: boolean;
  /** Day of the latest recorded change that leaves the state as it is. */
  changedOn: string | null;
}

const measure = setup({
  types: {
    context: {} as MeasureContext,
    events: {} as MeasureEvent,
    input: {} as MeasureInput,
    transitionMeta: {} as TransitionMeta,
  },
  guards: {
    isDeliverable: ({ context }) => context.track === 'deliverable',
    disputeOpen: ({ context }) => context.disputeOpen,
    noDispute: ({ context }) => !context.disputeOpen,
    notRequester: ({ context, event }) => context.requestedBy !== event.by.user,
    ownRequestOnBehalf: ({ context, event }) => context.requestedBy === event.by.user && context.requestedOnBehalf,
    mayClose: ({ context, event }) => context.consolidatedBy !== event.by.user || context.consolidatedByOffice,
  },
  actions: {
    ...effects,
    noteChange: assign({ changedOn: ({ event }) => event.at }),
    requested: assign({
      requestedBy: ({ event }) => event.by.user,
      requestedOnBehalf: ({ event }) => isOnBehalf(event),
    }),
    consolidated: assign({
      consolidatedBy: ({ event }) => event.by.user,
      consolidatedByOffice: ({ context, event }) => context.consolidator === 'office' || isOnBehalf(event),
    }),
    setConsolidator: assign((_, { consolidator }: { consolidator: Consolidator }) => ({ consolidator })),
    setTrack: assign((_, { track }: { track: Track }) => ({ track })),
    forgetRequest: assign({ requestedBy: null, requestedOnBehalf: false }),
    forgetConsolidation: assign({ consolidatedBy: null, consolidatedByOffice: false }),
    markSelfReviewed: assign({ selfReviewed: true }),
    unmarkSelfReviewed: assign({ selfReviewed: false }),
    markOwnClosing: assign({
      selfReviewed: ({ context, event }) => context.selfReviewed || context.consolidatedBy === event.by.user,
    }),
    openDispute: assign({ disputeOpen: true }),
    settleDispute: assign({ disputeOpen: false }),
  },
});

type On<T extends keyof MeasurePayloads> = Given<MeasureContext, MeasurePayloads, T>;

/** At any time before the measure is closed. */
const always = {
  merge: { target: '#measure.merged', meta: may('coordinator') },
  withdraw: { target: '#measure.withdrawn', meta: may('coordinator', 'system') },
  setConsolidator: {
    actions: {
      type: 'setConsolidator',
      params: ({ event }: On<'setConsolidator'>) => ({ consolidator: event.consolidator }),
    },
    meta: may('coordinator'),
  },
} as const;

const setTrack = {
  type: 'setTrack',
  params: ({ event }: On<'changeTrack'>) => ({ track: event.track }),
} as const;

const raiseDispute = {
  guard: 'noDispute',
  actions: ['openDispute', notify(['coordinator'], 'measure.disputed')],
  meta: may('responsible', 'supporting', 'coordinator'),
} as const;

const settleDispute = {
  guard: 'disputeOpen',
  actions: ['settleDispute', notify(['responsible', 'supporting'], 'measure.disputeSettled')],
  meta: may('coordinator'),
} as const;

const beginEvaluation = { target: '#measure.evaluation', meta: may('system', 'coordinator') } as const;
const consolidate = {
  target: '#measure.evaluation.review',
  actions: 'consolidated',
  meta: may('consolidator', 'coordinator'),
} as const;
const returnCompletion = {
  target: 'working',
  actions: ['unmarkSelfReviewed', notify(['responsible', 'consolidator'], 'measure.completionReturned')],
  meta: may('coordinator'),
} as const;

/** Review and close-out (审核、销号): who wrote the consolidated text does not close, but for 代填代审. */
const closing = (target: string) =>
  ({ guard: 'mayClose', target, actions: 'markOwnClosing', meta: may('coordinator') }) as const;

/** One measure through a year: the smallest run of the plan's text with its own responsibility note. */
export const measureMachine = measure.createMachine({
  id: 'measure',
  context: ({ input }) => ({
    planId: input.planId,
    cycleId: input.cycleId,
    track: input.track,
    consolidator: input.consolidator,
    disputeOpen: false,
    requestedBy: null,
    requestedOnBehalf: false,
    consolidatedBy: null,
    consolidatedByOffice: false,
    selfReviewed: false,
    changedOn: null,
  }),
  initial: 'mobilisation',
  states: {
    mobilisation: {
      on: {
        ...always,
        raiseDispute,
        settleDispute,
        beginEvaluation,
        beginImplementation: { target: 'implementation', meta: may('system', 'coordinator') },
        changeTrack: { actions: setTrack, meta: may('coordinator') },
      },
    },
    implementation: {
      type: 'parallel',
      on: { ...always, beginEvaluation },
      states: {
        track: {
          initial: 'choosing',
          on: { changeTrack: { target: '.choosing', actions: setTrack, meta: may('coordinator') } },
          states: {
            choosing: {
              entry: 'forgetRequest',
              always: [
                { guard: 'isDeliverable', target: 'deliverable', meta: may('system') },
                { target: 'standing', meta: may('system') },
              ],
            },
            deliverable: {
              initial: 'working',
              states: {
                working: {
                  entry: 'forgetRequest',
                  on: {
                    requestCompletion: {
                      target: 'completionRequested',
                      actions: ['requested', notify(['coordinator'], 'measure.completionRequested')],
                      meta: may('responsible', 'consolidator', 'coordinator'),
                    },
                  },
                },
                completionRequested: {
                  on: {
                    withdrawRequest: { target: 'working', meta: may('responsible', 'consolidator') },
                    verifyCompletion: { guard: 'notRequester', target: 'verified', meta: may('coordinator') },
                    verifyOwnEntry: {
                      guard: 'ownRequestOnBehalf',
                      target: 'verified',
                      actions: 'markSelfReviewed',
                      meta: may('coordinator'),
                    },
                    returnCompletion,
                  },
                },
                verified: { entry: 'forgetRequest', on: { returnCompletion } },
              },
            },
            standing: {
              initial: 'working',
              states: {
                working: { on: { evaluateYear: { target: 'evaluated', meta: may('coordinator') } } },
                evaluated: { on: { evaluateYear: { actions: 'noteChange', meta: may('coordinator') } } },
              },
            },
          },
        },
        /** A dispute about duties does not stop the work; the flag outlives the stage. */
        dispute: {
          initial: 'none',
          states: {
            none: {
              always: { guard: 'disputeOpen', target: 'disputed', meta: may('system') },
              on: { raiseDispute },
            },
            disputed: {
              always: { guard: 'noDispute', target: 'none', meta: may('system') },
              on: { settleDispute },
            },
          },
        },
        suspension: {
          initial: 'running',
          states: {
            running: { on: { suspend: { target: 'suspended', meta: may('coordinator') } } },
            suspended: { on: { resume: { target: 'running', meta: may('coordinator') } } },
          },
        },
        before: { type: 'history', history: 'deep' },
      },
    },
    evaluation: {
      initial: 'unitTexts',
      on: {
        ...always,
        settleDispute,
        backToImplementation: { target: '#measure.implementation.before', meta: may('coordinator') },
      },
      states: {
        unitTexts: {
          entry: 'forgetConsolidation',
          on: { unitTextsIn: { target: 'consolidation', meta: may('system', 'coordinator') }, consolidate },
        },
        consolidation: { entry: 'forgetConsolidation', on: { consolidate } },
        review: {
          on: {
            consolidate,
            returnReview: {
              target: 'consolidation',
              actions: notify(['consolidator'], 'measure.reviewReturned'),
              meta: may('coordinator'),
            },
            closeAchieved: closing('#measure.closed.achieved'),
            closeMostly: closing('#measure.closed.mostly'),
            closeNotAchieved: closing('#measure.closed.notAchieved'),
            closeCarriedForward: closing('#measure.closed.carriedForward'),
          },
        },
      },
    },
    closed: {
      initial: 'achieved',
      entry: 'forgetConsolidation',
      on: {
        reopen: {
          target: '#measure.implementation.before',
          actions: ['unmarkSelfReviewed', notify(['responsible', 'supporting', 'consolidator'], 'measure.reopened')],
          meta: may('coordinator'),
        },
      },
      states: {
        achieved: { tags: 'end' },
        mostly: { tags: 'end' },
        notAchieved: { tags: 'end' },
        carriedForward: { tags: 'end' },
      },
    },
    merged: { type: 'final' },
    withdrawn: { type: 'final' },
  },
});

const starts: MeasureInput[] = [
  { planId: 'plan-1', cycleId: 'cycle-1', track: 'deliverable', consolidator: 'lead' },
  { planId: 'plan-1', cycleId: 'cycle-1', track: 'standing', consolidator: 'office' },
];

export const measureV1 = define(measureMachine, 1, measureWords, starts);
