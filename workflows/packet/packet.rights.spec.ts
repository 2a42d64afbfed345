import { describe, expect, it } from '@jest/globals';
import { faultsInText, readTable, rightsAfter, type Ground } from '../../test/support/rights.js';

describe('a packet: who may do what, and what comes of it', () => {
  const ground: Ground = {
    id: 'packet@1',
    input: { planId: 'p', roundId: 'r', unitId: 'u', due: '2026-06-20', fires: '2026-06-21' },
    payloads: { record: { receivedOn: '2026-06-19', proof: null } },
  };

  it.each(
    readTable(`
  at first
  awaited; due on 2026-06-21
  saveDraft: unit, unit.leader; → drafted
  submit: unit, unit.leader; → submitted; tells coordinator, superior packet.submitted; late=true; submittedBy=乙（本单位）; receivedOn=2026-07-02
  record: coordinator; → submitted; submittedBy=乙（牵头办）; submittedOnBehalf=true; receivedOn=2026-06-19; proofMissing=true
  reportNil: coordinator, unit, unit.leader; → submitted; tells coordinator, superior packet.submitted; late=true; submittedBy=乙（牵头办）; submittedOnBehalf=true; receivedOn=2026-06-30; nil=true
  exempt: coordinator; → exempt; no due
  setDue: coordinator, system; due on 2026-06-30; tells unit packet.dueChanged; due=2026-06-30; fires=2026-06-30
  cancel: system; → cancelled; no due; no supplement
  deadline.due: system; tells unit packet.overdue; overdue=true; duePassed=true
  deadline.supplement: system; tells unit packet.overdue; supplementPassed=true; supplementOverdue=true

  after unit saveDraft
  drafted
  saveDraft: unit, unit.leader; changedOn=2026-07-02
  approveInside: unit, unit.leader; → approved
  submit: unit, unit.leader; → submitted; tells coordinator, superior packet.submitted; late=true; submittedBy=乙（本单位）; receivedOn=2026-07-02
  record: coordinator; → submitted; submittedBy=乙（牵头办）; submittedOnBehalf=true; receivedOn=2026-06-19; proofMissing=true
  reportNil: coordinator, unit, unit.leader; → submitted; tells coordinator, superior packet.submitted; late=true; submittedBy=乙（牵头办）; submittedOnBehalf=true; receivedOn=2026-06-30; nil=true
  exempt: coordinator; → exempt; no due
  setDue: coordinator, system; due on 2026-06-30; tells unit packet.dueChanged; due=2026-06-30; fires=2026-06-30
  cancel: system; → cancelled; no due; no supplement
  deadline.due: system; tells unit packet.overdue; overdue=true; duePassed=true
  deadline.supplement: system; tells unit packet.overdue; supplementPassed=true; supplementOverdue=true

  after unit saveDraft, unit.leader approveInside
  approved
  saveDraft: unit, unit.leader; → drafted
  submit: unit, unit.leader; → submitted; tells coordinator, superior packet.submitted; late=true; submittedBy=乙（本单位）; receivedOn=2026-07-02
  record: coordinator; → submitted; submittedBy=乙（牵头办）; submittedOnBehalf=true; receivedOn=2026-06-19; proofMissing=true
  reportNil: coordinator, unit, unit.leader; → submitted; tells coordinator, superior packet.submitted; late=true; submittedBy=乙（牵头办）; submittedOnBehalf=true; receivedOn=2026-06-30; nil=true
  exempt: coordinator; → exempt; no due
  setDue: coordinator, system; due on 2026-06-30; tells unit packet.dueChanged; due=2026-06-30; fires=2026-06-30
  cancel: system; → cancelled; no due; no supplement
  deadline.due: system; tells unit packet.overdue; overdue=true; duePassed=true
  deadline.supplement: system; tells unit packet.overdue; supplementPassed=true; supplementOverdue=true

  after unit submit
  submitted
  askMore: coordinator, superior; → incomplete; supplement on 2026-06-30; tells unit packet.askedMore
  accept: coordinator, superior; → accepted; tells unit packet.accepted; no supplement
  withdraw: coordinator, unit, unit.leader; → drafted; late=false; submittedBy=null; receivedOn=null
  correctFigure: coordinator, unit, unit.leader; changedOn=2026-07-02
  addProof: coordinator, unit, unit.leader; changedOn=2026-07-02
  setDue: coordinator, system; due on 2026-06-30; tells unit packet.dueChanged; due=2026-06-30; fires=2026-06-30
  cancel: system; → cancelled; no due; no supplement
  deadline.due: system; duePassed=true
  deadline.supplement: system; supplementPassed=true

  after coordinator record
  submitted
  askMore: coordinator, superior; → incomplete; supplement on 2026-06-30; tells unit packet.askedMore
  accept: coordinator, superior; → accepted; tells unit packet.accepted; no supplement
  withdraw: coordinator, unit, unit.leader; → drafted; submittedBy=null; submittedOnBehalf=false; receivedOn=null; proofMissing=false
  correctFigure: coordinator, unit, unit.leader; changedOn=2026-07-02
  addProof: coordinator, unit, unit.leader; proofMissing=false; changedOn=2026-07-02
  setDue: coordinator, system; due on 2026-06-30; tells unit packet.dueChanged; due=2026-06-30; fires=2026-06-30
  cancel: system; → cancelled; no due; no supplement
  deadline.due: system; duePassed=true
  deadline.supplement: system; supplementPassed=true

  after unit submit, coordinator askMore
  incomplete
  saveDraft: unit, unit.leader; changedOn=2026-07-02
  approveInside: unit, unit.leader; → approved
  submit: unit, unit.leader; → submitted; tells coordinator, superior packet.submitted; submittedBy=乙（本单位）
  record: coordinator; → submitted; submittedBy=乙（牵头办）; submittedOnBehalf=true; proofMissing=true
  reportNil: coordinator, unit, unit.leader; → submitted; tells coordinator, superior packet.submitted; submittedBy=乙（牵头办）; submittedOnBehalf=true; nil=true
  exempt: coordinator; → exempt; no due
  correctFigure: coordinator, unit, unit.leader; changedOn=2026-07-02
  addProof: coordinator, unit, unit.leader; changedOn=2026-07-02
  setDue: coordinator, system; due on 2026-06-30; tells unit packet.dueChanged; due=2026-06-30; fires=2026-06-30
  cancel: system; → cancelled; no due; no supplement
  deadline.due: system; tells unit packet.overdue; overdue=true; duePassed=true
  deadline.supplement: system; tells unit packet.overdue; supplementPassed=true; supplementOverdue=true

  after unit submit, coordinator accept
  accepted (at an end)
  askMore: coordinator, superior; → incomplete; supplement on 2026-06-30; tells unit packet.askedMore
  correctFigure: coordinator, unit, unit.leader; changedOn=2026-07-02
  addProof: coordinator, unit, unit.leader; changedOn=2026-07-02
  setDue: coordinator, system; due on 2026-06-30; tells unit packet.dueChanged; due=2026-06-30; fires=2026-06-30
  cancel: system; → cancelled; no due; no supplement
  deadline.due: system; duePassed=true

  after system deadline.due
  awaited
  saveDraft: unit, unit.leader; → drafted
  submit: unit, unit.leader; → submitted; tells coordinator, superior packet.submitted; overdue=false; late=true; submittedBy=乙（本单位）; receivedOn=2026-07-02
  record: coordinator; → submitted; overdue=false; submittedBy=乙（牵头办）; submittedOnBehalf=true; receivedOn=2026-06-19; proofMissing=true
  reportNil: coordinator, unit, unit.leader; → submitted; tells coordinator, superior packet.submitted; overdue=false; late=true; submittedBy=乙（牵头办）; submittedOnBehalf=true; receivedOn=2026-06-30; nil=true
  exempt: coordinator; → exempt; no due
  setDue: coordinator, system; due on 2026-06-30; tells unit packet.dueChanged; due=2026-06-30; fires=2026-06-30; overdue=false; duePassed=false
  cancel: system; → cancelled; no due; no supplement
  deadline.due: system; tells unit packet.overdue
  deadline.supplement: system; tells unit packet.overdue; supplementPassed=true; supplementOverdue=true

  after coordinator exempt
  exempt (at an end)
  unexempt: coordinator; → awaited; due on 2026-06-30; due=2026-06-30; fires=2026-06-30
  cancel: system; → cancelled; no due; no supplement
  deadline.supplement: system; supplementPassed=true

  after system cancel
  cancelled (over)
  `),
  )('$title', ({ story, rights }) => {
    expect(rightsAfter(ground, story)).toEqual(rights);
  });
});

it('packet@1 names every state, event and person it speaks of', () => {
  expect(faultsInText('packet@1')).toEqual([]);
});
