import { assign, setup } from 'xstate';
import { define } from '../definition.js';
import { may, type TransitionMeta } from '../relations.js';
import type { UnitEvent } from './unit.v1.events.js';
import { unitWords } from './unit.v1.words.js';

export interface UnitInput {
  name: string;
}

export interface UnitContext {
  name: string;
  endedOn: string | null;
  successors: string[];
  /** Day of the latest recorded change. */
  changedOn: string | null;
}

const unit = setup({
  types: {
    context: {} as UnitContext,
    events: {} as UnitEvent,
    input: {} as UnitInput,
    transitionMeta: {} as TransitionMeta,
  },
  actions: { noteChange: assign({ changedOn: ({ event }) => event.at }) },
});

/** A member unit in the register; it is renamed, merged and succeeded, never deleted. */
export const unitMachine = unit.createMachine({
  id: 'unit',
  context: ({ input }) => ({ name: input.name, endedOn: null, successors: [], changedOn: null }),
  initial: 'active',
  states: {
    active: {
      on: {
        rename: { actions: assign({ name: ({ event }) => event.name }), meta: may('coordinator', 'admin') },
        addAlias: { actions: 'noteChange', meta: may('coordinator', 'admin') },
        removeAlias: { actions: 'noteChange', meta: may('coordinator', 'admin') },
        setMembership: { actions: 'noteChange', meta: may('coordinator', 'admin') },
        setLiaison: { actions: 'noteChange', meta: may('coordinator', 'admin', 'unit', 'unit.leader') },
        setOffices: { actions: 'noteChange', meta: may('coordinator', 'admin', 'unit', 'unit.leader') },
        end: {
          target: 'ended',
          actions: assign({ endedOn: ({ event }) => event.on, successors: ({ event }) => event.successors }),
          meta: may('coordinator', 'admin'),
        },
      },
    },
    ended: {
      tags: 'end',
      on: {
        reinstate: {
          target: 'active',
          actions: assign({ endedOn: null, successors: () => [] }),
          meta: may('coordinator', 'admin'),
        },
      },
    },
  },
});

const starts: UnitInput[] = [{ name: '市教育局' }];

export const unitV1 = define(unitMachine, 1, unitWords, starts);
