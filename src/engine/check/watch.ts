import type { AnyStateMachine } from 'xstate';

/** What the engine fills in on every event: all that a guard may read of it. */
export const STAMP_FIELDS = new Set(['type', 'by', 'relation', 'onBehalf', 'at']);

export interface WatchedMachine {
  machine: AnyStateMachine;
  /** Context keys that any guard has read so far: what tells two configurations apart, beside the state. */
  readKeys: Set<string>;
  /** Guard → payload fields it has read. */
  payloadReads: Map<string, Set<string>>;
}

type Guard = (args: { context: object; event: object }, params: unknown) => boolean;

/** The same machine with guards that note what they read. */
export function watchGuards(machine: AnyStateMachine): WatchedMachine {
  const readKeys = new Set<string>();
  const payloadReads = new Map<string, Set<string>>();
  const guards = Object.entries(machine.implementations.guards as Record<string, Guard>).map(([name, guard]) => {
    const notePayload = (key: string) => noteField(payloadReads, name, key);
    const watched: Guard = ({ context, event, ...rest }, params) =>
      guard(
        { ...rest, context: noting(context, (key) => readKeys.add(key)), event: noting(event, notePayload) },
        params,
      );
    return [name, watched] as const;
  });
  return { machine: machine.provide({ guards: Object.fromEntries(guards) }), readKeys, payloadReads };
}

function noting<T extends object>(target: T, note: (key: string) => void): T {
  return new Proxy(target, {
    get(from, key, receiver): unknown {
      if (typeof key === 'string') note(key);
      return Reflect.get(from, key, receiver);
    },
  });
}

function noteField(reads: Map<string, Set<string>>, guard: string, field: string): void {
  if (STAMP_FIELDS.has(field)) return;
  const fields = reads.get(guard) ?? new Set();
  reads.set(guard, fields.add(field));
}
