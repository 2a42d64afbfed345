import { initialTransition, transition, type AnyMachineSnapshot, type AnyTransitionDefinition } from 'xstate';
import { mayOf } from './structure.js';
import type { TriedEvent } from './variants.js';
import type { WatchedMachine } from './watch.js';

/** A configuration of the machine itself. */
export interface MachineState {
  key: string;
  snapshot: AnyMachineSnapshot;
}

/** The context's mark 代填代审: what an approval of one's own entry must leave. */
const MARK = 'selfReviewed';

/** What an event did: the transitions it caused, the deadlines it set (true) or cleared (false), where it led. */
export interface Outcome {
  transitions: AnyTransitionDefinition[];
  marked: boolean;
  deadlines: [name: string, set: boolean][];
  to: MachineState;
}

type Action = { type: string; params: unknown };

/**
 * Steps a machine and remembers every answer: two snapshots are one state when value, history and the given context
 * keys are the same.
 */
export class Stepper {
  private readonly states = new Map<string, MachineState>();
  private readonly answers = new Map<MachineState, Map<TriedEvent, Outcome | null>>();

  constructor(
    private readonly watched: WatchedMachine,
    private readonly keys: string[],
  ) {}

  start(input: object): Outcome {
    const [snapshot, actions] = initialTransition(this.watched.machine, input as never);
    return this.outcome([], snapshot as AnyMachineSnapshot, actions);
  }

  /** What the event does; null when nobody takes it, or not from this sender. */
  send(state: MachineState, event: TriedEvent): Outcome | null {
    const answers = this.answers.get(state) ?? new Map<TriedEvent, Outcome | null>();
    this.answers.set(state, answers);
    const known = answers.get(event);
    if (known !== undefined) return known;
    const outcome = this.ask(state, event);
    answers.set(event, outcome);
    return outcome;
  }

  private ask({ snapshot }: MachineState, event: TriedEvent): Outcome | null {
    const transitions = this.watched.machine.getTransitionData(snapshot, event);
    if (transitions.length === 0) return null;
    if (!transitions.every((one) => mayOf(one).includes(event.relation))) return null;
    const [next, actions] = transition(this.watched.machine, snapshot, event);
    return this.outcome(transitions, next as AnyMachineSnapshot, actions);
  }

  private outcome(
    transitions: AnyTransitionDefinition[],
    snapshot: AnyMachineSnapshot,
    actions: readonly Action[],
  ): Outcome {
    const marked = snapshot.context[MARK] === true;
    return { transitions, marked, deadlines: deadlinesIn(actions), to: this.intern(unmarked(snapshot)) };
  }

  private intern(snapshot: AnyMachineSnapshot): MachineState {
    const context = this.keys.map((key) => snapshot.context[key] ?? null);
    const key = JSON.stringify([snapshot.value, context, historyOf(snapshot)]);
    const state = this.states.get(key) ?? { key, snapshot };
    this.states.set(key, state);
    return state;
  }
}

/** Without the mark, so that each step shows whether it leaves one. */
function unmarked(snapshot: AnyMachineSnapshot): AnyMachineSnapshot {
  if (snapshot.context[MARK] !== true) return snapshot;
  return { ...snapshot, context: { ...snapshot.context, [MARK]: false } };
}

/** Where the history marks lead back to; that of a state which is active will be written anew when it is left. */
function historyOf(snapshot: AnyMachineSnapshot): [string, string[]][] {
  const active = new Set(snapshot._nodes.map((node) => node.id));
  return Object.entries(snapshot.historyValue)
    .filter(([id]) => !active.has(id.slice(0, id.lastIndexOf('.'))))
    .map(([id, nodes]) => [id, nodes.map((node) => node.id)]);
}

function deadlinesIn(actions: readonly Action[]): [string, boolean][] {
  return actions
    .filter((action) => action.type === 'setDeadline')
    .map((action) => action.params as { name: string; on: string | null })
    .map(({ name, on }) => [name, on !== null]);
}
