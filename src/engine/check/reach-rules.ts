import type { AnyMachineSnapshot, AnyTransitionDefinition } from 'xstate';
import type { Configuration, Exploration } from './explore.js';
import type { Finding } from './finding.js';
import { describeState, describeStory, pathTo } from './story.js';
import { eventTransitions, leavesOf, pathOf, statesOf } from './structure.js';

/** Faults of what can and cannot be reached. */
export function reachFindings(walk: Exploration): Finding[] {
  return [...withoutEnd(walk), ...deadEvents(walk), ...deadStates(walk), ...wordless(walk)];
}

/** Over, or where the work may rest for good. */
function isEnd(snapshot: AnyMachineSnapshot): boolean {
  return snapshot.status === 'done' || snapshot.hasTag('end');
}

function withoutEnd(walk: Exploration): Finding[] {
  const saved = canReachEnd(walk);
  const lost = walk.configurations.filter((one) => !saved.has(one));
  return firstOfEach(lost).map((one) => ({
    code: 'no_end',
    message: `到了“${describeState(walk.definition, one.snapshot)}”，无论怎么办都到不了终点。`,
    story: describeStory(walk.definition, pathTo(one)),
  }));
}

function canReachEnd({ configurations, moves }: Exploration): Set<Configuration> {
  const before = new Map<Configuration, Configuration[]>();
  for (const { from, to } of moves) before.set(to, [...(before.get(to) ?? []), from]);
  const reached = configurations.filter((one) => isEnd(one.snapshot));
  const saved = new Set(reached);
  for (const one of reached) {
    for (const earlier of before.get(one) ?? []) {
      if (saved.has(earlier)) continue;
      saved.add(earlier);
      reached.push(earlier);
    }
  }
  return saved;
}

function firstOfEach(configurations: Configuration[]): Configuration[] {
  const byState = new Map<string, Configuration>();
  for (const one of configurations) {
    const state = JSON.stringify(one.snapshot.value);
    if (!byState.has(state)) byState.set(state, one);
  }
  return [...byState.values()];
}

function deadEvents({ definition, watched, taken }: Exploration): Finding[] {
  const all = eventTransitions(watched.machine);
  const alive = new Set([...taken].map((one) => one.eventType));
  const dead = [...new Set(all.map((one) => one.eventType))].filter((type) => !alive.has(type));
  const label = (type: string) => definition.events[type]?.label ?? type;
  const place = (one: AnyTransitionDefinition) => definition.states[pathOf(one.source)] || pathOf(one.source);
  return [
    ...dead.map((type) => fault('dead_event', `“${label(type)}”在任何情形下都没有人能办。`)),
    ...all
      .filter((one) => alive.has(one.eventType) && !taken.has(one))
      .map((one) => fault('dead_transition', `处于“${place(one)}”时的“${label(one.eventType)}”永远不会发生。`)),
  ];
}

function deadStates({ definition, watched, configurations }: Exploration): Finding[] {
  const reached = new Set(configurations.flatMap(({ snapshot }) => snapshot._nodes.map(pathOf)));
  return statesOf(watched.machine)
    .filter((node) => !node.always?.length && !reached.has(pathOf(node)))
    .map((node) => fault('dead_state', `状态“${definition.states[pathOf(node)] || pathOf(node)}”永远到不了。`));
}

function wordless({ definition, configurations }: Exploration): Finding[] {
  const silent = configurations.filter(({ snapshot }) => {
    return leavesOf(snapshot).every((leaf) => definition.states[pathOf(leaf)] === '');
  });
  return firstOfEach(silent).map((one) => ({
    code: 'state_without_words',
    message: `状态“${JSON.stringify(one.snapshot.value)}”在页面上没有任何文字。`,
    story: describeStory(definition, pathTo(one)),
  }));
}

function fault(code: string, message: string): Finding {
  return { code, message, story: [] };
}
