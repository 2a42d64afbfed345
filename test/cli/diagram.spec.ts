import { describe, expect, it } from '@jest/globals';
import { createMachine, initialTransition, type AnyStateMachine } from 'xstate';
import { current, definitions } from '../../workflows/catalogue.js';
import { machineJson, mermaidOf } from '../../src/cli/diagram.js';

const all = definitions().map((one) => [one.id, one] as const);

/** Names of all states under a node, as dotted paths. */
function paths(node: { states: object }, above: string[] = []): string[] {
  return Object.entries(node.states).flatMap(([key, inner]) => {
    const own = [...above, key];
    return [own.join('.'), ...paths(inner as { states: object }, own)];
  });
}

describe('the drawing of a workflow', () => {
  it.each(all)('%s shows every state under its Chinese name, and every arrow joins two of them', (_id, one) => {
    const drawing = mermaidOf(one);
    for (const [path, words] of Object.entries(one.states))
      if (words !== '') expect([path, drawing.includes(`workflow_${path.replaceAll('.', '_')}`)]).toEqual([path, true]);
    const drawn = [...drawing.matchAll(/^\s+(?:subgraph )?(workflow_\w+)[[(]/gm)].map(([, id]) => id);
    const joined = [...drawing.matchAll(/^ {2}(workflow_\w+)(?:\(\( \)\))? --> ?(?:\|"[^"|]+"\| )?(workflow_\w+)$/gm)];
    const ends = joined.flatMap(([, from, to]) => [from.replace(/_start$/, ''), to]).filter((id) => id !== 'workflow');
    expect(joined.length).toBeGreaterThan(0);
    expect(ends.filter((id) => !drawn.includes(id))).toEqual([]);
  });

  it('says who may press: a plan is issued by the coordinating office', () => {
    expect(mermaidOf(current('plan'))).toMatch(/workflow_confirmed -->\|"印发[^"]*（牵头办）"\| workflow_issued/);
  });
});

describe('a workflow as JSON for the editor', () => {
  it.each(all)('%s is plain data: a machine with the same states, beginning as ours does', (_id, one) => {
    const json = JSON.parse(JSON.stringify(machineJson(one))) as Record<string, unknown>;
    expect(JSON.stringify(json)).toBe(JSON.stringify(machineJson(one)));
    const read = createMachine(json as never) as AnyStateMachine;
    expect(paths(read.root as never).sort()).toEqual(paths(one.machine.root as never).sort());
    expect(json.description).toBe(one.title);
  });

  it('starts where the machine starts', () => {
    const read = createMachine(machineJson(current('packet')) as never) as AnyStateMachine;
    expect(initialTransition(read, undefined)[0].value).toBe('awaited');
  });
});
