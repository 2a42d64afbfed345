import { assign, setup } from 'xstate';
import { define } from '../definition.js';
import { effects, notify, setDeadline } from '../effects.js';
import { may, type TransitionMeta } from '../relations.js';
import { isOnBehalf, type Given, type Stamp } from '../stamp.js';
import type { Acknowledgement, AssignmentEvent, AssignmentPayloads, Role } from './assignment.v1.events.js';
import { assignmentWords } from './assignment.v1.words.js';

export interface AssignmentInput {
  planId: string;
  measureId: string;
  unitId: string;
  role: Role;
  /** 随牵头统一反馈: the default of a supporting unit. */
  followsLead: boolean;
  due?: string | null;
  /** Day on which the due day counts as past: the day after it. */
  fires?: string | null;
}

export interface AssignmentContext {
  planId: string;
  measureId: string;
  unitId: string;
  role: Role;
  followsLead: boolean;
  /** `implied`: the unit reported without signing first. */
  acknowledged: Acknowledgement | 'implied' | null;
  due: string | null;
  /** The due day first given; an extension moves the light, not this. */
  firstDue: string | null;
  internalDue: string | null;
  fires: string | null;
  /** The due day is past. */
  duePassed: boolean;
  /** The due day passed before the unit's contribution was accepted. */
  overdue: boolean;
  extensionBy: string | null;
  extensionOnBehalf: boolean;
  /** Extension asked for and decided by the same person of the office: 代填代审. */
  selfReviewed: boolean;
  lastPacket: string | null;
  /** Day of the latest recorded change that leaves the state as it is. */
  changedOn: string | null;
}

interface Due {
  due: string | null;
  fires: string | null;
  internal?: string | null;
}

/** The consolidator takes others' contributions; its own unit's is for the office. */
function isOthersOrOffice(context: AssignmentContext, event: Pick<Stamp, 'by' | 'relation'>): boolean {
  return event.relation !== 'consolidator' || event.by.unit !== context.unitId;
}

const assignment = setup({
  types: {
    context: {} as AssignmentContext,
    events: {} as AssignmentEvent,
    input: {} as AssignmentInput,
    transitionMeta: {} as TransitionMeta,
  },
  guards: {
    followsLead: ({ context, event }) => context.followsLead && isOthersOrOffice(context, event),
    reportsItself: ({ context }) => !context.followsLead,
    notYetSigned: ({ context }) => context.acknowledged !== 'signed',
    mayDecideExtension: ({ context, event }) => context.extensionBy !== event.by.user || context.extensionOnBehalf,
    notOwnUnit: ({ context, event }) => isOthersOrOffice(context, event),
  },
  actions: {
    ...effects,
    noteChange: assign({ changedOn: ({ event }) => event.at }),
    acknowledge: assign((_, { kind }: { kind: Acknowledgement }) => ({ acknowledged: kind })),
    reported: assign(({ context }, { packetId }: { packetId: string }) => ({
      lastPacket: packetId,
      acknowledged: context.acknowledged ?? ('implied' as const),
    })),
    setDue: assign(({ context }, { due, fires, internal = context.internalDue }: Due) => ({
      due,
      fires,
      internalDue: internal,
      firstDue: context.firstDue ?? due,
      duePassed: false,
      overdue: false,
    })),
    takeUp: assign(({ context }, { fires, at }: { fires: string | null; at: string }) => {
      const day = fires ?? context.fires;
      return { fires: day, duePassed: day !== null && at >= day };
    }),
    duePassed: assign({ duePassed: true }),
    overdue: assign({ duePassed: true, overdue: true }),
    overdueAgain: assign({ overdue: ({ context }) => context.duePassed && !context.followsLead }),
    followLead: assign(({ context }, { on }: { on: boolean }) => ({
      followsLead: on,
      overdue: context.overdue && !on,
    })),
    extensionRequested: assign({
      extensionBy: ({ event }) => event.by.user,
      extensionOnBehalf: ({ event }) => isOnBehalf(event),
      selfReviewed: false,
    }),
    extensionDecided: assign({ selfReviewed: ({ context, event }) => context.extensionBy === event.by.user }),
  },
});

type On<T extends keyof AssignmentPayloads> = Given<AssignmentContext, AssignmentPayloads, T>;

const ownPeople = may('unit', 'unit.leader', 'coordinator');

const signed = {
  type: 'acknowledge',
  params: ({ event }: On<'acknowledge'>) => ({ kind: event.kind }),
} as const;
const mayAcknowledge = may('unit', 'unit.leader', 'coordinator', 'system');

const reported = {
  type: 'reported',
  params: ({ event }: On<'report'>) => ({ packetId: event.packetId }),
} as const;

const followed = {
  type: 'followLead',
  params: ({ event }: On<'followLead'>) => ({ on: event.on }),
} as const;

const duePassed = { actions: 'duePassed', meta: may('system') } as const;

/** Whoever reports through the lead is never late for that alone: then the day is only noted. */
const dueDay = [
  {
    guard: 'reportsItself',
    actions: ['overdue', notify(['unit', 'coordinator'], 'assignment.overdue')],
    meta: may('system'),
  },
  duePassed,
] as const;

const acceptContribution = {
  guard: 'notOwnUnit',
  target: 'contributed',
  meta: may('coordinator', 'consolidator', 'system'),
} as const;

const decided = ['extensionDecided', notify(['unit'], 'assignment.extensionDecided')] as const;

/** One unit's part in one measure. Signing for it is no gate: reporting implies it. */
export const assignmentMachine = assignment.createMachine({
  id: 'assignment',
  context: ({ input }) => ({
    planId: input.planId,
    measureId: input.measureId,
    unitId: input.unitId,
    role: input.role,
    followsLead: input.followsLead,
    acknowledged: null,
    due: input.due ?? null,
    firstDue: input.due ?? null,
    internalDue: null,
    fires: input.fires ?? null,
    duePassed: false,
    overdue: false,
    extensionBy: null,
    extensionOnBehalf: false,
    selfReviewed: false,
    lastPacket: null,
    changedOn: null,
  }),
  initial: 'duty',
  states: {
    duty: {
      type: 'parallel',
      entry: { type: 'setDeadline', params: ({ context }) => ({ name: 'due', on: context.fires }) },
      exit: setDeadline('due', null),
      on: {
        setDue: {
          actions: [
            {
              type: 'setDue',
              params: ({ event }) => ({ due: event.on, fires: event.fires, internal: event.internal }),
            },
            { type: 'setDeadline', params: ({ event }) => ({ name: 'due', on: event.fires }) },
          ],
          meta: may('coordinator', 'system'),
        },
        followLead: { actions: followed, meta: ownPeople },
        changeRole: {
          actions: assign({ role: ({ event }) => event.role }),
          meta: may('coordinator', 'system'),
        },
        splitWork: { actions: 'noteChange', meta: ownPeople },
        transfer: {
          target: 'transferred',
          actions: notify(['unit'], 'assignment.removed'),
          meta: may('coordinator', 'system'),
        },
        remove: {
          target: 'removed',
          actions: notify(['unit'], 'assignment.removed'),
          meta: may('coordinator', 'system'),
        },
        close: { target: 'closed', meta: may('system') },
      },
      states: {
        work: {
          initial: 'assigned',
          states: {
            assigned: {
              on: {
                acknowledge: { target: 'active', actions: signed, meta: mayAcknowledge },
                report: { target: 'active', actions: reported, meta: may('system') },
                acceptContribution: { ...acceptContribution, guard: 'followsLead' },
                'deadline.due': dueDay,
              },
            },
            active: {
              on: {
                acknowledge: { guard: 'notYetSigned', actions: signed, meta: mayAcknowledge },
                report: { actions: reported, meta: may('system') },
                acceptContribution,
                'deadline.due': dueDay,
              },
            },
            contributed: {
              on: {
                report: { actions: reported, meta: may('system') },
                returnContribution: {
                  target: 'active',
                  actions: ['overdueAgain', notify(['unit'], 'assignment.contributionReturned')],
                  meta: may('coordinator', 'consolidator'),
                },
                'deadline.due': duePassed,
              },
            },
          },
        },
        extension: {
          initial: 'none',
          states: {
            none: {
              on: {
                requestExtension: {
                  target: 'requested',
                  actions: ['extensionRequested', notify(['coordinator'], 'assignment.extensionRequested')],
                  meta: ownPeople,
                },
              },
            },
            requested: {
              on: {
                withdrawExtension: { target: 'none', meta: ownPeople },
                grantExtension: {
                  guard: 'mayDecideExtension',
                  target: 'none',
                  actions: [
                    ...decided,
                    { type: 'setDue', params: ({ event }) => ({ due: event.to, fires: event.fires }) },
                    { type: 'setDeadline', params: ({ event }) => ({ name: 'due', on: event.fires }) },
                  ],
                  meta: may('coordinator'),
                },
                refuseExtension: {
                  guard: 'mayDecideExtension',
                  target: 'none',
                  actions: decided,
                  meta: may('coordinator'),
                },
              },
            },
          },
        },
        before: { type: 'history', history: 'deep' },
      },
    },
    transferred: { type: 'final' },
    removed: { type: 'final' },
    closed: {
      tags: 'end',
      on: {
        /** Back to where the work stood, with its day. */
        reopen: {
          target: 'duty.before',
          actions: {
            type: 'takeUp',
            params: ({ event }) => ({ fires: event.fires ?? null, at: event.at }),
          },
          meta: may('system'),
        },
      },
    },
  },
});

const duty = { planId: 'plan-1', measureId: 'measure-1', unitId: 'unit-1', due: '2026-06-30', fires: '2026-07-01' };
const starts: AssignmentInput[] = [
  { ...duty, role: 'responsible', followsLead: false },
  { ...duty, role: 'supporting', followsLead: true },
];

export const assignmentV1 = define(assignmentMachine, 1, assignmentWords, starts);
