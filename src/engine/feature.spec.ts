import { describe, expect, it } from '@jest/globals';
import { ByMachine, reactionTo, registrationsOf } from './feature.js';
import type { Projection } from './types.js';

const projection = (name: string, machines?: string[]): Projection => ({
  ...{ name, tables: [name], apply: () => Promise.resolve() },
  ...(machines ? { machines } : {}),
});

describe('what features hand in', () => {
  it('is asked about its own machines alone, in the order given; one that names none, about all', () => {
    const all = [projection('notices'), projection('rounds', ['round']), projection('duties', ['round', 'measure'])];
    const byMachine = new ByMachine(all);
    const namesOf = (machine: string) => byMachine.of(machine).map(({ name }) => name);
    expect(namesOf('round')).toEqual(['notices', 'rounds', 'duties']);
    expect(namesOf('measure')).toEqual(['notices', 'duties']);
    expect(namesOf('unit')).toEqual(['notices']);
    expect(byMachine.of('unit')).toBe(byMachine.of('unit'));
  });

  it('is put together in the order of the features; a feature may have none of it', () => {
    const follow = reactionTo(['round'], () => Promise.resolve([]));
    const relation = () => Promise.resolve([]);
    const features = [
      { entities: [], projections: [projection('a')], relations: { plan: relation } },
      { entities: [] },
      { entities: [], projections: [projection('b')], reactions: [follow] },
    ];
    const offset = () => Promise.resolve(0);
    const registrations = registrationsOf(features, offset);
    expect(registrations.projections.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(registrations.reactions).toEqual([follow]);
    expect(registrations.reactions[0]!.machines).toEqual(['round']);
    expect(registrations.relations).toEqual({ plan: relation });
    expect(registrations.clockOffset).toBe(offset);
  });
});
