import { describe, expect, it } from '@jest/globals';
import { faultsInText, readTable, rightsAfter, type Ground } from '../../test/support/rights.js';

describe('a year of the working calendar: who may do what, and what comes of it', () => {
  const ground: Ground = {
    id: 'calendar@1',
    input: { year: 2026, source: '一号', holidays: ['2026-01-01'], workdays: [] },
    payloads: { amend: { source: '二号', holidays: ['2026-01-02'], workdays: ['2026-01-04'] } },
  };

  it.each(
    readTable(`
  at first
  inForce
  amend: coordinator, admin; source=二号; holidays=["2026-01-02"]; workdays=["2026-01-04"]
  withdraw: coordinator, admin; → withdrawn

  after coordinator withdraw
  withdrawn (at an end)
  amend: coordinator, admin; → inForce; source=二号; holidays=["2026-01-02"]; workdays=["2026-01-04"]
  `),
  )('$title', ({ story, rights }) => {
    expect(rightsAfter(ground, story)).toEqual(rights);
  });
});

it('calendar@1 names every state, event and person it speaks of', () => {
  expect(faultsInText('calendar@1')).toEqual([]);
});
