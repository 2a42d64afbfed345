import {
  createMachine,
  initialTransition,
  transition,
  type AnyEventObject,
  type AnyMachineSnapshot,
  type AnyStateMachine,
} from 'xstate';
import type { Effect } from './types.js';

/** By this event the traced machine takes what the machine itself takes without one. */
const EVENTLESS = '(eventless)';

type Context = Record<string, unknown>;
type Action = string | { type: string; params?: unknown };
/** An action's own part, as XState makes it of an `assign` or takes it as it is. */
interface Implementation {
  type?: string;
  assignment?: Assignment | Record<string, unknown>;
}
type Assignment = (args: { context: Context; event: AnyEventObject }, params: unknown) => Context;

/** A configuration of a machine: its state value with what its histories remember. */
interface Place {
  /** As the machine has it, but for the context. */
  snapshot: AnyMachineSnapshot;
  traced: AnyMachineSnapshot;
  /** The stored form up to the context. */
  head: string;
  /** Whether a state of it may be left without an event. */
  eventless: boolean;
  /** The events that a guard has a say in; null where a transition stands for many events. */
  guarded: ReadonlySet<string> | null;
  /** What is chosen for an event that no guard has a say in. */
  choices: Map<string, Choice>;
  /** By the numbers of the transitions taken. */
  courses: Map<string, Course>;
}

/** What taken transitions do, whatever the context: actions in the order in which they are carried out, and where they lead. */
interface Course {
  acts: Act[];
  to: Place;
}

/** The transitions that an event takes in a snapshot, as the traced machine has them. */
export type Choice = readonly { meta?: unknown }[];

/** A choice with what it was made of. */
interface Chosen {
  snapshot: AnyMachineSnapshot;
  event: AnyEventObject;
  choice: Choice;
}

interface Act {
  type: string;
  params: unknown;
  assignment: Assignment | null;
}

const placeOfNodes = new WeakMap<object, Place>();

/**
 * The courses of a machine's transitions, each learnt from XState when it is first taken. XState finds out anew at every step
 * which states a transition leaves and enters; that depends on the configuration alone. So it is asked once, of a traced
 * copy of the machine, whose actions are numbers. Where a guard has a say the choice of transitions is XState's at every step;
 * where none has, it too depends on the configuration alone. Our machines start no children and answer no done events. A
 * spec holds every step equal to XState's public functions over random walks of every machine.
 */
export class Courses {
  private readonly acts: Act[] = [];
  private readonly tracer: AnyStateMachine;
  private readonly places = new Map<string, Place>();
  private readonly numbers = new Map<object, number>();
  private first: Course | null = null;
  private last: Chosen | null = null;

  constructor(private readonly machine: AnyStateMachine) {
    const config = { ...this.trace(machine.config as NodeConfig), context: {} };
    const { guards } = machine.implementations;
    this.tracer = createMachine(config as never, { guards } as never) as AnyStateMachine;
  }

  /** The first snapshot for an input, and what its actions ask for. */
  begin(input: unknown): [AnyMachineSnapshot, Effect[]] {
    this.first ??= this.courseFrom(initialTransition(this.tracer) as Traced);
    const { context } = this.machine.config as { context?: Context | ((args: { input: unknown }) => Context) };
    const known = typeof context === 'function' ? context({ input }) : (context ?? {});
    return this.follow(this.first, known, { type: 'xstate.init', input });
  }

  /** The transitions that an event takes, none where the machine does not take it; kept for the step that may follow. */
  choose(snapshot: AnyMachineSnapshot, event: AnyEventObject): Choice {
    const { last } = this;
    if (last?.event === event && last.snapshot === snapshot) return last.choice;
    const choice = this.choiceAt(this.placeOf(snapshot), snapshot.context as Context, event);
    this.last = { snapshot, event, choice };
    return choice;
  }

  /** The snapshot after an event, and what the actions on the way ask for. */
  advance(snapshot: AnyMachineSnapshot, event: AnyEventObject): [AnyMachineSnapshot, Effect[]] {
    const place = this.placeOf(snapshot);
    const context = snapshot.context as Context;
    const course = this.courseOf(place, context, event, this.choose(snapshot, event));
    return this.follow(course ?? { acts: [], to: place }, context, event);
  }

  /** The snapshot of a stored value, history and context. Throws when the machine has no such state. */
  restore(value: AnyMachineSnapshot['value'], history: HistoryIds, context: Context): AnyMachineSnapshot {
    return inContext(this.place(value, history).snapshot, context);
  }

  private follow(first: Course, before: Context, event: AnyEventObject): [AnyMachineSnapshot, Effect[]] {
    const effects: Effect[] = [];
    let context = before;
    let place = first.to;
    for (let course: Course | null = first; course; course = this.takenUnprompted(place, context, event)) {
      context = carryOut(course.acts, context, event, effects);
      place = course.to;
    }
    return [inContext(place.snapshot, context), effects];
  }

  private takenUnprompted(place: Place, context: Context, event: AnyEventObject): Course | null {
    if (!place.eventless) return null;
    const unprompted = { ...event, type: EVENTLESS };
    return this.courseOf(place, context, unprompted, this.choiceAt(place, context, unprompted));
  }

  private choiceAt(place: Place, context: Context, event: AnyEventObject): Choice {
    const known = place.choices.get(event.type);
    if (known) return known;
    const choice: Choice = this.tracer.getTransitionData(inContext(place.traced, context), event);
    // Words that the machine does not know could be anything, and many.
    if (choice.length > 0 && place.guarded?.has(event.type) === false) place.choices.set(event.type, choice);
    return choice;
  }

  private courseOf(place: Place, context: Context, event: AnyEventObject, choice: Choice): Course | null {
    if (choice.length === 0) return null;
    const key = choice.map((one) => this.numberOf(one)).join();
    let course = place.courses.get(key);
    if (course) return course;
    course = this.courseFrom(transition(this.tracer, inContext(place.traced, context), event) as Traced);
    place.courses.set(key, course);
    return course;
  }

  private numberOf(one: object): number {
    let number = this.numbers.get(one);
    if (number === undefined) this.numbers.set(one, (number = this.numbers.size));
    return number;
  }

  private courseFrom([traced, asked]: Traced): Course {
    const acts = asked.filter(({ type }) => !type.startsWith('xstate.')).map(({ type }) => this.acts[Number(type)]!);
    return { acts, to: this.place(traced.value, historyIds(traced.historyValue)) };
  }

  private placeOf(snapshot: AnyMachineSnapshot): Place {
    return placeOfNodes.get(snapshot._nodes) ?? this.place(snapshot.value, historyIds(snapshot.historyValue));
  }

  private place(value: AnyMachineSnapshot['value'], history: HistoryIds): Place {
    const key = JSON.stringify([value, history]);
    let place = this.places.get(key);
    if (!place) this.places.set(key, (place = this.newPlace(value, history)));
    return place;
  }

  private newPlace(value: AnyMachineSnapshot['value'], history: HistoryIds): Place {
    const [snapshot, traced] = [this.machine, this.tracer].map((machine) => resolved(machine, value, history));
    const { status, output, error } = snapshot!;
    const head = `${JSON.stringify({ status, output, error, value, historyValue: history }).slice(0, -1)},"context":`;
    const eventless = traced!._nodes.some((node) => node.transitions.has(EVENTLESS));
    const guarded = guardedEvents(traced!);
    const known = { guarded, choices: new Map(), courses: new Map() };
    const place = { snapshot: snapshot!, traced: traced!, head, eventless, ...known };
    placeOfNodes.set(snapshot!._nodes, place);
    return place;
  }

  private trace({ entry, exit, on = {}, always, states, ...rest }: NodeConfig): NodeConfig {
    const prompted = Object.entries({ ...on, ...(always === undefined ? {} : { [EVENTLESS]: always }) });
    return {
      ...rest,
      ...(entry === undefined ? {} : { entry: this.number(entry) }),
      ...(exit === undefined ? {} : { exit: this.number(exit) }),
      ...(prompted.length === 0 ? {} : { on: mapped<TransitionConfig>(prompted, (one) => this.traceTransition(one)) }),
      ...(states ? { states: mapped(Object.entries(states), (state) => this.trace(state)) } : {}),
    };
  }

  private traceTransition(one: TransitionConfig): TransitionConfig {
    return Array.isArray(one) ? one.map((each) => this.traceOne(each)) : this.traceOne(one);
  }

  private traceOne(one: OneTransition): OneTransition {
    return typeof one === 'object' && one.actions !== undefined ? { ...one, actions: this.number(one.actions) } : one;
  }

  private number(actions: Action | Action[]): Action[] {
    return [actions].flat().map((action) => ({ type: String(this.acts.push(this.actOf(action)) - 1) }));
  }

  private actOf(action: Action): Act {
    const { type, params } = typeof action === 'string' ? { type: action, params: undefined } : action;
    const carriedOut = typeof action === 'function' ? action : this.machine.implementations.actions[type];
    return { type, params, assignment: assignmentOf(carriedOut as Implementation | undefined) };
  }
}

type Traced = [AnyMachineSnapshot, readonly { type: string }[]];
type OneTransition = string | { actions?: Action | Action[] } | undefined;
type TransitionConfig = OneTransition | OneTransition[];

interface NodeConfig {
  entry?: Action | Action[];
  exit?: Action | Action[];
  on?: Record<string, TransitionConfig>;
  always?: TransitionConfig;
  states?: Record<string, NodeConfig>;
}

/** What histories remember, by the id of the history: a set, so it is kept in one order and a replay gives the same text. */
export type HistoryIds = Record<string, { id: string }[]>;

/** The remembered nodes by their ids alone. */
export function historyIds(remembered: AnyMachineSnapshot['historyValue']): HistoryIds {
  const ids: HistoryIds = {};
  for (const [key, nodes] of Object.entries(remembered)) {
    ids[key] = nodes.map(({ id }) => ({ id })).sort((a, b) => (a.id < b.id ? -1 : 1));
  }
  return ids;
}

/** The stored form of a snapshot's configuration, up to its context; undefined for one that no course led to. */
export function storedHead(snapshot: AnyMachineSnapshot): string | undefined {
  return placeOfNodes.get(snapshot._nodes)?.head;
}

/** The snapshot with another context. Its members are written out: so many are spread slowly, and at each step. */
function inContext(snapshot: AnyMachineSnapshot, context: Context): AnyMachineSnapshot {
  return {
    status: snapshot.status,
    output: snapshot.output,
    error: snapshot.error,
    machine: snapshot.machine,
    context,
    _nodes: snapshot._nodes,
    value: snapshot.value,
    tags: snapshot.tags,
    children: snapshot.children,
    historyValue: snapshot.historyValue,
    matches: snapshot.matches,
    hasTag: snapshot.hasTag,
    can: snapshot.can,
    getMeta: snapshot.getMeta,
    toJSON: snapshot.toJSON,
  } as AnyMachineSnapshot;
}

function guardedEvents({ _nodes }: AnyMachineSnapshot): ReadonlySet<string> | null {
  const entries = _nodes.flatMap((node) => [...node.transitions.entries()]);
  if (entries.some(([type]) => type.includes('*'))) return null;
  return new Set(entries.filter(([, all]) => all.some(({ guard }) => guard !== undefined)).map(([type]) => type));
}

function resolved(machine: AnyStateMachine, value: AnyMachineSnapshot['value'], history: HistoryIds) {
  const nodes = ([key, ids]: [string, { id: string }[]]) => [key, ids.map(({ id }) => machine.getStateNodeById(id))];
  const historyValue = Object.fromEntries(Object.entries(history).map(nodes)) as AnyMachineSnapshot['historyValue'];
  const snapshot = machine.resolveState({ value, context: {}, historyValue } as never) as AnyMachineSnapshot;
  // Regions stand in the order in which they were entered.
  return { ...snapshot, value } as AnyMachineSnapshot;
}

function mapped<T>(entries: [string, T][], change: (one: T) => T): Record<string, T> {
  return Object.fromEntries(entries.map(([name, one]) => [name, change(one)]));
}

/** What an `assign` sets; null for what is only asked for. Throws on XState's other actions: no machine of ours has one. */
function assignmentOf({ type, assignment }: Implementation = {}): Assignment | null {
  if (type?.startsWith('xstate.') && !assignment) throw new Error(`a workflow cannot have the action ${type}`);
  if (!assignment || typeof assignment === 'function') return assignment ?? null;
  const members = Object.entries(assignment);
  return (args, params) => {
    const values: Context = {};
    for (const [name, value] of members)
      values[name] = typeof value === 'function' ? (value as Assignment)(args, params) : value;
    return values;
  };
}

function carryOut(acts: Act[], before: Context, event: AnyEventObject, effects: Effect[]): Context {
  let context = before;
  for (const { type, params: given, assignment } of acts) {
    const params: unknown = typeof given === 'function' ? (given as Assignment)({ context, event }, undefined) : given;
    if (assignment) context = { ...context, ...assignment({ context, event }, params) };
    else effects.push({ type, params: (params ?? {}) as Record<string, unknown> });
  }
  return context;
}
