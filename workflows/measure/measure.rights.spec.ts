import { describe, expect, it } from '@jest/globals';
import { faultsInText, readTable, rightsAfter, type Ground } from '../../test/support/rights.js';

describe('a measure with an end, put together by its lead: who may do what, and what comes of it', () => {
  const ground: Ground = {
    id: 'measure@1',
    input: { planId: 'p', cycleId: 'c', track: 'deliverable', consolidator: 'lead' },
    payloads: { changeTrack: { track: 'standing' }, setConsolidator: { consolidator: 'office' } },
  };

  it.each(
    readTable(`
  at first
  mobilisation
  beginImplementation: coordinator, system; → implementation.track.deliverable.working+implementation.dispute.none+implementation.suspension.running
  setConsolidator: coordinator; consolidator=office
  changeTrack: coordinator; track=standing
  raiseDispute: coordinator, responsible, supporting; tells coordinator measure.disputed; disputeOpen=true
  beginEvaluation: coordinator, system; → evaluation.unitTexts
  merge: coordinator; → merged
  withdraw: coordinator, system; → withdrawn

  after responsible raiseDispute
  mobilisation
  beginImplementation: coordinator, system; → implementation.track.deliverable.working+implementation.dispute.disputed+implementation.suspension.running
  setConsolidator: coordinator; consolidator=office
  changeTrack: coordinator; track=standing
  settleDispute: coordinator; tells responsible, supporting measure.disputeSettled; disputeOpen=false
  beginEvaluation: coordinator, system; → evaluation.unitTexts
  merge: coordinator; → merged
  withdraw: coordinator, system; → withdrawn

  after system beginImplementation
  implementation.track.deliverable.working+implementation.dispute.none+implementation.suspension.running
  setConsolidator: coordinator; consolidator=office
  changeTrack: coordinator; → implementation.track.standing.working+implementation.dispute.none+implementation.suspension.running; track=standing
  requestCompletion: coordinator, consolidator, responsible; → implementation.track.deliverable.completionRequested+implementation.dispute.none+implementation.suspension.running; tells coordinator measure.completionRequested; requestedBy=乙（牵头办）; requestedOnBehalf=true
  raiseDispute: coordinator, responsible, supporting; → implementation.track.deliverable.working+implementation.dispute.disputed+implementation.suspension.running; tells coordinator measure.disputed; disputeOpen=true
  suspend: coordinator; → implementation.track.deliverable.working+implementation.dispute.none+implementation.suspension.suspended
  beginEvaluation: coordinator, system; → evaluation.unitTexts
  merge: coordinator; → merged
  withdraw: coordinator, system; → withdrawn

  after system beginImplementation, responsible requestCompletion
  implementation.track.deliverable.completionRequested+implementation.dispute.none+implementation.suspension.running
  setConsolidator: coordinator; consolidator=office
  changeTrack: coordinator; → implementation.track.standing.working+implementation.dispute.none+implementation.suspension.running; track=standing; requestedBy=null
  withdrawRequest: consolidator, responsible; → implementation.track.deliverable.working+implementation.dispute.none+implementation.suspension.running; requestedBy=null
  verifyCompletion: coordinator; → implementation.track.deliverable.verified+implementation.dispute.none+implementation.suspension.running; requestedBy=null
  returnCompletion: coordinator; → implementation.track.deliverable.working+implementation.dispute.none+implementation.suspension.running; tells responsible, consolidator measure.completionReturned; requestedBy=null
  raiseDispute: coordinator, responsible, supporting; → implementation.track.deliverable.completionRequested+implementation.dispute.disputed+implementation.suspension.running; tells coordinator measure.disputed; disputeOpen=true
  suspend: coordinator; → implementation.track.deliverable.completionRequested+implementation.dispute.none+implementation.suspension.suspended
  beginEvaluation: coordinator, system; → evaluation.unitTexts
  merge: coordinator; → merged
  withdraw: coordinator, system; → withdrawn

  after system beginImplementation, coordinator requestCompletion
  implementation.track.deliverable.completionRequested+implementation.dispute.none+implementation.suspension.running
  setConsolidator: coordinator; consolidator=office
  changeTrack: coordinator; → implementation.track.standing.working+implementation.dispute.none+implementation.suspension.running; track=standing; requestedBy=null; requestedOnBehalf=false
  withdrawRequest: consolidator, responsible; → implementation.track.deliverable.working+implementation.dispute.none+implementation.suspension.running; requestedBy=null; requestedOnBehalf=false
  verifyCompletion: coordinator; → implementation.track.deliverable.verified+implementation.dispute.none+implementation.suspension.running; requestedBy=null; requestedOnBehalf=false
  returnCompletion: coordinator; → implementation.track.deliverable.working+implementation.dispute.none+implementation.suspension.running; tells responsible, consolidator measure.completionReturned; requestedBy=null; requestedOnBehalf=false
  raiseDispute: coordinator, responsible, supporting; → implementation.track.deliverable.completionRequested+implementation.dispute.disputed+implementation.suspension.running; tells coordinator measure.disputed; disputeOpen=true
  suspend: coordinator; → implementation.track.deliverable.completionRequested+implementation.dispute.none+implementation.suspension.suspended
  beginEvaluation: coordinator, system; → evaluation.unitTexts
  merge: coordinator; → merged
  withdraw: coordinator, system; → withdrawn

  after system beginImplementation, responsible requestCompletion, coordinator verifyCompletion
  implementation.track.deliverable.verified+implementation.dispute.none+implementation.suspension.running
  setConsolidator: coordinator; consolidator=office
  changeTrack: coordinator; → implementation.track.standing.working+implementation.dispute.none+implementation.suspension.running; track=standing
  returnCompletion: coordinator; → implementation.track.deliverable.working+implementation.dispute.none+implementation.suspension.running; tells responsible, consolidator measure.completionReturned
  raiseDispute: coordinator, responsible, supporting; → implementation.track.deliverable.verified+implementation.dispute.disputed+implementation.suspension.running; tells coordinator measure.disputed; disputeOpen=true
  suspend: coordinator; → implementation.track.deliverable.verified+implementation.dispute.none+implementation.suspension.suspended
  beginEvaluation: coordinator, system; → evaluation.unitTexts
  merge: coordinator; → merged
  withdraw: coordinator, system; → withdrawn

  after system beginImplementation, supporting raiseDispute
  implementation.track.deliverable.working+implementation.dispute.disputed+implementation.suspension.running
  setConsolidator: coordinator; consolidator=office
  changeTrack: coordinator; → implementation.track.standing.working+implementation.dispute.disputed+implementation.suspension.running; track=standing
  requestCompletion: coordinator, consolidator, responsible; → implementation.track.deliverable.completionRequested+implementation.dispute.disputed+implementation.suspension.running; tells coordinator measure.completionRequested; requestedBy=乙（牵头办）; requestedOnBehalf=true
  settleDispute: coordinator; → implementation.track.deliverable.working+implementation.dispute.none+implementation.suspension.running; tells responsible, supporting measure.disputeSettled; disputeOpen=false
  suspend: coordinator; → implementation.track.deliverable.working+implementation.dispute.disputed+implementation.suspension.suspended
  beginEvaluation: coordinator, system; → evaluation.unitTexts
  merge: coordinator; → merged
  withdraw: coordinator, system; → withdrawn

  after system beginImplementation, coordinator suspend
  implementation.track.deliverable.working+implementation.dispute.none+implementation.suspension.suspended
  setConsolidator: coordinator; consolidator=office
  changeTrack: coordinator; → implementation.track.standing.working+implementation.dispute.none+implementation.suspension.suspended; track=standing
  requestCompletion: coordinator, consolidator, responsible; → implementation.track.deliverable.completionRequested+implementation.dispute.none+implementation.suspension.suspended; tells coordinator measure.completionRequested; requestedBy=乙（牵头办）; requestedOnBehalf=true
  raiseDispute: coordinator, responsible, supporting; → implementation.track.deliverable.working+implementation.dispute.disputed+implementation.suspension.suspended; tells coordinator measure.disputed; disputeOpen=true
  resume: coordinator; → implementation.track.deliverable.working+implementation.dispute.none+implementation.suspension.running
  beginEvaluation: coordinator, system; → evaluation.unitTexts
  merge: coordinator; → merged
  withdraw: coordinator, system; → withdrawn

  after system beginImplementation, responsible raiseDispute, system beginEvaluation
  evaluation.unitTexts
  setConsolidator: coordinator; consolidator=office
  settleDispute: coordinator; tells responsible, supporting measure.disputeSettled; disputeOpen=false
  unitTextsIn: coordinator, system; → evaluation.consolidation
  consolidate: coordinator, consolidator; → evaluation.review; consolidatedBy=乙（牵头办）; consolidatedByOffice=true
  backToImplementation: coordinator; → implementation.track.deliverable.working+implementation.dispute.disputed+implementation.suspension.running
  merge: coordinator; → merged
  withdraw: coordinator, system; → withdrawn

  after system beginImplementation, system beginEvaluation, system unitTextsIn
  evaluation.consolidation
  setConsolidator: coordinator; consolidator=office
  consolidate: coordinator, consolidator; → evaluation.review; consolidatedBy=乙（牵头办）; consolidatedByOffice=true
  backToImplementation: coordinator; → implementation.track.deliverable.working+implementation.dispute.none+implementation.suspension.running
  merge: coordinator; → merged
  withdraw: coordinator, system; → withdrawn

  after system beginImplementation, system beginEvaluation, consolidator consolidate
  evaluation.review
  setConsolidator: coordinator; consolidator=office
  consolidate: coordinator, consolidator; consolidatedBy=乙（牵头办）; consolidatedByOffice=true
  returnReview: coordinator; → evaluation.consolidation; tells consolidator measure.reviewReturned; consolidatedBy=null
  backToImplementation: coordinator; → implementation.track.deliverable.working+implementation.dispute.none+implementation.suspension.running
  closeAchieved: coordinator; → closed.achieved; consolidatedBy=null
  closeMostly: coordinator; → closed.mostly; consolidatedBy=null
  closeNotAchieved: coordinator; → closed.notAchieved; consolidatedBy=null
  closeCarriedForward: coordinator; → closed.carriedForward; consolidatedBy=null
  merge: coordinator; → merged
  withdraw: coordinator, system; → withdrawn

  after system beginImplementation, system beginEvaluation, consolidator consolidate, coordinator closeMostly
  closed.mostly (at an end)
  reopen: coordinator; → implementation.track.deliverable.working+implementation.dispute.none+implementation.suspension.running; tells responsible, supporting, consolidator measure.reopened

  after coordinator merge
  merged (over)

  after coordinator withdraw
  withdrawn (over)
  `),
  )('$title', ({ story, rights }) => {
    expect(rightsAfter(ground, story)).toEqual(rights);
  });
});

describe('a standing measure, put together by the office: who may do what, and what comes of it', () => {
  const ground: Ground = {
    id: 'measure@1',
    input: { planId: 'p', cycleId: 'c', track: 'standing', consolidator: 'office' },
    payloads: { changeTrack: { track: 'deliverable' }, setConsolidator: { consolidator: 'lead' } },
  };

  it.each(
    readTable(`
  after coordinator beginImplementation
  implementation.track.standing.working+implementation.dispute.none+implementation.suspension.running
  setConsolidator: coordinator; consolidator=lead
  changeTrack: coordinator; → implementation.track.deliverable.working+implementation.dispute.none+implementation.suspension.running; track=deliverable
  evaluateYear: coordinator; → implementation.track.standing.evaluated+implementation.dispute.none+implementation.suspension.running
  raiseDispute: coordinator, responsible, supporting; → implementation.track.standing.working+implementation.dispute.disputed+implementation.suspension.running; tells coordinator measure.disputed; disputeOpen=true
  suspend: coordinator; → implementation.track.standing.working+implementation.dispute.none+implementation.suspension.suspended
  beginEvaluation: coordinator, system; → evaluation.unitTexts
  merge: coordinator; → merged
  withdraw: coordinator, system; → withdrawn

  after coordinator beginImplementation, coordinator evaluateYear
  implementation.track.standing.evaluated+implementation.dispute.none+implementation.suspension.running
  setConsolidator: coordinator; consolidator=lead
  changeTrack: coordinator; → implementation.track.deliverable.working+implementation.dispute.none+implementation.suspension.running; track=deliverable
  evaluateYear: coordinator; changedOn=2026-07-02
  raiseDispute: coordinator, responsible, supporting; → implementation.track.standing.evaluated+implementation.dispute.disputed+implementation.suspension.running; tells coordinator measure.disputed; disputeOpen=true
  suspend: coordinator; → implementation.track.standing.evaluated+implementation.dispute.none+implementation.suspension.suspended
  beginEvaluation: coordinator, system; → evaluation.unitTexts
  merge: coordinator; → merged
  withdraw: coordinator, system; → withdrawn

  after coordinator beginImplementation, coordinator beginEvaluation, coordinator consolidate
  evaluation.review
  setConsolidator: coordinator; consolidator=lead
  consolidate: coordinator, consolidator; consolidatedBy=乙（牵头办）
  returnReview: coordinator; → evaluation.consolidation; tells consolidator measure.reviewReturned; consolidatedBy=null; consolidatedByOffice=false
  backToImplementation: coordinator; → implementation.track.standing.working+implementation.dispute.none+implementation.suspension.running
  closeAchieved: coordinator; → closed.achieved; consolidatedBy=null; consolidatedByOffice=false
  closeMostly: coordinator; → closed.mostly; consolidatedBy=null; consolidatedByOffice=false
  closeNotAchieved: coordinator; → closed.notAchieved; consolidatedBy=null; consolidatedByOffice=false
  closeCarriedForward: coordinator; → closed.carriedForward; consolidatedBy=null; consolidatedByOffice=false
  merge: coordinator; → merged
  withdraw: coordinator, system; → withdrawn
  `),
  )('$title', ({ story, rights }) => {
    expect(rightsAfter(ground, story)).toEqual(rights);
  });
});

it('measure@1 names every state, event and person it speaks of', () => {
  expect(faultsInText('measure@1')).toEqual([]);
});
