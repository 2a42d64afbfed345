import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../intake/read-plan.js';
import { loadUnitRegistry } from '../intake/registry.js';
import { planDoubts } from './confirm-doubts.presenter.js';
import { applyChanges } from './draft-changes.js';
import { openDeadline } from './draft-deadlines.js';
import { proposals } from './draft-proposals.js';
import { yearLeft } from './draft-year.js';
import { openQuestions, toDraft, type DraftReading } from './draft.js';
import { headMoved } from './year-changed.js';

const TASKS = `一、重点任务
（一）开展技能培训。面向进城务工人员开班，培训1000人次以上。（市人社局负责，3月启动，10月完成）
（二）治理欠薪。上半年开展排查，9月底前完成整改。（市住建局负责）
（三）关爱行动。走访慰问困难职工。（市总工会负责，春节前后）
`;
const read = (text: string): DraftReading => toDraft(readPlan(text, loadUnitRegistry()));
const plain = read(`晋城市农民工工作方案\n\n${TASKS}`);

/** The draft once the office has given its date. */
function given(draft: DraftReading, issuedOn: string) {
  const head = [{ key: null, field: 'issuedOn', value: issuedOn }];
  const moved = headMoved(draft, head);
  const after = applyChanges(draft, [...head, ...moved.changes]);
  return { after, words: moved.words(after) };
}

describe('a plan that prints no year', () => {
  it('keeps the words of its days, and is asked for its year', () => {
    expect(plain.measures.map(({ due, deadline }) => due ?? deadline?.day ?? null)).toEqual([null, null, null]);
    expect(plain.measures.flatMap(({ conditions }) => conditions.map(({ raw, by }) => [raw, by ?? null]))).toEqual([
      ['3月启动', null],
      ['10月完成', null],
      ['9月底前', null],
      ['春节前后', null],
    ]);
    const asked = (draft: DraftReading) =>
      openQuestions(draft)
        .flatMap(({ reasons }) => reasons)
        .join('');
    expect(asked(applyChanges(plain, proposals(plain)))).toContain(
      '文中没有年份，4 处日期没有年份（“3月”、“10月完成”、“上半年”等）',
    );
    expect(planDoubts({ draft: plain, imported: plain }).join('')).not.toContain('没有年份');
    expect(asked(given(plain, '2026-01-20').after)).not.toContain('没有年份');
    const left = applyChanges(plain, yearLeft(plain, '2026-02-03'));
    expect([left.year, asked(left).includes('没有年份'), left.measures[0]!.due]).toEqual([2026, false, null]);
  });

  it('has its days once the office has given its date: the notes’ are taken, the texts’ asked', () => {
    const { after, words } = given(plain, '2026-01-20');
    expect(after.measures.map(({ due, track }) => [due, track])).toEqual([
      ['2026-10-31', 'deliverable'],
      [null, 'standing'],
      [null, 'standing'],
    ]);
    expect(openDeadline(after.measures[1]!)).toMatchObject({ day: '2026-09-30', doubt: null });
    expect(after.measures[0]!.conditions).toMatchObject([{ raw: '3月启动', by: '2026-03-31' }]);
    expect(after.measures[2]!.conditions).toMatchObject([{ raw: '春节前后', start: '2026-02-02', end: '2026-03-04' }]);
    expect(words).toContain('2026-10-31');
    expect(words).toContain('2026-09-30（待核对）');
  });

  it.each(['长期', '全年', '汛期', '每季度'])('leaves %s of a note alone, to which no year brings a day', (words) => {
    const draft = read(`晋城市农民工工作方案\n\n${TASKS.replace('春节前后', words)}`);
    expect(draft.measures[2]!.conditions.map(({ raw }) => raw)).toEqual([words]);
    const { changes } = headMoved(draft, [{ key: null, field: 'issuedOn', value: '2026-01-20' }]);
    expect(changes.filter(({ key }) => key === 'm003')).toEqual([]);
  });

  it('keeps its reports without their days, which come with the year', () => {
    const said = '各成员单位每月25日前报送进展，6月20日、12月20日前将总结报市农民工办。';
    const draft = read(`晋城市农民工工作方案\n\n${TASKS}二、总结上报\n${said}\n`);
    expect(draft.reporting.map(({ due, every }) => due ?? every ?? null)).toEqual(['每月25日前', null, null]);
    const { after, words } = given(draft, '2026-01-20');
    expect(after.reporting.map(({ due, every }) => due ?? every)).toEqual(['每月25日前', '2026-06-20', '2026-12-20']);
    expect(words).toContain('向上报送 2026-06-20');
  });

  it('keeps what the office has set, and asks about a day before the plan’s own date', () => {
    const set = applyChanges(plain, [
      { key: plain.measures[0]!.key, field: 'due', value: '2026-08-31' },
      { key: plain.measures[1]!.key, field: 'withoutDue', value: true },
    ]);
    expect(given(set, '2026-01-20').after.measures.map(({ due, deadline }) => [due, deadline?.day ?? null])).toEqual([
      ['2026-08-31', null],
      [null, null],
      [null, null],
    ]);
    const late = given(plain, '2026-11-20').after.measures[0]!;
    expect(late).toMatchObject({ due: null, deadline: { day: '2026-10-31', doubt: expect.stringContaining('早于') } });
  });

  it('takes it from its timetable where that prints one', () => {
    const phases =
      '二、实施步骤\n（一）动员部署阶段（2026年3月—4月）。制定方案。\n（二）总结阶段（12月）。总结经验。\n';
    const draft = read(`晋城市农民工工作方案\n\n${TASKS}${phases}`);
    expect(draft.measures.map(({ due, deadline }) => due ?? deadline?.day ?? null)).toEqual([
      '2026-10-31',
      '2026-09-30',
      null,
    ]);
    expect(planDoubts({ draft, imported: draft }).join('')).not.toContain('没有年份');
  });
});
