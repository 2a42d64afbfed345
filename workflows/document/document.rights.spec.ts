import { describe, expect, it } from '@jest/globals';
import { faultsInText, readTable, rightsAfter, type Ground } from '../../test/support/rights.js';

describe('a paper: who may do what, and what comes of it', () => {
  const ground: Ground = {
    id: 'document@1',
    input: { planId: 'p', kind: '报告', title: '年终总结', draftedBy: '甲（牵头办）' },
  };

  it.each(
    readTable(`
  at first
  drafted
  revise: coordinator; draftedBy=乙（牵头办）
  askComments: coordinator; → commentsAsked; comments on 2026-06-30; tells unit document.commentsAsked; commentsDue=2026-06-30
  approve: coordinator, unit.leader; → approved
  recordApproval: coordinator; → approved
  discard: coordinator; → discarded

  after coordinator askComments
  commentsAsked
  revise: coordinator; → revised; no comments; draftedBy=乙（牵头办）
  comment: coordinator, unit, unit.leader; changedOn=2026-07-02
  extendComments: coordinator; comments on 2026-06-30; tells unit document.commentsAsked
  closeComments: coordinator; → revised; no comments; commentsClosed=true
  discard: coordinator; → discarded; no comments
  deadline.comments: system; tells coordinator document.commentsDue; commentsClosed=true

  after coordinator revise
  drafted
  revise: coordinator; draftedBy=乙（牵头办）
  askComments: coordinator; → commentsAsked; comments on 2026-06-30; tells unit document.commentsAsked; commentsDue=2026-06-30
  approve: coordinator, unit.leader; → approved
  recordApproval: coordinator; → approved
  discard: coordinator; → discarded

  after coordinator askComments, coordinator closeComments
  revised
  revise: coordinator; draftedBy=乙（牵头办）
  askComments: coordinator; → commentsAsked; comments on 2026-06-30; tells unit document.commentsAsked; commentsClosed=false
  approve: coordinator, unit.leader; → approved
  recordApproval: coordinator; → approved
  discard: coordinator; → discarded

  after coordinator recordApproval
  approved
  returnDraft: coordinator, unit.leader; → revised
  uploadFinal: coordinator; → final; finalFile=file-1
  discard: coordinator; → discarded

  after coordinator recordApproval, coordinator uploadFinal
  final
  returnDraft: coordinator, unit.leader; → revised
  uploadFinal: coordinator
  send: coordinator; → sent; number=文字
  discard: coordinator; → discarded

  after coordinator recordApproval, coordinator uploadFinal, coordinator send
  sent
  receipt: coordinator, superior; → receipted
  askChanges: coordinator, superior; → changesAsked; tells coordinator document.changesAsked
  file: coordinator; → filed

  after coordinator recordApproval, coordinator uploadFinal, coordinator send, superior receipt
  receipted
  askChanges: coordinator, superior; → changesAsked; tells coordinator document.changesAsked
  file: coordinator; → filed

  after coordinator recordApproval, coordinator uploadFinal, coordinator send, superior askChanges
  changesAsked
  revise: coordinator; → revised; draftedBy=乙（牵头办）; version=2; number=null; finalFile=null; selfReviewed=false
  file: coordinator; → filed

  after coordinator recordApproval, coordinator uploadFinal, coordinator send, coordinator file
  filed (over)

  after coordinator discard
  discarded (over)
  `),
  )('$title', ({ story, rights }) => {
    expect(rightsAfter(ground, story)).toEqual(rights);
  });
});

it('document@1 names every state, event and person it speaks of', () => {
  expect(faultsInText('document@1')).toEqual([]);
});
