import { describe, expect, it } from '@jest/globals';
import { faultsInText, readTable, rightsAfter, type Ground } from '../../test/support/rights.js';

describe('a bureau that may be ordered: who may do what, and what comes of it', () => {
  const ground: Ground = {
    id: 'supervision@1',
    input: { planId: 'p', measureId: 'm', unitId: 'u', ceiling: 'order' },
    payloads: { draftOrder: { level: 'normal' }, escalate: { level: 'circular' } },
  };

  it.each(
    readTable(`
  at first
  proposed
  phone: coordinator; → phoned
  draftOrder: coordinator; → drafted; form=order; draftedBy=乙（牵头办）
  draftLetter: coordinator; → drafted; form=letter; draftedBy=乙（牵头办）
  cancel: coordinator, system; → cancelled; no reply

  after coordinator phone
  phoned
  phone: coordinator; changedOn=2026-07-02
  settleByPhone: coordinator; → lifted
  draftOrder: coordinator; → drafted; form=order; draftedBy=乙（牵头办）
  draftLetter: coordinator; → drafted; form=letter; draftedBy=乙（牵头办）
  cancel: coordinator, system; → cancelled; no reply

  after coordinator draftOrder
  drafted
  revise: coordinator; draftedBy=乙（牵头办）
  approve: coordinator; → approved
  recordApproval: coordinator; → approved
  returnDraft: coordinator; changedOn=2026-07-02
  cancel: coordinator, system; → cancelled; no reply

  after coordinator draftOrder, coordinator recordApproval
  approved
  returnDraft: coordinator; → drafted
  send: coordinator; → sent; reply on 2026-06-30; tells unit, unit.leader supervision.sent; number=文字; due=2026-06-30
  cancel: coordinator, system; → cancelled; no reply

  after coordinator draftOrder, coordinator recordApproval, coordinator send
  sent
  acknowledge: coordinator, unit, unit.leader; → acknowledged
  chase: coordinator; tells unit, unit.leader round.chased; changedOn=2026-07-02
  extend: coordinator; reply on 2026-06-30
  reply: coordinator, unit, unit.leader; → replied; tells coordinator supervision.replied; repliedBy=乙（牵头办）; repliedOnBehalf=true
  proposeEscalation: coordinator, system; tells coordinator supervision.escalationProposed; escalationProposed=true
  escalate: coordinator; → drafted; no reply; level=circular; draftedBy=乙（牵头办）
  cancel: coordinator, system; → cancelled; no reply
  deadline.reply: system; tells unit, unit.leader, coordinator supervision.overdue; duePassed=true; replyOverdue=true

  after coordinator draftOrder, coordinator recordApproval, coordinator send, unit acknowledge
  acknowledged
  chase: coordinator; tells unit, unit.leader round.chased; changedOn=2026-07-02
  extend: coordinator; reply on 2026-06-30
  reply: coordinator, unit, unit.leader; → replied; tells coordinator supervision.replied; repliedBy=乙（牵头办）; repliedOnBehalf=true
  proposeEscalation: coordinator, system; tells coordinator supervision.escalationProposed; escalationProposed=true
  escalate: coordinator; → drafted; no reply; level=circular; draftedBy=乙（牵头办）
  cancel: coordinator, system; → cancelled; no reply
  deadline.reply: system; tells unit, unit.leader, coordinator supervision.overdue; duePassed=true; replyOverdue=true

  after coordinator draftOrder, coordinator recordApproval, coordinator send, system proposeEscalation
  sent
  acknowledge: coordinator, unit, unit.leader; → acknowledged
  chase: coordinator; tells unit, unit.leader round.chased; changedOn=2026-07-02
  extend: coordinator; reply on 2026-06-30
  reply: coordinator, unit, unit.leader; → replied; tells coordinator supervision.replied; repliedBy=乙（牵头办）; repliedOnBehalf=true
  declineEscalation: coordinator; escalationProposed=false
  escalate: coordinator; → drafted; no reply; level=circular; draftedBy=乙（牵头办）; escalationProposed=false
  cancel: coordinator, system; → cancelled; no reply
  deadline.reply: system; tells unit, unit.leader, coordinator supervision.overdue; duePassed=true; replyOverdue=true

  after coordinator draftOrder, coordinator recordApproval, coordinator send, unit reply
  replied
  withdrawReply: coordinator, unit, unit.leader; → acknowledged; repliedBy=null
  acceptReply: coordinator; → accepted; no reply
  askAgain: coordinator; → again; reply on 2026-06-30; tells unit, unit.leader supervision.again
  cancel: coordinator, system; → cancelled; no reply
  deadline.reply: system; duePassed=true

  after coordinator draftOrder, coordinator recordApproval, coordinator send, coordinator reply
  replied
  withdrawReply: coordinator, unit, unit.leader; → acknowledged; repliedBy=null; repliedOnBehalf=false
  acceptReply: coordinator; → accepted; no reply
  askAgain: coordinator; → again; reply on 2026-06-30; tells unit, unit.leader supervision.again
  cancel: coordinator, system; → cancelled; no reply
  deadline.reply: system; duePassed=true

  after coordinator draftOrder, coordinator recordApproval, coordinator send, unit reply, coordinator askAgain
  again
  chase: coordinator; tells unit, unit.leader round.chased; changedOn=2026-07-02
  extend: coordinator; reply on 2026-06-30
  reply: coordinator, unit, unit.leader; → replied; tells coordinator supervision.replied; repliedBy=乙（牵头办）; repliedOnBehalf=true
  proposeEscalation: coordinator, system; tells coordinator supervision.escalationProposed; escalationProposed=true
  escalate: coordinator; → drafted; no reply; level=circular; draftedBy=乙（牵头办）
  cancel: coordinator, system; → cancelled; no reply
  deadline.reply: system; tells unit, unit.leader, coordinator supervision.overdue; duePassed=true; replyOverdue=true

  after coordinator draftOrder, coordinator recordApproval, coordinator send, unit reply, coordinator acceptReply
  accepted
  askAgain: coordinator; → again; reply on 2026-06-30; tells unit, unit.leader supervision.again
  lift: coordinator; → lifted; tells unit, unit.leader supervision.lifted

  after coordinator phone, coordinator settleByPhone
  lifted (over)

  after coordinator cancel
  cancelled (over)
  `),
  )('$title', ({ story, rights }) => {
    expect(rightsAfter(ground, story)).toEqual(rights);
  });
});

describe('a court, which is written to: who may do what, and what comes of it', () => {
  const ground: Ground = {
    id: 'supervision@1',
    input: { planId: 'p', measureId: null, unitId: 'u', ceiling: 'letter' },
  };

  it.each(
    readTable(`
  at first
  proposed
  phone: coordinator; → phoned
  draftLetter: coordinator; → drafted; form=letter; draftedBy=乙（牵头办）
  cancel: coordinator, system; → cancelled; no reply

  after coordinator draftLetter, coordinator recordApproval, coordinator send
  sent
  acknowledge: coordinator, unit, unit.leader; → acknowledged
  chase: coordinator; tells unit, unit.leader round.chased; changedOn=2026-07-02
  extend: coordinator; reply on 2026-06-30
  reply: coordinator, unit, unit.leader; → replied; tells coordinator supervision.replied; repliedBy=乙（牵头办）; repliedOnBehalf=true
  cancel: coordinator, system; → cancelled; no reply
  deadline.reply: system; tells unit, unit.leader, coordinator supervision.overdue; duePassed=true; replyOverdue=true
  `),
  )('$title', ({ story, rights }) => {
    expect(rightsAfter(ground, story)).toEqual(rights);
  });
});

describe('a unit that is only called: who may do what, and what comes of it', () => {
  const ground: Ground = { id: 'supervision@1', input: { planId: 'p', measureId: 'm', unitId: 'u', ceiling: 'phone' } };

  it.each(
    readTable(`
  at first
  proposed
  phone: coordinator; → phoned
  cancel: coordinator, system; → cancelled; no reply

  after coordinator phone
  phoned
  phone: coordinator; changedOn=2026-07-02
  settleByPhone: coordinator; → lifted
  cancel: coordinator, system; → cancelled; no reply
  `),
  )('$title', ({ story, rights }) => {
    expect(rightsAfter(ground, story)).toEqual(rights);
  });
});

it('supervision@1 names every state, event and person it speaks of', () => {
  expect(faultsInText('supervision@1')).toEqual([]);
});
