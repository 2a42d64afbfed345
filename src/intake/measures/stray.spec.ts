import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const read = (...lines: string[]) => readPlan(['衢州市2024年夜校工作方案', ...lines].join('\n'), registry);
const asked = (...lines: string[]) => read(...lines).unassignedClauses?.map(({ no, text }) => [no, text].join('|'));

describe('words with a figure or a day that stand in no measure', () => {
  it('are asked about where they go on behind a note', () => {
    expect(asked('一、开课。开办夜校30期。（市教育局负责）同时布置自习室12间。')).toEqual([
      '1（2）|同时布置自习室12间。',
    ]);
    expect(asked('一、借书。设立书架。（市文广旅游局负责）', '采购图书4000册。')).toEqual(['1（2）|采购图书4000册。']);
  });

  it('are asked about where they introduce parts that have their own units', () => {
    const parts = ['1.走访工地2次。（市住建局负责）', '2.回访学员5次。（市总工会负责）'];
    expect(asked('一、招生。全年招收学员不少于900人：', ...parts)).toEqual(['1|全年招收学员不少于900人：']);
    expect(asked('一、招生', '抓好以下工作。全市学员增长15%。', ...parts)).toEqual([
      '1|抓好以下工作。全市学员增长15%。',
    ]);
    expect(asked('一、招生。6月底前完成摸底。', ...parts)).toEqual(['1|6月底前完成摸底。']);
  });

  it('are told with their place, their chapter and their first words', () => {
    const { text, unassignedClauses, unassigned } = read(
      '一、开课。开办夜校30期。（市教育局负责）同时布置自习室12间，备好桌椅。',
    );
    const [stray] = unassignedClauses ?? [];
    expect(stray).toMatchObject({
      stray: true,
      title: '同时布置自习室12间，备好桌椅',
      heading: ['开课', stray?.title],
    });
    expect(text.slice(...(stray?.span ?? [0, 0]))).toBe('同时布置自习室12间，备好桌椅。');
    expect(unassigned).toEqual([]);
  });

  it('are none where they only exhort, close the plan or were read', () => {
    expect(asked('一、开课。开办夜校30期。（市教育局负责）各单位要高度重视，务求实效。')).toEqual([]);
    expect(
      asked('一、招生。统筹抓好各项招生工作。', '1.走访工地2次。（市住建局负责）', '2.回访学员5次。（市总工会负责）'),
    ).toEqual([]);
    expect(asked('一、开课。开办夜校30期。（市教育局负责）', '衢州市教育局', '2024年4月1日')).toEqual([]);
    expect(asked('一、培训。（市教育局、市总工会负责）', '1.开办夜校30期。', '2.开办网课500课时。')).toEqual([]);
  });

  it('are none where the whole clause is asked about, or they are the goals', () => {
    const work = ['二、任务', '1.开办夜校30期。（市教育局负责）', '2.发放教材800册。'];
    const { unassignedClauses } = read('一、工作目标', '全市学员增长15%。', ...work);
    expect(unassignedClauses?.map(({ no, stray }) => [no, stray])).toEqual([['2.2', undefined]]);
  });
});
