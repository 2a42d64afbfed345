import { describe, expect, it } from '@jest/globals';
import { faultsInText, readTable, rightsAfter, type Ground } from '../../test/support/rights.js';

describe('a round: who may do what, and what comes of it', () => {
  const ground: Ground = {
    id: 'round@1',
    input: { planId: 'p', cycleId: 'c', kind: '季', due: '2026-06-20', fires: '2026-06-21' },
  };

  it.each(
    readTable(`
  at first
  open; due on 2026-06-21
  extend: coordinator; due on 2026-06-30; tells unit round.extended; due=2026-06-30; fires=2026-06-30
  chase: coordinator; tells unit round.chased; chasedOn=2026-07-02
  addUnits: coordinator; changedOn=2026-07-02
  removeUnits: coordinator; changedOn=2026-07-02
  changeRequest: coordinator; changedOn=2026-07-02
  close: coordinator; → closed; no due
  cancel: coordinator, system; → cancelled; no due
  deadline.due: system; tells coordinator round.due; duePassed=true

  after system deadline.due
  open
  extend: coordinator; due on 2026-06-30; tells unit round.extended; due=2026-06-30; fires=2026-06-30; duePassed=false
  chase: coordinator; tells unit round.chased; chasedOn=2026-07-02
  addUnits: coordinator; changedOn=2026-07-02
  removeUnits: coordinator; changedOn=2026-07-02
  changeRequest: coordinator; changedOn=2026-07-02
  close: coordinator; → closed; no due
  cancel: coordinator, system; → cancelled; no due
  deadline.due: system; tells coordinator round.due

  after coordinator close
  closed (at an end)
  reopen: coordinator; → open; due on 2026-06-30; due=2026-06-30; fires=2026-06-30

  after coordinator cancel
  cancelled (over)
  `),
  )('$title', ({ story, rights }) => {
    expect(rightsAfter(ground, story)).toEqual(rights);
  });
});

it('round@1 names every state, event and person it speaks of', () => {
  expect(faultsInText('round@1')).toEqual([]);
});
