import { describe, expect, it } from '@jest/globals';
import { Course, people, type Person } from '../../test/support/course.js';

const { coordinator, colleague, responsible, supporting, lead, system } = people;
const office = { planId: 'p', cycleId: 'c', track: 'deliverable', consolidator: 'office' };
const byLead = { ...office, consolidator: 'lead' };
const started = (input: object) => new Course('measure@1', input).does(system, 'beginImplementation');
const inReview = (input: object, by: Person = coordinator) =>
  started(input)
    .does(system, 'beginEvaluation')
    .does(system, 'unitTextsIn')
    .does(by, 'consolidate', { text: '已开展' });

describe('a measure with an end (办结型)', () => {
  it('市教育局申请办结后由农民工办核实，市教育局自己不能核实', () => {
    const measure = started(office).does(responsible, 'requestCompletion', { text: '新建学校1所已启用' });
    expect(measure.notices).toContain('measure.completionRequested');
    expect(measure.may(responsible, 'verifyCompletion')).toBe(false);
    measure.does(coordinator, 'verifyCompletion', { opinion: '属实' });
    expect(measure.state).toContain('implementation.track.deliverable.verified');
    expect(measure.context.selfReviewed).toBe(false);
  });

  it('a completion that the office entered for the bureau is verified by a colleague, or marked 代填代审', () => {
    const entered = () =>
      started(office).does({ ...coordinator, onBehalf: true }, 'requestCompletion', { text: '电话报告已完成' });
    expect(entered().may(coordinator, 'verifyCompletion')).toBe(false);
    expect(entered().may(colleague, 'verifyCompletion')).toBe(true);
    expect(entered().may(colleague, 'verifyOwnEntry')).toBe(false);
    const alone = entered().does(coordinator, 'verifyOwnEntry', { opinion: '已电话核实' });
    expect(alone.context.selfReviewed).toBe(true);
    expect(alone.state).toContain('track.deliverable.verified');
    alone.does(colleague, 'returnCompletion', { opinion: '现场复核不符' });
    expect(alone.context.selfReviewed).toBe(false);
  });

  it('a liaison who also works in the office does not verify her own bureau’s request', () => {
    const measure = started(office).does(responsible, 'requestCompletion', { text: '完成' });
    const sameHuman = { ...coordinator, user: responsible.user };
    expect(measure.may(sameHuman, 'verifyCompletion')).toBe(false);
    expect(measure.may(sameHuman, 'verifyOwnEntry')).toBe(false);
  });

  it('goes back to work when the completion is returned, even after it was verified', () => {
    const measure = started(office).does(responsible, 'requestCompletion', { text: '完成' });
    measure.does(coordinator, 'verifyCompletion', { opinion: '属实' });
    measure.does(colleague, 'returnCompletion', { opinion: '现场复核不符' });
    expect(measure.state).toContain('track.deliverable.working');
  });
});

describe('a standing measure (常态型)', () => {
  it('is evaluated for the year and knows no completion', () => {
    const measure = started({ ...office, track: 'standing' });
    expect(measure.may(responsible, 'requestCompletion')).toBe(false);
    measure.does(coordinator, 'evaluateYear', { opinion: '持续推进' });
    expect(measure.state).toContain('track.standing.evaluated');
  });

  it('becomes one with an end when the office corrects the reading, without touching a suspension', () => {
    const measure = started({ ...office, track: 'standing' }).does(coordinator, 'suspend', { reason: '等上级文件' });
    measure.does(coordinator, 'changeTrack', { track: 'deliverable', reason: '原文有完成时限' });
    expect(measure.state).toContain('track.deliverable.working');
    expect(measure.state).toContain('suspension.suspended');
  });
});

describe('a dispute about duties (职责争议)', () => {
  it('does not stop the work, and outlives the stage in which it was raised', () => {
    const measure = new Course('measure@1', office).does(supporting, 'raiseDispute', { reason: '不属我局职责' });
    measure.does(system, 'beginImplementation');
    expect(measure.state).toContain('dispute.disputed');
    expect(measure.may(responsible, 'requestCompletion')).toBe(true);
    measure.does(system, 'beginEvaluation').does(coordinator, 'settleDispute', { outcome: '按三定方案由市财政局配合' });
    measure.does(coordinator, 'backToImplementation', { reason: '补充推进' });
    expect(measure.state).toContain('dispute.none');
  });
});

describe('the end of the year', () => {
  it('the lead bureau writes, the office reviews, returns once, and closes it as achieved', () => {
    const measure = inReview(byLead, lead).does(coordinator, 'returnReview', { opinion: '补充数据' });
    expect(measure.state).toBe('evaluation.consolidation');
    measure.does(lead, 'consolidate', { text: '补充后' }).does(coordinator, 'closeAchieved', { opinion: '同意' });
    expect(measure.state).toBe('closed.achieved');
    expect(measure.context.selfReviewed).toBe(false);
  });

  it('in an office of one person who consolidates, the close-out is possible and marked 代填代审', () => {
    const measure = inReview(office).does(coordinator, 'closeMostly', { opinion: '基本完成' });
    expect(measure.state).toBe('closed.mostly');
    expect(measure.context.selfReviewed).toBe(true);
  });

  it('who consolidates for the office as its consolidator may close it too, marked 代填代审', () => {
    const writer: Person = { ...coordinator, relation: 'consolidator' };
    const measure = inReview(office, writer);
    expect(measure.does(coordinator, 'closeAchieved', { opinion: '同意' }).context.selfReviewed).toBe(true);
    expect(inReview(byLead, writer).may(coordinator, 'closeAchieved')).toBe(false);
  });

  it('who wrote the text for the lead bureau does not close it under another hat', () => {
    const measure = inReview(byLead, lead);
    const sameHuman = { ...coordinator, user: lead.user };
    expect(measure.may(sameHuman, 'closeAchieved')).toBe(false);
    measure.does(sameHuman, 'setConsolidator', { consolidator: 'office', leadUnit: null });
    expect(measure.may(sameHuman, 'closeAchieved')).toBe(false);
    expect(measure.may(coordinator, 'closeAchieved')).toBe(true);
  });

  it('reopened, it stands where its track stood', () => {
    const measure = started(office).does(responsible, 'requestCompletion', { text: '完成' });
    measure.does(system, 'beginEvaluation').does(coordinator, 'consolidate', { text: '汇总' });
    measure.does(colleague, 'closeCarriedForward', { opinion: '结转' }).does(coordinator, 'reopen', { reason: '复查' });
    expect(measure.state).toContain('track.deliverable.completionRequested');
    expect(measure.may(responsible, 'withdrawRequest')).toBe(true);
    expect(measure.notices).toContain('measure.reopened');
  });

  it.each(['Achieved', 'Mostly', 'NotAchieved', 'CarriedForward'])('closed as %s it is at an end', (result) => {
    const measure = inReview(byLead, lead);
    expect(measure.isAtEnd).toBe(false);
    expect(measure.does(coordinator, `close${result}`, { opinion: '同意' }).isAtEnd).toBe(true);
    expect(measure.isOver).toBe(false);
  });

  it('cannot be closed before the review', () => {
    const measure = started(office);
    expect(measure.may(coordinator, 'closeAchieved')).toBe(false);
    measure.does(system, 'beginEvaluation');
    expect(measure.may(coordinator, 'closeAchieved')).toBe(false);
  });
});
