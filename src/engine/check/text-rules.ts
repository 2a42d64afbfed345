import type { AnyTransitionDefinition } from 'xstate';
import type { Definition } from '../../../workflows/catalogue.js';
import { RELATIONS } from '../../../workflows/relations.js';
import type { Finding } from './finding.js';
import { eventTransitions, mayOf, ownTransitions, pathOf, statesOf } from './structure.js';
import { STAMP_FIELDS } from './watch.js';

/** Faults that the definition's text shows without running it. */
export function textFindings(definition: Definition): Finding[] {
  return [
    ...transitionsWithoutMay(definition),
    ...statesWithoutWords(definition),
    ...eventsWithoutWords(definition),
    ...shadowedFields(definition),
    ...unusableGuards(definition),
    ...clocksAndJobs(definition),
  ];
}

/** Guards that the walk could not run: it is no use to walk before these are mended. */
export function unusableGuards({ machine }: Definition): Finding[] {
  const known = new Set(Object.keys(machine.implementations.guards));
  const all = [...eventTransitions(machine), ...ownTransitions(machine)];
  return all.flatMap((one) => {
    const name = guardName(one);
    if (name === undefined || known.has(name ?? '')) return [];
    const where = `“${pathOf(one.source) || machine.id}”的“${one.eventType || '自动转移'}”`;
    if (name === null) return [finding('guard_unnamed', `${where}的条件没有名称，无法查验它看了什么。`)];
    return [finding('guard_missing', `${where}用了没有定义的条件“${name}”。`)];
  });
}

function guardName({ guard }: AnyTransitionDefinition): string | null | undefined {
  if (guard === undefined) return undefined;
  if (typeof guard === 'string') return guard;
  const named: unknown = typeof guard === 'object' ? guard.type : null;
  return typeof named === 'string' ? named : null;
}

function transitionsWithoutMay({ machine }: Definition): Finding[] {
  const all = [...eventTransitions(machine), ...ownTransitions(machine)];
  return all.flatMap((one) => {
    const where = `“${pathOf(one.source) || machine.id}”的“${one.eventType || '自动转移'}”`;
    const may = mayOf(one);
    if (may.length === 0) return [finding('may_missing', `${where}没有写明谁可以办。`)];
    const unknown = may.filter((relation) => !(relation in RELATIONS));
    return unknown.map((relation) => finding('may_unknown', `${where}写了没有定义的关系“${relation}”。`));
  });
}

function statesWithoutWords({ machine, states }: Definition): Finding[] {
  const paths = new Set(statesOf(machine).map(pathOf));
  const silent = [...paths].filter((path) => states[path] === undefined);
  const stray = Object.keys(states).filter((path) => !paths.has(path));
  return [
    ...silent.map((path) => finding('state_without_words', `状态“${path}”没有中文名称。`)),
    ...stray.map((path) => finding('words_without_state', `有“${path}”的中文名称，却没有这个状态。`)),
  ];
}

function eventsWithoutWords({ machine, events }: Definition): Finding[] {
  const types = new Set(eventTransitions(machine).map((one) => one.eventType));
  const silent = [...types].filter((type) => !events[type]?.label || !events[type]?.past);
  const stray = Object.keys(events).filter((type) => !types.has(type));
  return [
    ...silent.map((type) => finding('event_without_words', `事件“${type}”没有中文名称。`)),
    ...stray.map((type) => finding('words_without_event', `有“${type}”的中文名称，却没有状态接受这个事件。`)),
  ];
}

/** The engine writes its stamp over the payload: a field of the same name would never reach the machine. */
function shadowedFields({ events }: Definition): Finding[] {
  return Object.values(events).flatMap(({ label, payload }) =>
    payload
      .filter(({ name }) => STAMP_FIELDS.has(name))
      .map(({ name }) => finding('field_shadowed', `“${label}”的内容项“${name}”与系统填写的同名，会被盖掉。`)),
  );
}

function clocksAndJobs({ machine }: Definition): Finding[] {
  return [machine.root, ...statesOf(machine)]
    .filter((node) => node.after.length > 0 || node.invoke.length > 0)
    .map((node) => finding('clock_or_job', `状态“${pathOf(node) || machine.id}”自带定时或后台作业，重启后会丢失。`));
}

function finding(code: string, message: string): Finding {
  return { code, message, story: [] };
}
