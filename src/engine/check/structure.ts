import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate';
import type { Relation } from '../../../workflows/relations.js';

/** All states of a machine but its root, in document order; history marks are no states. */
export function statesOf(machine: AnyStateMachine): AnyStateNode[] {
  return below(machine.root).filter((node) => node.type !== 'history');
}

function below(node: AnyStateNode): AnyStateNode[] {
  return Object.values(node.states).flatMap((child) => [child, ...below(child)]);
}

/** Dotted path of a state: 'evaluation.review'. */
export function pathOf(node: AnyStateNode): string {
  return node.path.join('.');
}

/** Transitions that an event causes. */
export function eventTransitions(machine: AnyStateMachine): AnyTransitionDefinition[] {
  return [machine.root, ...statesOf(machine)].flatMap((node) => [...node.transitions.values()].flat());
}

/** Transitions that follow by themselves. */
export function ownTransitions(machine: AnyStateMachine): AnyTransitionDefinition[] {
  return [machine.root, ...statesOf(machine)].flatMap((node) => node.always ?? []);
}

/** Who may cause a transition; empty when it does not say. */
export function mayOf(transition: AnyTransitionDefinition): Relation[] {
  const meta = transition.meta as { may?: Relation[] } | undefined;
  return Array.isArray(meta?.may) ? meta.may : [];
}

/** The innermost active states, in the machine's order. */
export function leavesOf(snapshot: AnyMachineSnapshot): AnyStateNode[] {
  return snapshot._nodes.filter((node) => Object.keys(node.states).length === 0).sort((a, b) => a.order - b.order);
}
