import { createActor, type AnyActorScope, type AnyStateMachine } from 'xstate';
import { withLightAssigns } from './light-assign.js';

/** An action as a transition hands it out, not run. */
export interface AskedAction {
  type: string;
  params: unknown;
}

export interface KeptScope {
  /** The machine as it is run. */
  machine: AnyStateMachine;
  scope: AnyActorScope;
  /** Empties the list into which the next transition puts its actions, and returns it. */
  collect(): AskedAction[];
}

const kept = new WeakMap<AnyStateMachine, KeptScope>();

/**
 * The inert surroundings in which a machine's pure transition is computed. XState's public `transition` makes an actor,
 * with its first state, anew at every call; our machines start no children and keep nothing in their actor, so one is
 * enough per machine. A spec holds it equal to the public functions over random walks of every machine.
 */
export function keptScope(machine: AnyStateMachine): KeptScope {
  let found = kept.get(machine);
  if (!found) kept.set(machine, (found = make(machine)));
  return found;
}

function make(own: AnyStateMachine): KeptScope {
  const machine = withLightAssigns(own);
  const self = createActor(machine);
  let asked: AskedAction[] = [];
  const nothing = () => undefined;
  const scope: AnyActorScope = {
    ...{ self, id: '', sessionId: '', system: self.system, logger: nothing, defer: nothing, stopChild: nothing },
    emit: nothing,
    actionExecutor: ({ type, params }) => asked.push({ type, params }),
  };
  return { machine, scope, collect: () => (asked = []) };
}
