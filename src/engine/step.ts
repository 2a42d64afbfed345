import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import type { Definition } from '../../workflows/catalogue.js';
import type { Relation } from '../../workflows/relations.js';
import { Refusal } from '../shared/errors.js';
import { Courses, historyIds, storedHead, type HistoryIds } from './courses.js';
import type { Effect } from './types.js';

/** What a machine is told: the event's payload and who stands behind it. */
export interface MachineEvent {
  type: string;
  by: { user: string; unit: string | null };
  relation: Relation;
  onBehalf: boolean;
  at: string;
  [payload: string]: unknown;
}

export interface Step {
  snapshot: AnyMachineSnapshot;
  effects: Effect[];
}

/** First state of a machine for an input. */
export function begin(machine: AnyStateMachine, input: unknown): Step {
  const [snapshot, effects] = coursesOf(machine).begin(input);
  return { snapshot, effects };
}

/** The stored form of a state: the text of XState's own persisted snapshot, whose child actors our machines do not have. */
export function persist(snapshot: AnyMachineSnapshot): string {
  return `${storedHead(snapshot) ?? headOf(snapshot)}${JSON.stringify(snapshot.context)},"children":{}}`;
}

function headOf({ status, output, error, value, historyValue }: AnyMachineSnapshot): string {
  const head = { status, output, error, value, historyValue: historyIds(historyValue) };
  return `${JSON.stringify(head).slice(0, -1)},"context":`;
}

/** The state back from its stored form. */
export function restore(machine: AnyStateMachine, text: string): AnyMachineSnapshot {
  const { value, historyValue, context } = JSON.parse(text) as Stored;
  return coursesOf(machine).restore(value, historyValue, context);
}

interface Stored {
  value: AnyMachineSnapshot['value'];
  historyValue: HistoryIds;
  context: Record<string, unknown>;
}

/** Applies an event that is known to be allowed. */
export function advance(machine: AnyStateMachine, before: AnyMachineSnapshot, event: MachineEvent): Step {
  const [snapshot, effects] = coursesOf(machine).advance(before, event);
  return { snapshot, effects };
}

const known = new WeakMap<AnyStateMachine, Courses>();

function coursesOf(machine: AnyStateMachine): Courses {
  let courses = known.get(machine);
  if (!courses) known.set(machine, (courses = new Courses(machine)));
  return courses;
}

/** The state as a dotted path; parallel regions are joined by '+': 'implementation.track.standing.working+…'. */
export function statePath(value: unknown): string {
  if (typeof value === 'string') return value;
  let path = paths.get(value as object);
  if (path === undefined) paths.set(value as object, (path = leavesOf(value as object).join('+')));
  return path;
}

/** The snapshots of one configuration share their value. */
const paths = new WeakMap<object, string>();

function leavesOf(value: object): string[] {
  const leaves: string[] = [];
  for (const [key, inner] of Object.entries(value) as [string, string | object][]) {
    const below = typeof inner === 'string' ? [inner] : leavesOf(inner);
    if (below.length === 0) leaves.push(key);
    for (const path of below) leaves.push(`${key}.${path}`);
  }
  return leaves;
}

/**
 * The event as it comes from the first of a person's relations that lets it pass, in the order given; null when the machine
 * takes the event from nobody in this state, false when it takes it, but not from this person.
 */
export function admitted(
  machine: AnyStateMachine,
  snapshot: AnyMachineSnapshot,
  event: MachineEvent,
  relations: readonly Relation[],
): MachineEvent | false | null {
  let takes = false;
  for (const relation of relations) {
    const from = event.relation === relation ? event : { ...event, relation };
    const choice = coursesOf(machine).choose(snapshot, from);
    if (choice.length === 0) continue;
    takes = true;
    if (choice.every(({ meta }) => mayOf(meta).includes(relation))) return from;
  }
  return takes || takesType(snapshot, event.type) ? false : null;
}

function mayOf(meta: unknown): Relation[] {
  return (meta as { may?: Relation[] } | undefined)?.may ?? [];
}

function takesType(snapshot: AnyMachineSnapshot, type: string): boolean {
  return snapshot._nodes.some((node) => node.transitions.has(type as never));
}

/** Events that this person may send now, in the machine's order: what the page shows as buttons. */
export function allowedEvents(
  definition: Definition,
  snapshot: AnyMachineSnapshot,
  event: Omit<MachineEvent, 'type' | 'relation'>,
  relations: readonly Relation[],
): string[] {
  const types = new Set(snapshot._nodes.flatMap((node) => [...node.transitions.keys()] as string[]));
  const machine = definition.machine as AnyStateMachine;
  return [...types].filter((type) =>
    admitted(machine, snapshot, { ...event, type, relation: 'system' } as MachineEvent, relations),
  );
}

/** The refusal of an event, in the user's words. */
export function refuseEvent(definition: Definition, state: string, type: string, known: boolean): Refusal {
  const label = definition.events[type]?.label ?? type;
  const now = stateWords(definition, state);
  if (known) {
    return new Refusal('not_allowed', `您不能对该${definition.title}执行“${label}”。`, {
      place: `${definition.title}，当前状态：${now}`,
      cure: '此操作由其他角色办理，或者本件由您本人提交、须由他人审核；如确需办理，请联系牵头的农民工办。',
    });
  }
  return new Refusal('not_now', `当前状态为“${now}”，不能执行“${label}”。`, {
    place: definition.title,
    cure: '请刷新页面，按最新状态办理。',
    facts: { state },
  });
}

/** A state path in Chinese; regions without words are left out. */
export function stateWords(definition: Definition, state: string): string {
  const words = state.split('+').map((path) => definition.states[path]);
  return [...new Set(words.filter(Boolean))].join('，') || state;
}
