import { assign, setup } from 'xstate';
import { define } from '../definition.js';
import { may, type TransitionMeta } from '../relations.js';
import type { AccountEvent } from './account.v1.events.js';
import { accountWords } from './account.v1.words.js';

export interface AccountInput {
  account: string;
  unitId: string | null;
  roles: string[];
}

export interface AccountContext extends AccountInput {
  passwordChangedOn: string | null;
}

const account = setup({
  types: {
    context: {} as AccountContext,
    events: {} as AccountEvent,
    input: {} as AccountInput,
    transitionMeta: {} as TransitionMeta,
  },
});

/** A user's account: never deleted, so that the record keeps its author; disabled when the person leaves. */
export const accountMachine = account.createMachine({
  id: 'account',
  context: ({ input }) => ({
    account: input.account,
    unitId: input.unitId,
    roles: input.roles,
    passwordChangedOn: null,
  }),
  initial: 'active',
  states: {
    active: {
      on: {
        changeRoles: {
          actions: assign({ roles: ({ event }) => event.roles, unitId: ({ event }) => event.unitId }),
          meta: may('admin'),
        },
        passwordChanged: {
          actions: assign({ passwordChangedOn: ({ event }) => event.at }),
          meta: may('self', 'admin'),
        },
        disable: { target: 'disabled', meta: may('admin', 'coordinator') },
      },
    },
    disabled: { tags: 'end', on: { enable: { target: 'active', meta: may('admin', 'coordinator') } } },
  },
});

const starts: AccountInput[] = [{ account: 'liaison', unitId: 'unit-1', roles: ['liaison'] }];

export const accountV1 = define(accountMachine, 1, accountWords, starts);
