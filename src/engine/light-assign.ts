import type { AnyEventObject, AnyMachineSnapshot, AnyStateMachine } from 'xstate';

interface Args {
  context: object;
  event: AnyEventObject;
}

type Assigner = (args: Args, params: unknown) => unknown;

/** An `assign` as XState makes it: what it sets, and how a transition carries it out. */
interface Assign {
  type: string;
  assignment: Assigner | Record<string, unknown>;
  resolve: (scope: unknown, snapshot: AnyMachineSnapshot, args: Args, params: unknown) => [AnyMachineSnapshot];
}

/**
 * The same machine, whose assigns change the context alone. XState's own make the whole snapshot anew at each, value, tags
 * and a spawner for child actors, of which ours start none. A spec holds it equal to XState's over random walks.
 */
export function withLightAssigns(machine: AnyStateMachine): AnyStateMachine {
  const actions = Object.entries<unknown>(machine.implementations.actions).map(([name, action]) => [
    name,
    isAssign(action) ? lightAssign(action) : action,
  ]);
  return machine.provide({ actions: Object.fromEntries(actions) as object }) as AnyStateMachine;
}

function isAssign(action: unknown): action is Assign {
  return (action as { type?: unknown } | null)?.type === 'xstate.assign';
}

function lightAssign(action: Assign): Assign {
  const { assignment } = action;
  const resolve: Assign['resolve'] = (_scope, snapshot, { context, event }, params) => {
    const changes = valuesOf(assignment, { context, event }, params);
    return [{ ...snapshot, context: { ...context, ...changes } } as AnyMachineSnapshot];
  };
  return Object.assign(() => undefined, action, { resolve });
}

function valuesOf(assignment: Assign['assignment'], args: Args, params: unknown): object {
  if (typeof assignment === 'function') return assignment(args, params) as object;
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(assignment)) {
    values[name] = typeof value === 'function' ? (value as Assigner)(args, params) : value;
  }
  return values;
}
