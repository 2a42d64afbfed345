import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const HEAD = '太原市2026年农民工工作要点\n\n一、重点任务\n\n';
const plan = (body: string) => readPlan(`${HEAD}${body}`, registry);
const one = (clause: string) => plan(`（一）办好服务。${clause}`).measures[0]!;

describe('a season by which something is to be done', () => {
  it.each([
    ['农忙前', '农忙前完成返乡服务点布设。（市农业农村局负责）'],
    ['麦收前', '麦收前完成机手培训。（市农业农村局负责）'],
    ['开学前', '开学前完成随迁子女登记。（市教育局负责）'],
    ['主汛期来临前', '主汛期来临前完成工地排查。（市住建局负责）'],
    ['开学前', '完成随迁子女登记。（市教育局负责；完成时限：开学前）'],
    ['汛期前', '完成工地排查。（市住建局负责，汛期前完成）'],
  ])('stays as a window, and its day is asked for: %s in “%s”', (words, clause) => {
    const { conditions, doubts, due } = one(clause);
    expect(conditions).toEqual([expect.objectContaining({ kind: 'window', raw: expect.stringContaining(words) })]);
    expect(due).toBeNull();
    expect(doubts).toEqual([
      expect.objectContaining({ code: 'deadline_unread', reason: expect.stringContaining('没有写明是哪一天') }),
    ]);
  });

  it('is not asked for where a day is printed, nor where only the season is named', () => {
    expect(one('汛期前（5月底前）完成工地排查。（市住建局负责）').doubts).toEqual([]);
    expect(one('汛期前完成工地排查。（市住建局负责；完成时限：5月底前）').doubts).toEqual([]);
    expect(one('做好汛期工地值守。（市住建局负责）').doubts).toEqual([]);
    expect(one('麦收前后组织机手返乡。（市农业农村局负责）').doubts).toEqual([]);
  });
});

describe('a report twice a year', () => {
  const duties = (sentence: string) =>
    plan(`（一）办好夜校。（市教育局负责）\n\n二、有关要求\n\n${sentence}\n`).reporting.map(
      ({ due, every, what, to }) => [due ?? every, what, to],
    );

  it('is one duty with its two months', () => {
    expect(duties('各成员单位每年6月、12月各报一次总结。')).toEqual([
      ['每年6月、12月', '各成员单位各报一次总结', '印发单位'],
    ]);
  });

  it('is due on the days that are printed behind its rhythm, and not by the rhythm as well', () => {
    expect(duties('各成员单位每半年报送一次总结，于6月底、12月底前报市农民工办。')).toEqual([
      ['2026-06-30', '各成员单位报送一次总结', '市农民工办'],
      ['2026-12-31', '各成员单位报送一次总结', '市农民工办'],
    ]);
    expect(duties('各成员单位每季度报送一次进展，12月底前将总结报市农民工办。').map(([term]) => term)).toEqual([
      '每季度',
      '2026-12-31',
    ]);
  });
});
