import { describe, expect, it } from '@jest/globals';
import { Course, people } from '../../test/support/course.js';

const { coordinator, colleague, liaison, superior, system } = people;
const report = () =>
  new Course('document@1', { planId: 'p', kind: '报告', title: '年终总结', draftedBy: coordinator.user });
const asked = () => report().does(coordinator, 'askComments', { units: ['u'], due: '2026-12-20', fires: '2026-12-21' });
const sent = () =>
  report()
    .does(colleague, 'approve', { opinion: '同意' })
    .does(coordinator, 'uploadFinal', { file: 'sha', changedFigures: [] })
    .does(coordinator, 'send', { number: '第1号', on: '2026-12-31', to: '省厅', channel: '公文系统' });

describe('a paper of the office (文稿)', () => {
  it('asks for comments; silence past the day counts as none (逾期视同无意见)', () => {
    const paper = asked().does(liaison, 'comment', { unit: 'u', verdict: 'none' });
    paper.does(system, 'deadline.comments', { day: '2026-12-21' });
    expect(paper.context.commentsClosed).toBe(true);
    paper.does(coordinator, 'revise', { note: '吸收意见' });
    expect(paper.state).toBe('revised');
    expect(paper.deadline('comments')).toBeNull();
  });

  it('is signed off by another than its drafter; who revised it last is its drafter', () => {
    expect(report().may(coordinator, 'approve')).toBe(false);
    const revised = report().does(colleague, 'revise', { note: '改' });
    expect(revised.may(colleague, 'approve')).toBe(false);
    expect(revised.may(coordinator, 'approve')).toBe(true);
  });

  it('the leader’s signature on paper is recorded, marked when the drafter records it', () => {
    const paper = report().does(coordinator, 'recordApproval', {
      signer: '签批人',
      post: '主任',
      on: '2026-12-25',
      proof: null,
    });
    expect(paper.context.selfReviewed).toBe(true);
  });

  it('is sent once it is final, receipted and filed', () => {
    expect(report().does(colleague, 'approve', { opinion: '同意' }).may(coordinator, 'send')).toBe(false);
    const paper = sent().does(superior, 'receipt', { on: '2027-01-04', from: '省厅' });
    expect(paper.does(coordinator, 'file', { place: '2026年卷' }).isOver).toBe(true);
  });

  it('an issued paper never changes: what the superior asks for makes the next version', () => {
    const paper = sent().does(superior, 'askChanges', { text: '补充就业数据', from: '省厅' });
    paper.does(coordinator, 'revise', { note: '补充' });
    expect(paper.context).toMatchObject({ version: 2, number: null, finalFile: null });
    expect(paper.state).toBe('revised');
  });
});
