import { describe, expect, it } from '@jest/globals';
import { assign, createMachine, raise, setup, type AnyMachineSnapshot, type AnyStateMachine } from 'xstate';
import { Courses, storedHead } from './courses.js';
import { persist } from './step.js';

/** A slip that is written, sent, and settled by itself when its count is reached. */
const slip = setup({
  types: { context: {} as { sent: number }, events: {} as { type: 'send'; by?: number } },
  guards: { enough: ({ context }) => context.sent >= 2 },
  actions: { tell: (_, _params: { to: string }) => undefined },
}).createMachine({
  id: 'slip',
  context: { sent: 0 },
  initial: 'written',
  states: {
    written: {
      exit: { type: 'tell', params: { to: 'desk' } },
      on: { send: { target: 'written', reenter: true, actions: assign({ sent: ({ context }) => context.sent + 1 }) } },
      always: { guard: 'enough', target: 'settled' },
    },
    settled: { type: 'final', entry: [{ type: 'tell', params: ({ context }) => ({ to: `${context.sent}` }) }] },
  },
}) as unknown as AnyStateMachine;

const send = { type: 'send' };

describe('the courses of a machine', () => {
  it('begin where the machine begins, with its own context', () => {
    const [first, asked] = new Courses(slip).begin({});
    expect([first.value, first.context, asked]).toEqual(['written', { sent: 0 }, []]);
  });

  it('carry out what is left, taken and entered in order, and go on without an event where the machine does', () => {
    const courses = new Courses(slip);
    const [once, left] = courses.advance(courses.begin({})[0], send);
    expect([once.value, once.context]).toEqual(['written', { sent: 1 }]);
    expect(left).toEqual([{ type: 'tell', params: { to: 'desk' } }]);
    const [twice, asked] = courses.advance(once, send);
    expect([twice.value, twice.context, twice.status]).toEqual(['settled', { sent: 2 }, 'done']);
    expect(asked.map(({ params }) => params.to)).toEqual(['desk', 'desk', '2']);
  });

  it('leave a snapshot as it is when nobody takes the event', () => {
    const courses = new Courses(slip);
    const [first] = courses.begin({});
    const [same, asked] = courses.advance(first, { type: 'unheard' });
    expect([same.value, same.context, asked]).toEqual(['written', { sent: 0 }, []]);
  });

  it('know a snapshot that XState made by its value', () => {
    const courses = new Courses(slip);
    const own = slip.resolveState({ value: 'written', context: { sent: 1 } } as never) as AnyMachineSnapshot;
    expect(storedHead(own)).toBeUndefined();
    const [after] = courses.advance(own, send);
    expect(after.value).toBe('settled');
    expect(persist(own)).toBe(persist(courses.restore('written', {}, { sent: 1 })));
  });

  it('give a snapshot with all that XState gives it', () => {
    const [first] = new Courses(slip).begin({});
    const own = slip.resolveState({ value: 'written', context: { sent: 0 } } as never) as AnyMachineSnapshot;
    expect(Object.keys(first)).toEqual(Object.keys(own));
    expect(first).toEqual(own);
  });

  it('ask a guard at every step, whoever has a say: the state itself, what it lies in, or a word for many events', () => {
    const open = ({ context }: { context: { open: boolean } }) => context.open;
    const sentIf = { guard: open, target: '#sent' };
    for (const [own, outer] of [
      [sentIf, undefined],
      [[sentIf, { target: 'kept' }], undefined],
      [undefined, sentIf],
    ])
      for (const word of ['send', 'send.*', '*']) {
        const desk = createMachine({
          context: { open: false },
          initial: 'desk',
          states: {
            desk: {
              initial: 'kept',
              on: outer && { [word]: outer },
              states: { kept: { on: own && { [word]: own } }, sent: { id: 'sent' } },
            },
          },
        } as never) as unknown as AnyStateMachine;
        const courses = new Courses(desk);
        const after = (isOpen: boolean) =>
          courses.advance(courses.restore({ desk: 'kept' }, {}, { open: isOpen }), { type: 'send' })[0].value;
        expect([true, false, true].map(after)).toEqual([{ desk: 'sent' }, { desk: 'kept' }, { desk: 'sent' }]);
      }
  });

  it('are not made of a state that the machine lacks', () => {
    expect(() => new Courses(slip).restore('lost', {}, {})).toThrow('lost');
  });

  it('are not made of a machine that raises events to itself', () => {
    const raising = createMachine({
      initial: 'a',
      states: { a: { on: { go: { actions: raise({ type: 'went' }) } } } },
    });
    expect(() => new Courses(raising as unknown as AnyStateMachine)).toThrow('xstate.raise');
  });
});
