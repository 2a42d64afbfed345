import { describe, expect, it } from '@jest/globals';
import { faultsInText, readTable, rightsAfter, type Ground } from '../../test/support/rights.js';

describe('a member unit: who may do what, and what comes of it', () => {
  const ground: Ground = {
    id: 'unit@1',
    input: { name: '市卫生和计划生育委员会' },
    payloads: { rename: { name: '市卫生健康委员会' } },
  };

  it.each(
    readTable(`
  at first
  active
  rename: coordinator, admin; name=市卫生健康委员会
  addAlias: coordinator, admin; changedOn=2026-07-02
  removeAlias: coordinator, admin; changedOn=2026-07-02
  setMembership: coordinator, admin; changedOn=2026-07-02
  setLiaison: coordinator, unit, unit.leader, admin; changedOn=2026-07-02
  setOffices: coordinator, unit, unit.leader, admin; changedOn=2026-07-02
  end: coordinator, admin; → ended; endedOn=2026-06-30; successors=["id-1"]

  after coordinator end
  ended (at an end)
  reinstate: coordinator, admin; → active; endedOn=null; successors=[]
  `),
  )('$title', ({ story, rights }) => {
    expect(rightsAfter(ground, story)).toEqual(rights);
  });
});

it('unit@1 names every state, event and person it speaks of', () => {
  expect(faultsInText('unit@1')).toEqual([]);
});
