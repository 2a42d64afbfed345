import type { AnyMachineSnapshot } from 'xstate';
import type { Definition } from '../../../workflows/catalogue.js';
import { RELATIONS } from '../../../workflows/relations.js';
import type { Configuration } from './explore.js';
import { leavesOf, pathOf } from './structure.js';
import type { TriedEvent } from './variants.js';

/** One event and the configuration it led to. */
export interface StoryStep {
  event: TriedEvent | null;
  snapshot: AnyMachineSnapshot;
}

/** The shortest way to a configuration, and one more event where given. */
export function pathTo(configuration: Configuration): StoryStep[] {
  const before = configuration.from ? pathTo(configuration.from) : [];
  return [...before, { event: configuration.event, snapshot: configuration.snapshot }];
}

/** A path in plain Chinese, one line a step: 谁、做了什么、结果. */
export function describeStory(definition: Definition, path: readonly StoryStep[]): string[] {
  return path.map(({ event, snapshot }, at) => {
    const result = describeState(definition, snapshot);
    return event ? `${at}. ${describeEvent(definition, event)}，结果：${result}。` : `开始：${result}。`;
  });
}

/** Who did what: 甲（本单位）报送了材料. */
export function describeEvent(definition: Definition, event: TriedEvent): string {
  const who = event.relation === 'system' ? '系统' : `${event.by.user}（${RELATIONS[event.relation]}）`;
  const past = definition.events[event.type]?.past ?? `执行了“${event.type}”`;
  return `${who}${event.onBehalf ? '代' : ''}${past}`;
}

/** The state in words; its path where it has none. */
export function describeState(definition: Definition, snapshot: AnyMachineSnapshot): string {
  const leaves = leavesOf(snapshot).map(pathOf);
  const words = leaves.map((path) => definition.states[path] ?? path).filter(Boolean);
  return words.join('，') || leaves.join('，');
}
