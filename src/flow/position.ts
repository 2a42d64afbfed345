import type { AnyStateNode } from 'xstate';
import type { Definition } from '../../workflows/catalogue.js';
import { RELATIONS, type Relation } from '../../workflows/relations.js';
import type { Standing } from './last-standing.js';

/** One state of the drawn flow. */
export interface PositionStep {
  words: string;
  /** The matter stands here, or in a state within. */
  isCurrent: boolean;
  /** Before the place where the matter stands, or stood last. */
  isPassed: boolean;
  /** The matter stood here when it ended beside the way. */
  isStopped: boolean;
  inner: PositionStep[];
  /** What lies within a stage where the matter does not stand, in one line. */
  brief: string;
}

/** One way on from where the matter stands. */
export interface PositionWay {
  label: string;
  who: string;
  target: string;
}

/** The flow of a matter with its own place on it, for a page. */
export interface PositionView {
  title: string;
  /** In words. */
  now: string;
  /** Of a matter that ended beside the way: when, and how far it had come; else ''. */
  stopped: string;
  /** The stages in their order. */
  stages: PositionStep[];
  /** Where it may end beside the way. */
  otherEnds: PositionStep[];
  ways: PositionWay[];
}

/** Whether a state is an end beside the way (withdrawn, merged …). */
export function isBesideTheWay(definition: Definition, state: string): boolean {
  return definition.machine.root.states[state]?.type === 'final';
}

/**
 * Draws where a matter stands: `state` is its dotted path, parallel parts joined by '+'; `left` is where it stood before an
 * end beside the way: the stages behind it are passed, no others.
 */
export function positionView(definition: Definition, state: string, left: Standing | null = null): PositionView {
  const paths = state.split('+');
  const came = isBesideTheWay(definition, state) ? (left?.state.split('+') ?? []) : paths;
  const top = Object.values(definition.machine.root.states);
  const here = top.findIndex((node) => isWithin(node, came));
  const step = (node: AnyStateNode, at: number): PositionStep => ({
    ...stepOf(node, definition, paths, at < here),
    isStopped: left !== null && at === here,
  });
  const steps = top.map((node, at) => ({ node, view: step(node, at) }));
  return {
    title: definition.title,
    now: wordsAt(definition, paths),
    stopped: left ? `${left.on}，当时处于“${stageWords(definition, came)}”` : '',
    stages: steps.filter(({ node }) => node.type !== 'final').map(({ view }) => folded(view)),
    otherEnds: steps.filter(({ node }) => node.type === 'final').map(({ view }) => ({ ...view, isPassed: false })),
    ways: waysFrom(definition, paths),
  };
}

const wordsAt = ({ states }: Definition, paths: string[]): string =>
  [...new Set(paths.map((path) => states[path]).filter(Boolean))].join('，');

/** The stage with what stood in it: 推进落实：常态推进. */
function stageWords(definition: Definition, paths: string[]): string {
  const stage = definition.states[paths[0]!.split('.')[0]!] ?? '';
  const within = wordsAt(definition, paths);
  return within === stage ? stage : [stage, within].filter(Boolean).join('：');
}

function stepOf(node: AnyStateNode, definition: Definition, paths: string[], isPassed: boolean): PositionStep {
  const steps = Object.values(node.states)
    .filter((one) => !isPassing(one))
    .map((one) => stepOf(one, definition, paths, false));
  // A part without a name of its own hands its named states up; what has no name has nothing to tell.
  const inner = steps.flatMap((one) => (one.words === '' ? one.inner : [one]));
  const isOpen = node.path.length === 1 || inner.length === 0;
  const isCurrent = isOpen ? isWithin(node, paths) : inner.some((one) => one.isCurrent);
  return { words: wordsOf(node, definition), isCurrent, isPassed, isStopped: false, inner, brief: '' };
}

/** Only the stage where the matter stands is opened. */
function folded(stage: PositionStep): PositionStep {
  if (stage.isCurrent) return stage;
  return { ...stage, inner: [], brief: [...new Set(leavesOf(stage.inner))].join('、') };
}

function leavesOf(steps: PositionStep[]): string[] {
  return steps.flatMap(({ words, inner }) => (inner.length > 0 ? leavesOf(inner) : [words]));
}

/** Nothing ever rests there. */
function isPassing(node: AnyStateNode): boolean {
  return node.type === 'history' || (Boolean(node.always?.length) && node.transitions.size === 0);
}

const wordsOf = (node: AnyStateNode, { states }: Definition): string => states[node.path.join('.')] ?? '';

function isWithin(node: AnyStateNode, paths: string[]): boolean {
  const own = node.path.join('.');
  return paths.some((path) => path === own || path.startsWith(`${own}.`));
}

interface Edge {
  eventType: string;
  target?: readonly AnyStateNode[];
  meta?: { may?: Relation[] };
}

/** What leads from here into another state, and whose it is to do; what the system does of itself is left out. */
function waysFrom(definition: Definition, paths: string[]): PositionWay[] {
  const active = [definition.machine.root, ...nodesOf(definition.machine.root).filter((node) => isWithin(node, paths))];
  const edges = active.flatMap((node) => [...node.transitions.values()].flat() as unknown as Edge[]);
  const ways = edges.flatMap(({ eventType, target = [], meta }) => {
    const who = (meta?.may ?? []).filter((one) => one !== 'system').map((one) => RELATIONS[one]);
    const [to] = target.filter((node) => !isWithin(node, paths) || node.type === 'history');
    const label = definition.events[eventType]?.label;
    if (!to || !label || who.length === 0) return [];
    return [{ label, who: who.join('、'), target: targetWords(to, definition) }];
  });
  return [...new Map(ways.map((way) => [`${way.label} ${way.target}`, way])).values()];
}

function nodesOf(node: AnyStateNode): AnyStateNode[] {
  return Object.values(node.states).flatMap((one) => [one, ...nodesOf(one)]);
}

function targetWords(node: AnyStateNode, definition: Definition): string {
  if (node.type === 'history') return `${wordsOf(node.parent!, definition)}（回到原处）`;
  return wordsOf(node, definition);
}
