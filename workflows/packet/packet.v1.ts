import { assign, setup } from 'xstate';
import { define } from '../definition.js';
import { effects, notify, setDeadline } from '../effects.js';
import type { NoticeKey } from '../notices.js';
import { may, type TransitionMeta } from '../relations.js';
import { isOnBehalf, type Given } from '../stamp.js';
import { arrived, dueOn, takenBack, untouched, type Arrival } from './packet.v1.context.js';
import type { PacketContext, PacketInput } from './packet.v1.context.js';
import type { PacketEvent, PacketPayloads } from './packet.v1.events.js';
import { packetWords } from './packet.v1.words.js';

type On<T extends keyof PacketPayloads> = Given<PacketContext, PacketPayloads, T>;
interface Due {
  due: string | null;
  fires: string | null;
}

const packet = setup({
  types: {
    context: {} as PacketContext,
    events: {} as PacketEvent,
    input: {} as PacketInput,
    transitionMeta: {} as TransitionMeta,
  },
  guards: {
    notSubmitter: ({ context, event }) => context.submittedBy !== event.by.user,
    ownEntryOnBehalf: ({ context, event }) => context.submittedBy === event.by.user && context.submittedOnBehalf,
  },
  actions: {
    ...effects,
    noteChange: assign({ changedOn: ({ event }) => event.at }),
    arrive: assign(({ context }, arrival: Arrival) => arrived(context, arrival)),
    takeBack: assign(({ context }) => takenBack(context)),
    setDue: assign(({ context }, { due, fires }: Due) => dueOn(context, due, fires)),
    duePassed: assign({ duePassed: true }),
    overdue: assign({ duePassed: true, overdue: true }),
    askedMore: assign({ supplementPassed: false, supplementOverdue: false }),
    supplementPassed: assign({ supplementPassed: true }),
    supplementOverdue: assign({ supplementPassed: true, supplementOverdue: true }),
    proofAdded: assign({ proofMissing: false, changedOn: ({ event }) => event.at }),
    markSelfReviewed: assign({ selfReviewed: true }),
  },
});

const clearSupplement = setDeadline('supplement', null);
const clearDue = setDeadline('due', null);
const tellOffice = notify(['coordinator', 'superior'], 'packet.submitted');
const tellUnit = (text: NoticeKey) => notify(['unit'], text);

/** A unit's own report, by the unit itself; the day it was sent is the day it came in. */
const submit = {
  target: 'submitted',
  actions: [
    {
      type: 'arrive',
      params: ({ event }: On<'submit'>) => ({
        by: event.by.user,
        onBehalf: isOnBehalf(event),
        receivedOn: event.at,
        nil: false,
        proofMissing: false,
      }),
    },
    tellOffice,
  ],
  meta: may('unit', 'unit.leader'),
} as const;

/** A unit's report on paper, by telephone…, entered by the office. */
const record = {
  target: 'submitted',
  actions: {
    type: 'arrive',
    params: ({ event }: On<'record'>) => ({
      by: event.by.user,
      onBehalf: true,
      receivedOn: event.receivedOn,
      nil: false,
      proofMissing: event.proof === null,
    }),
  },
  meta: may('coordinator'),
} as const;

const reportNil = {
  target: 'submitted',
  actions: [
    {
      type: 'arrive',
      params: ({ event }: On<'reportNil'>) => ({
        by: event.by.user,
        onBehalf: isOnBehalf(event),
        receivedOn: event.receivedOn ?? event.at,
        nil: true,
        proofMissing: isOnBehalf(event) && !event.proof,
      }),
    },
    tellOffice,
  ],
  meta: may('unit', 'unit.leader', 'coordinator'),
} as const;

const setDue = {
  actions: [
    { type: 'setDue', params: ({ event }: On<'setDue'>) => ({ due: event.due, fires: event.fires }) },
    { type: 'setDeadline', params: ({ event }: On<'setDue'>) => ({ name: 'due', on: event.fires }) },
    tellUnit('packet.dueChanged'),
  ],
  meta: may('coordinator', 'system'),
} as const;

const cancel = { target: 'cancelled', meta: may('system') } as const;
const exempt = { target: 'exempt', meta: may('coordinator') } as const;
const askMore = {
  target: 'incomplete',
  actions: [
    'askedMore',
    {
      type: 'setDeadline',
      params: ({ event }: On<'askMore'>) => ({ name: 'supplement', on: event.fires ?? null }),
    },
    tellUnit('packet.askedMore'),
  ],
  meta: may('coordinator', 'superior'),
} as const;

/** While the unit owes its report. */
const owed = {
  submit,
  record,
  reportNil,
  exempt,
  setDue,
  cancel,
  'deadline.due': { actions: ['overdue', tellUnit('packet.overdue')], meta: may('system') },
} as const;

/** Once there is a report: its figures and proof can be set right without disturbing what was decided. */
const reported = {
  correctFigure: { actions: 'noteChange', meta: may('unit', 'unit.leader', 'coordinator') },
  addProof: { actions: 'proofAdded', meta: may('unit', 'unit.leader', 'coordinator') },
  setDue,
  cancel,
  'deadline.due': { actions: 'duePassed', meta: may('system') },
} as const;

const drafting = { saveDraft: { target: 'drafted', meta: may('unit', 'unit.leader') } } as const;
/** From the first 请补充 on: the day for the supplement holds until something comes in. */
const supplementing = {
  'deadline.supplement': { actions: ['supplementOverdue', tellUnit('packet.overdue')], meta: may('system') },
} as const;
const approving = { approveInside: { target: 'approved', meta: may('unit.leader', 'unit') } } as const;

/** What one unit owes to one round. A late report is taken and marked, never refused. */
export const packetMachine = packet.createMachine({
  id: 'packet',
  context: ({ input }) => untouched(input),
  entry: { type: 'setDeadline', params: ({ context }) => ({ name: 'due', on: context.fires }) },
  initial: 'awaited',
  states: {
    awaited: { on: { ...owed, ...drafting, ...supplementing } },
    drafted: {
      on: {
        ...owed,
        ...approving,
        ...supplementing,
        saveDraft: { actions: 'noteChange', meta: may('unit', 'unit.leader') },
      },
    },
    approved: { on: { ...owed, ...drafting, ...supplementing } },
    submitted: {
      on: {
        ...reported,
        'deadline.supplement': { actions: 'supplementPassed', meta: may('system') },
        askMore,
        accept: {
          guard: 'notSubmitter',
          target: 'accepted',
          actions: tellUnit('packet.accepted'),
          meta: may('coordinator', 'superior'),
        },
        acceptOwnEntry: {
          guard: 'ownEntryOnBehalf',
          target: 'accepted',
          actions: 'markSelfReviewed',
          meta: may('coordinator'),
        },
        withdraw: { target: 'drafted', actions: 'takeBack', meta: may('unit', 'unit.leader', 'coordinator') },
      },
    },
    incomplete: {
      on: {
        ...owed,
        ...approving,
        ...supplementing,
        saveDraft: { actions: 'noteChange', meta: may('unit', 'unit.leader') },
        correctFigure: reported.correctFigure,
        addProof: reported.addProof,
      },
    },
    accepted: { tags: 'end', entry: clearSupplement, on: { ...reported, askMore } },
    exempt: {
      tags: 'end',
      entry: clearDue,
      on: {
        cancel,
        'deadline.supplement': { actions: 'supplementPassed', meta: may('system') },
        unexempt: {
          target: 'awaited',
          actions: [
            'takeBack',
            { type: 'setDue', params: ({ event }) => ({ due: event.due, fires: event.fires }) },
            { type: 'setDeadline', params: ({ event }) => ({ name: 'due', on: event.fires }) },
          ],
          meta: may('coordinator'),
        },
      },
    },
    cancelled: { type: 'final', entry: [clearDue, clearSupplement] },
  },
});

const starts: PacketInput[] = [
  { planId: 'plan-1', roundId: 'round-1', unitId: 'unit-1', due: '2026-06-30', fires: '2026-07-01' },
];

export const packetV1 = define(packetMachine, 1, packetWords, starts);
