import type { AnyMachineSnapshot, AnyTransitionDefinition } from 'xstate';
import type { Definition } from '../../../workflows/catalogue.js';
import { isOffice, WATCHED_PERSON } from './actors.js';
import { Stepper, type MachineState, type Outcome } from './stepper.js';
import { eventsToTry, type TriedEvent } from './variants.js';
import { watchGuards, type WatchedMachine } from './watch.js';

/** How the watched person stands to what waits for approval: sent it as a unit's own, or for the office. */
export type Submission = 'own' | 'office';

/** By name: set and awaited, come and told, or taken back. */
export type Deadlines = Record<string, 'pending' | 'fired' | 'cleared'>;

/** One reachable configuration, with the shortest way to it. */
export interface Configuration {
  index: number;
  state: MachineState;
  snapshot: AnyMachineSnapshot;
  /** What became of each deadline that was ever set. */
  deadlines: Deadlines;
  /** By the events that are approved, joined: what of it the watched person sent. */
  submissions: Record<string, Submission>;
  from: Configuration | null;
  event: TriedEvent | null;
}

export interface Move {
  from: Configuration;
  event: TriedEvent;
  to: Configuration;
  /** The event left the mark 代填代审. */
  marked: boolean;
}

export interface Exploration {
  definition: Definition;
  watched: WatchedMachine;
  configurations: Configuration[];
  moves: Move[];
  /** Transitions that somebody has caused. */
  taken: Set<AnyTransitionDefinition>;
}

type Reached = Omit<Configuration, 'index' | 'snapshot'>;

const MOST_CONFIGURATIONS = 50_000;

/**
 * Walks every reachable configuration of a definition breadth first: every event from everybody who may send it, from
 * two persons, on behalf or not. Two configurations are the same when state, history, deadlines, submissions and all
 * that guards read of the context are the same. Throws when a definition has more than 50,000.
 */
export function explore(definition: Definition): Exploration {
  const watched = watchGuards(definition.machine);
  for (;;) {
    const known = watched.readKeys.size;
    const walk = new Walk(definition, watched);
    if (walk.run(() => watched.readKeys.size === known)) return walk.result;
  }
}

class Walk {
  readonly result: Exploration;
  private readonly stepper: Stepper;
  private readonly byKey = new Map<string, Configuration>();
  private readonly events: Map<string, TriedEvent[]>;

  constructor(
    private readonly definition: Definition,
    watched: WatchedMachine,
  ) {
    this.result = { definition, watched, configurations: [], moves: [], taken: new Set() };
    this.stepper = new Stepper(watched, [...watched.readKeys].sort());
    this.events = eventsToTry(definition, watched.machine);
  }

  /** True when the walk came to its end; false when guards turned out to read more than was told apart. */
  run(isStillSound: () => boolean): boolean {
    for (const input of this.definition.starts) this.begin(this.stepper.start(input));
    const { configurations } = this.result;
    for (let at = 0; at < configurations.length; at++) {
      if (at > MOST_CONFIGURATIONS) throw new Error(`${this.definition.id}: too many configurations`);
      this.step(configurations[at]!);
      if (!isStillSound()) return false;
    }
    return true;
  }

  private begin({ to: state, deadlines }: Outcome): void {
    this.enter({ state, deadlines: deadlinesAfter({}, deadlines), submissions: {}, from: null, event: null });
  }

  private step(from: Configuration): void {
    const types = new Set(from.snapshot._nodes.flatMap((node) => [...node.transitions.keys()]));
    for (const type of types) {
      for (const event of this.events.get(type) ?? []) this.attempt(from, event);
    }
  }

  private attempt(from: Configuration, event: TriedEvent): void {
    const outcome = this.stepper.send(from.state, event);
    if (!outcome) return;
    for (const one of outcome.transitions) this.result.taken.add(one);
    const deadlines = deadlinesAfter(fired(from.deadlines, event.type), outcome.deadlines);
    const submissions = submissionsAfter(this.definition, from, event);
    const to = this.enter({ state: outcome.to, deadlines, submissions, from, event });
    this.result.moves.push({ from, event, to, marked: outcome.marked });
  }

  private enter(reached: Reached): Configuration {
    const key = reached.state.key + JSON.stringify([sorted(reached.deadlines), sorted(reached.submissions)]);
    const known = this.byKey.get(key);
    if (known) return known;
    const { configurations } = this.result;
    const configuration = { ...reached, snapshot: reached.state.snapshot, index: configurations.length };
    this.byKey.set(key, configuration);
    configurations.push(configuration);
    return configuration;
  }
}

function fired(before: Deadlines, type: string): Deadlines {
  const name = type.replace(/^deadline\./, '');
  return name !== type && before[name] ? { ...before, [name]: 'fired' } : before;
}

function deadlinesAfter(before: Deadlines, changes: Outcome['deadlines']): Deadlines {
  const after = { ...before };
  for (const [name, set] of changes) {
    if (set) after[name] = 'pending';
    else if (after[name] === 'pending') after[name] = 'cleared';
  }
  return after;
}

function sorted(table: Record<string, string>): [string, string][] {
  return Object.entries(table).sort();
}

function submissionsAfter(definition: Definition, from: Configuration, event: TriedEvent): Record<string, Submission> {
  const submissions = { ...from.submissions };
  const approved = definition.events[event.type]?.approves ?? [];
  if (approved.length > 0) delete submissions[approved.join()];
  for (const { approves } of Object.values(definition.events)) {
    if (!approves.includes(event.type)) continue;
    if (event.by.user !== WATCHED_PERSON) delete submissions[approves.join()];
    else submissions[approves.join()] = isOffice(event, from.snapshot.context) ? 'office' : 'own';
  }
  return submissions;
}
