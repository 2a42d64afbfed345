import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { initialTransition, transition, type AnyMachineSnapshot, type AnyStateMachine } from 'xstate';
import { definitions, type Definition } from '../../workflows/catalogue.js';
import { sendersAs } from './check/actors.js';
import { samplePayloads } from './check/samples.js';
import { admitted, advance, begin, persist, restore, type MachineEvent } from './step.js';

const RELATIONS = [
  'coordinator',
  'consolidator',
  'responsible',
  'supporting',
  'unit',
  'unit.leader',
  'system',
] as const;

/** Every event of a definition with each of its sample payloads, from everybody who may ever send anything. */
function eventsOf(definition: Definition): MachineEvent[] {
  const senders = [...RELATIONS, 'superior' as const, 'self' as const, 'admin' as const].flatMap(sendersAs);
  return Object.entries(definition.events).flatMap(([type, words]) =>
    samplePayloads(words).flatMap((payload) =>
      senders.map((sender) => ({ ...payload, ...sender, type, at: '2026-03-02' })),
    ),
  );
}

/** The first event from `draw` on that the machine takes now; a walk never stands still. */
function taken(machine: AnyStateMachine, now: AnyMachineSnapshot, events: MachineEvent[], draw: number) {
  for (let tried = 0; tried < events.length; tried++) {
    const event = events[(draw + tried * 7) % events.length]!;
    if (admitted(machine, now, event, [event.relation])) return event;
  }
  return null;
}

/** What XState itself would store, with the nodes of a history in one order. */
function storedByXState(machine: AnyStateMachine, snapshot: AnyMachineSnapshot): string {
  const stored = machine.getPersistedSnapshot(snapshot) as { historyValue?: Record<string, { id: string }[]> };
  for (const nodes of Object.values(stored.historyValue ?? {})) nodes.sort((a, b) => (a.id < b.id ? -1 : 1));
  return JSON.stringify(stored);
}

const asked = (actions: { type: string; params: unknown }[]) =>
  actions.filter(({ type }) => !type.startsWith('xstate.')).map(({ type, params }) => ({ type, params: params ?? {} }));

/** Who may send it, asked of XState itself. */
function passesByXState(machine: AnyStateMachine, now: AnyMachineSnapshot, event: MachineEvent): boolean {
  const choice = machine.getTransitionData(now, event) as { meta?: { may?: string[] } }[];
  return choice.length > 0 && choice.every(({ meta }) => meta?.may?.includes(event.relation));
}

describe.each(definitions().map((one) => [one.id, one] as const))('a step of %s', (_id, definition) => {
  const machine = definition.machine as AnyStateMachine;
  const events = eventsOf(definition);

  it('is what the public functions of XState give, and the same from a stored state as from a kept one', () => {
    const walk = fc.tuple(
      fc.constantFrom(...definition.starts),
      fc.array(fc.nat(events.length - 1), { maxLength: 25 }),
    );
    let steps = 0;
    fc.assert(
      fc.property(walk, ([input, draws]) => {
        const [first, firstActions] = initialTransition(machine, input as never);
        let kept = begin(machine, input);
        const begun = [storedByXState(machine, first), asked(firstActions)];
        expect([persist(kept.snapshot), kept.effects]).toEqual(begun);
        for (const draw of draws) {
          const event = taken(machine, kept.snapshot, events, draw);
          if (!event) return;
          const stored = machine.restoreSnapshot(JSON.parse(persist(kept.snapshot)), {} as never) as AnyMachineSnapshot;
          const [next, actions] = transition(machine, stored, event);
          const again = advance(machine, restore(machine, persist(kept.snapshot)), event);
          kept = advance(machine, kept.snapshot, event);
          expect(persist(again.snapshot)).toBe(persist(kept.snapshot));
          expect(persist(kept.snapshot)).toBe(storedByXState(machine, next as AnyMachineSnapshot));
          expect(kept.effects).toEqual(asked(actions));
          const passes = (one: MachineEvent) => passesByXState(machine, next as AnyMachineSnapshot, one);
          const differing = events.filter(
            (one) => passes(one) !== Boolean(admitted(machine, kept.snapshot, one, [one.relation])),
          );
          expect(differing).toEqual([]);
          steps++;
        }
      }),
      { numRuns: 60, seed: 20_260_302 },
    );
    expect(steps).toBeGreaterThan(60);
  });
});
