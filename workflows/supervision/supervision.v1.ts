import { assign, setup } from 'xstate';
import { define } from '../definition.js';
import { effects, notify, setDeadline } from '../effects.js';
import { may, type TransitionMeta } from '../relations.js';
import { isOnBehalf, type Given } from '../stamp.js';
import type { Ceiling, SupervisionEvent, SupervisionLevel, SupervisionPayloads } from './supervision.v1.events.js';
import { supervisionWords } from './supervision.v1.words.js';

export interface SupervisionInput {
  planId: string;
  measureId: string | null;
  unitId: string;
  /** Co-issuers, courts and party organs are written to (函商), not ordered. */
  ceiling: Ceiling;
}

export interface SupervisionContext extends SupervisionInput {
  form: 'order' | 'letter' | null;
  level: SupervisionLevel;
  draftedBy: string | null;
  number: string | null;
  due: string | null;
  /** The day for the reply is past, whether replied or not. */
  duePassed: boolean;
  /** Past that day and not replied. */
  replyOverdue: boolean;
  repliedBy: string | null;
  repliedOnBehalf: boolean;
  escalationProposed: boolean;
  /** Drafted and signed off, or recorded and accepted, by the same person of the office. */
  selfReviewed: boolean;
  /** Day of the latest recorded change that leaves the state as it is. */
  changedOn: string | null;
}

interface Draft {
  form: 'order' | 'letter';
  level: SupervisionLevel;
  by: string;
}

const supervision = setup({
  types: {
    context: {} as SupervisionContext,
    events: {} as SupervisionEvent,
    input: {} as SupervisionInput,
    transitionMeta: {} as TransitionMeta,
  },
  guards: {
    mayOrder: ({ context }) => context.ceiling === 'order',
    mayWrite: ({ context }) => context.ceiling !== 'phone',
    notDrafter: ({ context, event }) => context.draftedBy !== event.by.user,
    notReplier: ({ context, event }) => context.repliedBy !== event.by.user,
    ownReplyOnBehalf: ({ context, event }) => context.repliedBy === event.by.user && context.repliedOnBehalf,
    mayProposeEscalation: ({ context }) => context.ceiling === 'order' && !context.escalationProposed,
    escalationProposed: ({ context }) => context.escalationProposed,
  },
  actions: {
    ...effects,
    noteChange: assign({ changedOn: ({ event }) => event.at }),
    drafted: assign((_, { form, level, by }: Draft) => ({ form, level, draftedBy: by, escalationProposed: false })),
    redrafted: assign({ draftedBy: ({ event }) => event.by.user }),
    markOwnSigning: assign({
      selfReviewed: ({ context, event }) => context.selfReviewed || context.draftedBy === event.by.user,
    }),
    markSelfReviewed: assign({ selfReviewed: true }),
    setDue: assign((_, { due }: { due: string }) => ({ due, duePassed: false, replyOverdue: false })),
    replied: assign({
      repliedBy: ({ event }) => event.by.user,
      repliedOnBehalf: ({ event }) => isOnBehalf(event),
      replyOverdue: false,
    }),
    duePassed: assign({ duePassed: true }),
    replyOverdue: assign({ duePassed: true, replyOverdue: true }),
    takeBack: assign({
      repliedBy: null,
      repliedOnBehalf: false,
      replyOverdue: ({ context }) => context.duePassed,
    }),
    proposeEscalation: assign({ escalationProposed: true }),
    declineEscalation: assign({ escalationProposed: false }),
  },
});

type On<T extends keyof SupervisionPayloads> = Given<SupervisionContext, SupervisionPayloads, T>;

const office = may('coordinator');
const clearReply = setDeadline('reply', null);

const draftOrder = {
  guard: 'mayOrder',
  target: 'drafted',
  actions: {
    type: 'drafted',
    params: ({ event }: On<'draftOrder'>) => ({ form: 'order', level: event.level, by: event.by.user }) as const,
  },
  meta: office,
} as const;

const draftLetter = {
  guard: 'mayWrite',
  target: 'drafted',
  actions: {
    type: 'drafted',
    params: ({ event }: On<'draftLetter'>) => ({ form: 'letter', level: 'normal', by: event.by.user }) as const,
  },
  meta: office,
} as const;

const escalate = {
  guard: 'mayOrder',
  target: 'drafted',
  actions: [
    {
      type: 'drafted',
      params: ({ event }: On<'escalate'>) => ({ form: 'order', level: event.level, by: event.by.user }) as const,
    },
    clearReply,
  ],
  meta: office,
} as const;

const dueBy = {
  type: 'setDue',
  params: ({ event }: On<'send' | 'extend' | 'askAgain'>) => ({ due: event.due }),
} as const;

const deadlineBy = {
  type: 'setDeadline',
  params: ({ event }: On<'send' | 'extend' | 'askAgain'>) => ({ name: 'reply', on: event.fires }),
} as const;

const cancel = { target: 'cancelled', meta: may('coordinator', 'system') } as const;

/** Signing off (审签): online by a second person, or the leader's signature on paper, recorded. */
const signing = {
  approve: { guard: 'notDrafter', target: 'approved', meta: office },
  recordApproval: { target: 'approved', actions: 'markOwnSigning', meta: office },
} as const;

/** While the unit owes its reply. */
const owed = {
  reply: {
    target: 'replied',
    actions: ['replied', notify(['coordinator'], 'supervision.replied')],
    meta: may('unit', 'unit.leader', 'coordinator'),
  },
  chase: { actions: ['noteChange', notify(['unit', 'unit.leader'], 'round.chased')], meta: office },
  extend: { actions: [dueBy, deadlineBy], meta: office },
  proposeEscalation: {
    guard: 'mayProposeEscalation',
    actions: ['proposeEscalation', notify(['coordinator'], 'supervision.escalationProposed')],
    meta: may('coordinator', 'system'),
  },
  declineEscalation: { guard: 'escalationProposed', actions: 'declineEscalation', meta: office },
  escalate,
  cancel,
  'deadline.reply': {
    actions: ['replyOverdue', notify(['unit', 'unit.leader', 'coordinator'], 'supervision.overdue')],
    meta: may('system'),
  },
} as const;

/** One supervision (督办) of one unit; its level rises only when somebody decides so. */
export const supervisionMachine = supervision.createMachine({
  id: 'supervision',
  context: ({ input }) => ({
    planId: input.planId,
    measureId: input.measureId,
    unitId: input.unitId,
    ceiling: input.ceiling,
    form: null,
    level: 'normal',
    draftedBy: null,
    number: null,
    due: null,
    duePassed: false,
    replyOverdue: false,
    repliedBy: null,
    repliedOnBehalf: false,
    escalationProposed: false,
    selfReviewed: false,
    changedOn: null,
  }),
  initial: 'proposed',
  states: {
    proposed: { on: { phone: { target: 'phoned', meta: office }, draftOrder, draftLetter, cancel } },
    phoned: {
      on: {
        phone: { actions: 'noteChange', meta: office },
        settleByPhone: { target: 'lifted', meta: office },
        draftOrder,
        draftLetter,
        cancel,
      },
    },
    drafted: {
      on: {
        revise: { actions: 'redrafted', meta: office },
        ...signing,
        returnDraft: { actions: 'noteChange', meta: office },
        cancel,
      },
    },
    approved: {
      on: {
        send: {
          target: 'sent',
          actions: [
            assign({ number: ({ event }) => event.number }),
            dueBy,
            deadlineBy,
            notify(['unit', 'unit.leader'], 'supervision.sent'),
          ],
          meta: office,
        },
        returnDraft: { target: 'drafted', meta: office },
        cancel,
      },
    },
    sent: {
      on: { ...owed, acknowledge: { target: 'acknowledged', meta: may('unit', 'unit.leader', 'coordinator') } },
    },
    acknowledged: { on: { ...owed } },
    again: { on: { ...owed } },
    replied: {
      on: {
        acceptReply: { guard: 'notReplier', target: 'accepted', meta: office },
        acceptOwnEntry: {
          guard: 'ownReplyOnBehalf',
          target: 'accepted',
          actions: 'markSelfReviewed',
          meta: office,
        },
        askAgain: {
          target: 'again',
          actions: [dueBy, deadlineBy, notify(['unit', 'unit.leader'], 'supervision.again')],
          meta: office,
        },
        withdrawReply: {
          target: 'acknowledged',
          actions: 'takeBack',
          meta: may('unit', 'unit.leader', 'coordinator'),
        },
        cancel,
        'deadline.reply': { actions: 'duePassed', meta: may('system') },
      },
    },
    accepted: {
      entry: clearReply,
      on: {
        lift: {
          target: 'lifted',
          actions: notify(['unit', 'unit.leader'], 'supervision.lifted'),
          meta: office,
        },
        askAgain: {
          target: 'again',
          actions: [dueBy, deadlineBy, notify(['unit', 'unit.leader'], 'supervision.again')],
          meta: office,
        },
      },
    },
    lifted: { type: 'final' },
    cancelled: { type: 'final', entry: clearReply },
  },
});

const starts: SupervisionInput[] = (['order', 'letter', 'phone'] as const).map((ceiling) => ({
  planId: 'plan-1',
  measureId: 'measure-1',
  unitId: 'unit-1',
  ceiling,
}));

export const supervisionV1 = define(supervisionMachine, 1, supervisionWords, starts);
