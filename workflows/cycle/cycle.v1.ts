import { assign, setup } from 'xstate';
import { define } from '../definition.js';
import { effects, setDeadline } from '../effects.js';
import { may, type TransitionMeta } from '../relations.js';
import type { Given } from '../stamp.js';
import type { CycleEvent, CyclePayloads, StageEnds } from './cycle.v1.events.js';
import { cycleWords } from './cycle.v1.words.js';

export interface CycleInput {
  planId: string;
  year: number;
}

export interface CycleContext extends CycleInput {
  /** Some stage dates have been set. */
  phasesSet: boolean;
  /** The stage's printed or set end is past. */
  mobilisationOver: boolean;
  implementationOver: boolean;
  evaluationOver: boolean;
}

const endOf = (name: keyof StageEnds) => ({
  type: 'setDeadline' as const,
  params: ({ event }: Given<CycleContext, CyclePayloads, 'setPhases'>) => ({ name, on: event.fires[name] }),
});

const cycle = setup({
  types: {
    context: {} as CycleContext,
    events: {} as CycleEvent,
    input: {} as CycleInput,
    transitionMeta: {} as TransitionMeta,
  },
  actions: {
    ...effects,
    phasesSet: assign({ phasesSet: true, mobilisationOver: false, implementationOver: false, evaluationOver: false }),
    mobilisationOver: assign({ mobilisationOver: true }),
    implementationOver: assign({ implementationOver: true }),
    evaluationOver: assign({ evaluationOver: true }),
  },
});

/** The deadlines stay set whatever stage a hand moves the cycle to, so that a return loses none. */
const setPhases = {
  actions: ['phasesSet', endOf('mobilisationEnd'), endOf('implementationEnd'), endOf('evaluationEnd')] as const,
  meta: may('coordinator'),
};

const clearAll = [
  setDeadline('mobilisationEnd', null),
  setDeadline('implementationEnd', null),
  setDeadline('evaluationEnd', null),
];

/** In every stage: a day that comes late or early only leaves its mark; a withdrawn plan ends its years. */
const always = {
  cancel: { target: 'cancelled', meta: may('system') },
  'deadline.mobilisationEnd': { actions: 'mobilisationOver', meta: may('system') },
  'deadline.implementationEnd': { actions: 'implementationOver', meta: may('system') },
  'deadline.evaluationEnd': { actions: 'evaluationOver', meta: may('system') },
} as const;

/** One year's stages of a plan. The end of a stage moves the calendar; it closes nothing. */
export const cycleMachine = cycle.createMachine({
  id: 'cycle',
  context: ({ input }) => ({
    planId: input.planId,
    year: input.year,
    phasesSet: false,
    mobilisationOver: false,
    implementationOver: false,
    evaluationOver: false,
  }),
  initial: 'mobilisation',
  states: {
    mobilisation: {
      on: {
        ...always,
        setPhases,
        beginImplementation: { target: 'implementation', meta: may('coordinator', 'system') },
        beginEvaluation: { target: 'evaluation', meta: may('coordinator', 'system') },
        'deadline.mobilisationEnd': { target: 'implementation', actions: 'mobilisationOver', meta: may('system') },
        'deadline.implementationEnd': { target: 'evaluation', actions: 'implementationOver', meta: may('system') },
      },
    },
    implementation: {
      on: {
        ...always,
        setPhases,
        beginEvaluation: { target: 'evaluation', meta: may('coordinator', 'system') },
        'deadline.implementationEnd': { target: 'evaluation', actions: 'implementationOver', meta: may('system') },
        backToMobilisation: { target: 'mobilisation', meta: may('coordinator') },
      },
    },
    evaluation: {
      on: {
        ...always,
        setPhases,
        appraise: { target: 'appraisal', meta: may('coordinator') },
        close: { target: 'closed', meta: may('coordinator') },
        backToMobilisation: { target: 'mobilisation', meta: may('coordinator') },
        backToImplementation: { target: 'implementation', meta: may('coordinator') },
      },
    },
    appraisal: {
      on: {
        ...always,
        setPhases,
        close: { target: 'closed', meta: may('coordinator') },
        backToImplementation: { target: 'implementation', meta: may('coordinator') },
        backToEvaluation: { target: 'evaluation', meta: may('coordinator') },
      },
    },
    cancelled: { type: 'final', entry: clearAll },
    closed: { type: 'final', entry: clearAll },
  },
});

const starts: CycleInput[] = [{ planId: 'plan-1', year: 2026 }];

export const cycleV1 = define(cycleMachine, 1, cycleWords, starts);
