import { describe, expect, it } from '@jest/globals';
import { faultsInText, readTable, rightsAfter, type Ground } from '../../test/support/rights.js';

describe('an account: who may do what, and what comes of it', () => {
  const ground: Ground = {
    id: 'account@1',
    input: { account: 'jiaoyuju', unitId: 'u', roles: ['liaison'] },
    payloads: { changeRoles: { roles: ['leader'], unitId: 'u2' } },
  };

  it.each(
    readTable(`
  at first
  active
  changeRoles: admin; unitId=u2; roles=["leader"]
  passwordChanged: self, admin; passwordChangedOn=2026-07-02
  disable: coordinator, admin; → disabled

  after coordinator disable
  disabled (at an end)
  enable: coordinator, admin; → active
  `),
  )('$title', ({ story, rights }) => {
    expect(rightsAfter(ground, story)).toEqual(rights);
  });
});

it('account@1 names every state, event and person it speaks of', () => {
  expect(faultsInText('account@1')).toEqual([]);
});
