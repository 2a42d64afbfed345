import type { AnyStateNode } from 'xstate';
import type { Definition } from '../../workflows/catalogue.js';
import { RELATIONS, type Relation } from '../../workflows/relations.js';

/** What a drawing needs to know of a transition. */
interface Edge {
  eventType: string;
  target?: { path: string[] }[];
  meta?: { may?: Relation[] };
}

const ROOT = 'workflow';

/**
 * A definition as a Mermaid flow chart with the trade's words: states as boxes, nested ones inside their state, each event
 * as an arrow with its label and who may cause it. Events that lead nowhere else are left out.
 */
export function mermaidOf(definition: Definition): string {
  const { root } = definition.machine;
  const lines = [`%% ${definition.id} ${definition.title}`, 'flowchart TD'];
  lines.push(...Object.values(root.states).flatMap((node) => boxes(node, definition, '  ')));
  lines.push(...nodesOf(root).flatMap((node) => [...firstStep(node), ...arrows(node, definition)]));
  return lines.join('\n');
}

function boxes(node: AnyStateNode, definition: Definition, indent: string): string[] {
  const label = quoted(definition.states[node.path.join('.')] || node.key);
  const inner = Object.values(node.states);
  if (node.type === 'history') return [`${indent}${idOf(node)}((${quoted('回到原处')}))`];
  if (inner.length === 0) return [`${indent}${idOf(node)}${node.type === 'final' ? `([${label}])` : `[${label}]`}`];
  return [
    `${indent}subgraph ${idOf(node)}[${label}]`,
    ...inner.flatMap((one) => boxes(one, definition, `${indent}  `)),
    `${indent}end`,
  ];
}

/** Where a state with inner ones begins. */
function firstStep(node: AnyStateNode): string[] {
  const [target] = node.type === 'compound' ? (node.initial.target ?? []) : [];
  if (!target) return [];
  const start = `${idOf(node)}_start`;
  return [`  ${start}(( )) --> ${idOf(target)}`];
}

function arrows(node: AnyStateNode, definition: Definition): string[] {
  const edges = [...node.transitions.values(), node.always ?? []].flat() as unknown as Edge[];
  const own = idOf(node);
  return edges.flatMap((edge) => {
    const targets = (edge.target ?? []).map(idOf).filter((target) => target !== own);
    return targets.map((target) => `  ${own} -->|${quoted(labelOf(edge, definition))}| ${target}`);
  });
}

function labelOf({ eventType, meta }: Edge, definition: Definition): string {
  const label = eventType === '' ? '自动' : (definition.events[eventType]?.label ?? dueWords(eventType));
  const who = (meta?.may ?? []).filter((one) => one !== 'system');
  return who.length > 0 ? `${label}（${who.map((one) => RELATIONS[one]).join('、')}）` : label;
}

function dueWords(eventType: string): string {
  return eventType.startsWith('deadline.') ? `到期：${eventType.slice('deadline.'.length)}` : eventType;
}

function nodesOf(node: AnyStateNode): AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap(nodesOf)];
}

function idOf(node: { path: string[] }): string {
  return [ROOT, ...node.path].join('_');
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '&quot;')}"`;
}

/**
 * A definition as the plain JSON of an XState machine, which Stately's editor imports: guards and actions by their names,
 * each state and event described by its Chinese words; what only runs (context, parameters) is left out.
 */
export function machineJson(definition: Definition): object {
  const config = plain(definition.machine.config) as Record<string, unknown>;
  delete config.context;
  return { ...config, version: String(definition.version), ...described(config, [], definition) };
}

function described(config: Record<string, unknown>, path: string[], definition: Definition): object {
  const states = Object.entries((config.states ?? {}) as Record<string, Record<string, unknown>>);
  const words = path.length === 0 ? definition.title : definition.states[path.join('.')];
  const inner = states.map(([key, state]) => [key, { ...state, ...described(state, [...path, key], definition) }]);
  return {
    ...(words ? { description: words } : {}),
    ...(inner.length > 0 ? { states: Object.fromEntries(inner) } : {}),
  };
}

/** A configuration without functions: an action that is one keeps its name. */
function plain(value: unknown): unknown {
  if (typeof value === 'function') return { type: (value as { type?: string }).type ?? (value.name || 'inline') };
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key, inner]) => key !== 'params' || typeof inner !== 'function');
  return Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner)]));
}
