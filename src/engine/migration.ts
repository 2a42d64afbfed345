import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode, StateValue } from 'xstate';
import type { Definition } from '../../workflows/catalogue.js';
import { Refusal } from '../shared/errors.js';
import { advance, persist, restore, stateWords, statePath, type MachineEvent, type Step } from './step.js';

/** Type of the event that records the move of an instance to another version. */
export const MIGRATED = 'migrated';

/** What the event `migrated` carries: all that a replay needs beside the two definitions. */
export interface MigratedPayload {
  from: string;
  to: string;
  /** Dotted path of every state the instance was in, or would come back to → of the state it is in now. */
  states: Record<string, string>;
}

/**
 * Where the states of an instance lead in the new version: those of `to.upgrades`, all others stay.
 * Refusals: not_a_version, already_there, migration_unknown, already_done, state_removed.
 */
export function plannedMove(from: Definition, to: Definition, snapshot: AnyMachineSnapshot): MigratedPayload {
  refuseForeign(from, to);
  if (snapshot.status !== 'active')
    throw refusal('already_done', `该${from.title}已经办结，不再迁移。`, from, snapshot);
  const mapping = to.upgrades![from.id]!.states;
  const paths = [...leavesOf(snapshot), ...rememberedBy(snapshot)].map(pathOf);
  const states = Object.fromEntries([...new Set(paths)].sort().map((path) => [path, mapping[path] ?? path]));
  for (const [path, target] of Object.entries(states)) {
    if (nodeAt(to.machine, target)) continue;
    const words = stateWords(from, path);
    throw refusal('state_removed', `新版本没有“${words}”这一状态，也没有说明它对应哪个状态。`, from, snapshot);
  }
  return { from: from.id, to: to.id, states };
}

function refuseForeign(from: Definition, to: Definition): void {
  const place = `${from.id} → ${to.id}`;
  if (from.name !== to.name) throw new Refusal('not_a_version', `${to.id} 不是“${from.title}”的版本。`, { place });
  if (from.id === to.id) throw new Refusal('already_there', `已经是 ${to.id}，无需迁移。`, { place });
  if (!to.upgrades?.[from.id])
    throw new Refusal('migration_unknown', `${to.id} 没有说明怎样从 ${from.id} 迁移。`, { place });
}

function refusal(code: string, message: string, { title, id }: Definition, { value }: AnyMachineSnapshot): Refusal {
  return new Refusal(code, message, { place: `${title}（${id}），状态：${statePath(value)}` });
}

/**
 * The instance in the new version, as the recorded move says; what the new version does there by itself is done.
 * Refusals: state_removed, states_disagree, event_taken.
 */
export function move(
  from: Definition,
  to: Definition,
  before: AnyMachineSnapshot,
  payload: MigratedPayload,
  event: MachineEvent,
): Step {
  const machine = to.machine as AnyStateMachine;
  const targets = leavesOf(before).map((node) => payload.states[pathOf(node)] ?? '');
  const context = structuredClone(before.context) as Record<string, unknown>;
  const settled = machine.resolveState({
    value: valueOf(targets.map((path) => nodeOf(to, path)).sort((a, b) => a.order - b.order)) as StateValue,
    context: to.upgrades?.[from.id]?.context?.(context) ?? context,
    historyValue: historyIn(to, before, payload) as never,
  }) as AnyMachineSnapshot;
  const reached = new Set(settled._nodes.map(pathOf));
  if (targets.some((path) => !reached.has(path)))
    throw refusal('states_disagree', `${to.id} 不能同时处于对应的各个状态。`, from, before);
  // Taken from its stored form, as it will be read back: a replay, which never stored it, comes to the very same.
  return advance(machine, restore(machine, persist(settled)), event);
}

/** What the histories of the instance lead back to, in the new version. */
function historyIn(to: Definition, { historyValue }: AnyMachineSnapshot, { states }: MigratedPayload): object {
  const entries = Object.entries(historyValue).map(([id, nodes]) => {
    const moved = nodes.map((node) => nodeOf(to, states[pathOf(node)] ?? ''));
    return [id, moved] as const;
  });
  return Object.fromEntries(entries.filter(([id]) => knows(to.machine, id)));
}

function knows(machine: AnyStateMachine, id: string): boolean {
  try {
    return machine.getStateNodeById(id) !== undefined;
  } catch {
    return false;
  }
}

function valueOf(nodes: AnyStateNode[]): object {
  const value: Record<string, object> = {};
  for (const { path } of nodes) path.reduce((inner, key) => (inner[key] ??= {}) as Record<string, object>, value);
  return value;
}

function nodeOf(definition: Definition, path: string): AnyStateNode {
  const found = nodeAt(definition.machine, path);
  if (found) return found;
  throw new Refusal('state_removed', `${definition.id} 没有状态“${path}”。`, { place: definition.id });
}

function nodeAt({ root }: AnyStateMachine, path: string): AnyStateNode | undefined {
  return path.split('.').reduce<AnyStateNode | undefined>((node, key) => node?.states[key], root);
}

function leavesOf(snapshot: AnyMachineSnapshot): AnyStateNode[] {
  return snapshot._nodes.filter((node) => Object.keys(node.states).length === 0);
}

function rememberedBy({ historyValue }: AnyMachineSnapshot): AnyStateNode[] {
  return Object.values(historyValue).flat();
}

const pathOf = (node: AnyStateNode): string => node.path.join('.');
