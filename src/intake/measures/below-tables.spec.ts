import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const TABLE = ['序号\t项目\t责任单位', '1\t修缮村小12所\t县教育局', '2\t硬化乡村道路60公里\t县交通运输局'];
const plan = (...lines: string[]) => readPlan(['遂川县2026年民生实事分解表', ...TABLE, ...lines].join('\n'), registry);

describe('a line below a task table', () => {
  it('does not take the place of the last row’s words', () => {
    const { measures } = plan('各乡镇要加强调度，确保办好办实。');
    expect(measures.map(({ text }) => text)).toEqual(['修缮村小12所。', '硬化乡村道路60公里。']);
  });

  it('that sets one day for all rows is asked about', () => {
    const { doubts, measures } = plan('（注：以上项目均须于12月20日前完成）');
    expect(doubts.map(({ code }) => code)).toContain('common_day');
    expect(doubts.find(({ code }) => code === 'common_day')?.reason).toContain('以上项目均须于12月20日前完成');
    expect(measures.map(({ due }) => due)).toEqual([null, null]);
    expect(plan('以上80%的项目已于9月开工。').doubts.map(({ code }) => code)).not.toContain('common_day');
  });
});

describe('the day of a whole plan, said once above its measures', () => {
  const asked = (...lines: string[]) => {
    const measures = ['二、任务', '（一）修缮校舍。加固围墙。（县教育局牵头）'];
    const { doubts, unassigned } = readPlan(['遂川县2026年校舍整治方案', ...lines, ...measures].join('\n'), registry);
    return [...doubts.filter(({ code }) => code === 'common_day').map(({ reason }) => reason), ...unassigned];
  };
  const told = (day: string) => `“${day}”是各项共同的时限，没有逐条填入：请在核对时填写各条的完成时限`;

  it('is asked about', () => {
    expect(asked('本方案各项任务于2026年10月底前完成。')).toEqual([told('本方案各项任务于2026年10月底前完成')]);
    expect(asked('一、整治时间', '2026年5月10日至10月31日。')).toEqual([told('2026年5月10日至10月31日')]);
    expect(asked('一、攻坚时间：5月10日至10月底')).toEqual([told('5月10日至10月底')]);
  });

  it('is none where the plan only tells what it holds', () =>
    expect(asked('本方案自2026年5月10日起施行。', '行动时间见附件。')).toEqual([]));
});
