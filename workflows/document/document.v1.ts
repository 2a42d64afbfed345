import { assign, setup } from 'xstate';
import { define } from '../definition.js';
import { effects, notify, setDeadline } from '../effects.js';
import { may, type TransitionMeta } from '../relations.js';
import type { Given } from '../stamp.js';
import type { DocumentEvent, DocumentPayloads } from './document.v1.events.js';
import { documentWords } from './document.v1.words.js';

export interface DocumentInput {
  planId: string;
  kind: string;
  title: string;
  /** User who had it made. */
  draftedBy: string;
}

export interface DocumentContext extends DocumentInput {
  /** 1 for the first; an issued paper never changes, changes asked by the superior make the next. */
  version: number;
  commentsDue: string | null;
  /** The day for comments is past: 逾期视同无意见. */
  commentsClosed: boolean;
  number: string | null;
  /** SHA-256 of the signed or changed file. */
  finalFile: string | null;
  /** Drafted and signed off by the same person of the office: 代填代审. */
  selfReviewed: boolean;
  /** Day of the latest recorded change that leaves the state as it is. */
  changedOn: string | null;
}

const document = setup({
  types: {
    context: {} as DocumentContext,
    events: {} as DocumentEvent,
    input: {} as DocumentInput,
    transitionMeta: {} as TransitionMeta,
  },
  guards: { notDrafter: ({ context, event }) => context.draftedBy !== event.by.user },
  actions: {
    ...effects,
    noteChange: assign({ changedOn: ({ event }) => event.at }),
    revised: assign({ draftedBy: ({ event }) => event.by.user, selfReviewed: false }),
    nextVersion: assign({ version: ({ context }) => context.version + 1, number: null, finalFile: null }),
    commentsAsked: assign((_, { due }: { due: string }) => ({ commentsDue: due, commentsClosed: false })),
    commentsClosed: assign({ commentsClosed: true }),
    markOwnSigning: assign({ selfReviewed: ({ context, event }) => context.draftedBy === event.by.user }),
    finalised: assign((_, { file }: { file: string }) => ({ finalFile: file })),
  },
});

const office = may('coordinator');
const clearComments = setDeadline('comments', null);

type On<T extends keyof DocumentPayloads> = Given<DocumentContext, DocumentPayloads, T>;

const commentsBy = [
  { type: 'commentsAsked', params: ({ event }: On<'askComments' | 'extendComments'>) => ({ due: event.due }) },
  {
    type: 'setDeadline',
    params: ({ event }: On<'askComments' | 'extendComments'>) => ({ name: 'comments', on: event.fires }),
  },
  notify(['unit'], 'document.commentsAsked'),
] as const;
const askComments = { target: 'commentsAsked', actions: commentsBy, meta: office } as const;
const finalise = {
  target: 'final',
  actions: { type: 'finalised', params: ({ event }: On<'uploadFinal'>) => ({ file: event.file }) },
  meta: office,
} as const;
const askChanges = {
  target: 'changesAsked',
  actions: notify(['coordinator'], 'document.changesAsked'),
  meta: may('superior', 'coordinator'),
} as const;
const file = { target: 'filed', meta: office } as const;
const revise = { target: 'revised', actions: 'revised', meta: office } as const;
const returnDraft = { target: 'revised', meta: may('coordinator', 'unit.leader') } as const;
const discard = { target: 'discarded', meta: office } as const;

/** Signing off (审签): online by a second person, or the leader's signature on paper, recorded. */
const signing = {
  approve: { guard: 'notDrafter', target: 'approved', meta: may('coordinator', 'unit.leader') },
  recordApproval: { target: 'approved', actions: 'markOwnSigning', meta: office },
} as const;

/** A paper of the office from draft to file. */
export const documentMachine = document.createMachine({
  id: 'document',
  context: ({ input }) => ({
    planId: input.planId,
    kind: input.kind,
    title: input.title,
    draftedBy: input.draftedBy,
    version: 1,
    commentsDue: null,
    commentsClosed: false,
    number: null,
    finalFile: null,
    selfReviewed: false,
    changedOn: null,
  }),
  initial: 'drafted',
  states: {
    drafted: { on: { ...signing, askComments, discard, revise: { actions: 'revised', meta: office } } },
    commentsAsked: {
      exit: clearComments,
      on: {
        comment: { actions: 'noteChange', meta: may('unit', 'unit.leader', 'coordinator') },
        extendComments: { actions: commentsBy, meta: office },
        closeComments: { target: 'revised', actions: 'commentsClosed', meta: office },
        revise,
        discard,
        'deadline.comments': {
          actions: ['commentsClosed', notify(['coordinator'], 'document.commentsDue')],
          meta: may('system'),
        },
      },
    },
    revised: { on: { ...signing, askComments, discard, revise: { actions: 'revised', meta: office } } },
    approved: { on: { uploadFinal: finalise, returnDraft, discard } },
    final: {
      on: {
        uploadFinal: { actions: finalise.actions, meta: office },
        returnDraft,
        discard,
        send: {
          target: 'sent',
          actions: assign({ number: ({ event }) => event.number }),
          meta: office,
        },
      },
    },
    sent: { on: { receipt: { target: 'receipted', meta: may('coordinator', 'superior') }, askChanges, file } },
    receipted: { on: { askChanges, file } },
    changesAsked: { on: { revise: { ...revise, actions: ['revised', 'nextVersion'] }, file } },
    filed: { type: 'final' },
    discarded: { type: 'final' },
  },
});

const starts: DocumentInput[] = [{ planId: 'plan-1', kind: '报告', title: '文稿', draftedBy: '甲' }];

export const documentV1 = define(documentMachine, 1, documentWords, starts);
