import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../intake/read-plan.js';
import { loadUnitRegistry } from '../intake/registry.js';
import { toDraft, type DraftReading } from './draft.js';
import { applyChanges } from './draft-changes.js';
import { redated, setByHand, staying } from './draft-redated.js';
import { openQuestions } from './draft.js';
import { proposals } from './draft-proposals.js';
import { headMoved } from './year-changed.js';

const TEXT = `太原市农民工工作领导小组办公室文件
并农工办发〔2026〕18号

农民工工作要点

一、总体目标

培训农民工8000人次，到年底新建驿站20个。

二、稳定就业

（一）开展技能培训。面向进城务工人员开班，9月底前培训1000人次以上，到2028年累计培训3000人次。

责任单位：市人社局，完成时限：6月30日前。

（二）部署节前清欠。完成在建项目排查，2026年11月底前整改到位。

责任单位：市住建局，完成时限：2026年12月25日前。

（三）建设驿站。2月底前全部建成，实现全覆盖。

责任单位：市总工会。

三、实施步骤

（一）动员部署阶段（5月中旬—6月）。制定方案。

（二）总结评估阶段（2026年12月）。各县（市、区）于12月15日前将总结报送市农民工办。

太原市农民工工作领导小组办公室
2026年3月20日
`;

const read = (): DraftReading => toDraft(readPlan(TEXT, loadUnitRegistry()));
const moved = (draft: DraftReading, from = 2026, to = 2028) => applyChanges(draft, redated(draft, from, to));
const days = ({ measures, phases, reporting }: DraftReading) => ({
  due: measures.map(({ due }) => due),
  text: measures.map(({ deadline }) => deadline?.day ?? null),
  phases: phases.flatMap(({ start, end }) => [start, end]),
  reports: reporting.map(({ due }) => due),
});

describe('a plan that is given another year', () => {
  it('has the days moved that are printed without a year, and those alone', () => {
    expect(days(read())).toEqual({
      due: ['2026-06-30', '2026-12-25', null],
      text: [null, null, '2026-02-28'],
      phases: ['2026-05-11', '2026-06-30', '2026-12-01', '2026-12-31'],
      reports: ['2026-12-15'],
    });
    expect(days(moved(read()))).toEqual({
      due: ['2028-06-30', '2026-12-25', null],
      text: [null, null, '2028-02-29'],
      phases: ['2028-05-11', '2028-06-30', '2026-12-01', '2026-12-31'],
      reports: ['2028-12-15'],
    });
  });

  it('has its figures’ days moved the same way; a far goal of that year becomes one of the year itself', () => {
    const by = ({ measures, goals }: DraftReading) =>
      [...goals, ...measures.flatMap(({ targets }) => targets)].map((one) => `${one.raw} ${one.by} ${one.targetKind}`);
    const [before, after] = [by(read()), by(moved(read()))];
    expect(before).toEqual(
      expect.arrayContaining(['1000人次以上 2026-09-30 annual', '3000人次 2028-12-31 multi_year']),
    );
    expect(after).toEqual(expect.arrayContaining(['1000人次以上 2028-09-30 annual', '3000人次 2028-12-31 annual']));
    expect(before.map((words) => words.replaceAll('2026', '2028').replace('multi_year', 'annual'))).toEqual(after);
  });

  it('keeps what the office set by hand, moves what it took from the text, and goes back the same way', () => {
    const draft = read();
    const taken = applyChanges(draft, [
      { key: 'm001', field: 'due', value: '2026-07-15' },
      { key: 'm003', field: 'due', value: '2026-02-28' },
    ]);
    expect(days(moved(taken)).due).toEqual(['2026-07-15', '2026-12-25', '2028-02-29']);
    expect(moved(moved(taken), 2028, 2026)).toEqual({ ...taken });
  });

  it('has a day judged anew that lay before the plan’s date, and lies behind it then', () => {
    const doubt = (draft: DraftReading) => draft.measures[2]!.deadline!.doubt;
    expect([doubt(read()), doubt(moved(read()))]).toEqual([expect.stringContaining('早于'), null]);
  });

  it('has days asked about again that lie before its own date now, and not taken by the proposals', () => {
    const moving = (draft: DraftReading, field: string, value: unknown) => {
      const head = [{ key: null, field, value }];
      const moved = headMoved(draft, head);
      const after = applyChanges(draft, [...head, ...moved.changes]);
      return { after, words: moved.words(after) };
    };
    const set = { key: 'm001', field: 'due', value: '2027-03-01' };
    const next = applyChanges(moving(read(), 'year', 2027).after, [
      { key: 'm003', field: 'due', value: '2027-02-28' },
      { key: 'm003', field: 'accepted', value: true },
    ]);
    const { after, words } = moving(applyChanges(next, [set]), 'year', 2026);
    expect(after.measures[2]).toMatchObject({ due: null, track: 'standing', deadline: { day: '2026-02-28' } });
    const asked = (draft: DraftReading) =>
      openQuestions(draft)
        .find(({ key }) => key === 'm003')
        ?.reasons.join();
    expect(asked(after)).toContain('早于成文日期');
    expect(asked(applyChanges(after, proposals(after)))).toContain('早于成文日期');
    expect(words).toContain('已退为待核对：2.3 2026-02-28，请重新定');
    expect(after.measures[0]!.due).toBe('2027-03-01');
    const later = moving(next, 'issuedOn', '2027-07-10');
    expect(later.words).toContain('2.1 2027-06-30');
    expect(later.after.measures[0]).toMatchObject({ due: null, deadline: { day: '2027-06-30', raw: '6月30日前' } });
    expect(openQuestions(later.after).find(({ key }) => key === 'm001')?.reasons).toEqual([
      '原定的完成时限 2027-06-30 早于计划的成文日期 2027-07-10：请填写正确的完成时限，或不设',
    ]);
  });

  it('tells days that the office typed from those that the paper prints', () => {
    const own = applyChanges(read(), [{ key: 'm001', field: 'due', value: '2026-07-15' }]);
    expect(setByHand(moved(own), 2026)).toEqual(['2.1 完成时限 2026-07-15']);
    expect(staying(moved(own), 2026)).toEqual(staying(moved(read()), 2026));
  });

  it('lists the days of the former year that stay', () => {
    expect(staying(moved(read()), 2026)).toEqual(['2.2 完成时限 2026-12-25', '总结评估阶段 2026-12-01 至 2026-12-31']);
    expect(redated(read(), 2026, 2026)).toEqual([]);
  });
});

describe('windows of a plan that is given another year', () => {
  const text = TEXT.replace('面向进城务工人员开班', '春节前后和国庆节前各开一期，汛期停课');
  const inYear = (draft: DraftReading, nth = 0) =>
    draft.measures[nth]!.conditions.filter(({ kind }) => kind === 'window').map(({ raw, end }) => `${raw} ${end}`);

  it('move with it also where the note prints them as 完成时限', () => {
    const noted = TEXT.replace('完成时限：6月30日前', '完成时限：春节前后');
    const draft = toDraft(readPlan(noted, loadUnitRegistry()));
    expect([inYear(draft), inYear(moved(draft))]).toEqual([['春节前后 2027-02-21'], ['春节前后 2028-02-10']]);
  });

  it('move with it; days that the office has set stay', () => {
    const draft = toDraft(readPlan(text, loadUnitRegistry()));
    expect(inYear(draft)).toEqual(['春节前后 2027-02-21', '国庆节前 2026-09-30', '汛期 null']);
    expect(inYear(moved(draft))).toEqual(['春节前后 2028-02-10', '国庆节前 2028-09-30', '汛期 null']);
    const conditions = draft.measures[0]!.conditions.map((one) =>
      one.raw === '国庆节前' ? { ...one, end: '2026-09-25' } : one,
    );
    const set = applyChanges(draft, [{ key: draft.measures[0]!.key, field: 'conditions', value: conditions }]);
    expect(inYear(moved(set))).toEqual(['春节前后 2028-02-10', '国庆节前 2026-09-25', '汛期 null']);
  });
});
