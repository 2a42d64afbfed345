import { describe, expect, it } from '@jest/globals';
import { faultsInText, readTable, rightsAfter, type Ground } from '../../test/support/rights.js';

describe('a plan of a demonstration: who may do what, and what comes of it', () => {
  const ground: Ground = {
    id: 'plan@1',
    input: { title: '要点', demo: true },
    payloads: { moveClock: { offsetMs: 86_400_000 } },
  };

  it.each(
    readTable(`
  at first
  draft
  correct: coordinator; changedOn=2026-07-02
  confirm: coordinator; → confirmed
  discard: coordinator; → discarded

  after coordinator confirm
  confirmed
  discard: coordinator; → discarded
  reopenDraft: coordinator; → draft
  issue: coordinator; → issued; tells responsible, supporting plan.issued; issuedOn=2026-06-30; enabledOn=2026-06-30; clockOffsetMs=1

  after coordinator confirm, coordinator issue
  issued
  adjust: coordinator; changedOn=2026-07-02
  moveClock: coordinator; clockOffsetMs=86400000
  openCycle: coordinator; changedOn=2026-07-02
  amend: coordinator; amendedOn=2026-07-02
  withdraw: coordinator; → withdrawn
  appraise: coordinator; → appraisal

  after coordinator confirm, coordinator issue, coordinator appraise
  appraisal
  adjust: coordinator; changedOn=2026-07-02
  moveClock: coordinator; clockOffsetMs=86400000
  openCycle: coordinator; changedOn=2026-07-02
  archive: coordinator; → archived
  resume: coordinator; → issued

  after coordinator confirm, coordinator issue, coordinator appraise, coordinator archive
  archived (over)

  after coordinator confirm, coordinator issue, coordinator withdraw
  withdrawn (over)

  after coordinator discard
  discarded (over)
  `),
  )('$title', ({ story, rights }) => {
    expect(rightsAfter(ground, story)).toEqual(rights);
  });
});

describe('a real plan: who may do what, and what comes of it', () => {
  const ground: Ground = { id: 'plan@1', input: { title: '要点' } };

  it.each(
    readTable(`
  after coordinator confirm, coordinator issue
  issued
  adjust: coordinator; changedOn=2026-07-02
  openCycle: coordinator; changedOn=2026-07-02
  amend: coordinator; amendedOn=2026-07-02
  withdraw: coordinator; → withdrawn
  appraise: coordinator; → appraisal

  after coordinator confirm, coordinator issue, coordinator appraise
  appraisal
  adjust: coordinator; changedOn=2026-07-02
  openCycle: coordinator; changedOn=2026-07-02
  archive: coordinator; → archived
  resume: coordinator; → issued
  `),
  )('$title', ({ story, rights }) => {
    expect(rightsAfter(ground, story)).toEqual(rights);
  });
});

it('plan@1 names every state, event and person it speaks of', () => {
  expect(faultsInText('plan@1')).toEqual([]);
});
