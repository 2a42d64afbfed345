import { describe, expect, it } from '@jest/globals';
import { goalReporter, type NamedMeasure } from './goal-reporters.js';

const measure = (title: string, text: string, ...responsible: string[]): NamedMeasure => ({
  title,
  text,
  responsible: responsible.map((name) => ({ name, surface: name })),
});

const draft = (...measures: NamedMeasure[]) => ({ measures });

describe('which unit is asked for a goal of the whole plan', () => {
  const plan = draft(
    measure('加大保障性住房供给', '发展保障性租赁住房，改善居住条件。', '市住房和城乡建设局', '市财政局'),
    measure('提升职业技能', '大规模开展农民工职业技能培训。', '市人力资源和社会保障局'),
    measure('促进就业', '稳定就业岗位。', '市人力资源和社会保障局'),
  );

  it('the first responsible unit of the measure that speaks of it', () => {
    expect(goalReporter(plan, '发展保障性租赁住房')).toBe('市住房和城乡建设局');
    expect(goalReporter(plan, '开展农民工职业技能培训')).toBe('市人力资源和社会保障局');
  });

  it('never one of a measure without a responsible unit, wherever the best measure stands', () => {
    const silent = measure('新建零工驿站', '新建零工驿站。');
    const late = draft(
      silent,
      measure('其他', '其他工作。', '市民政局'),
      measure('零工市场', '建成零工、驿站。', '市人社局'),
    );
    expect(goalReporter(late, '零工驿站')).toBe('市人社局');
  });

  it('only where half of the goal’s words stand in the measure', () => {
    const often = measure('其他', '其他。', '市财政局');
    const half = (text: string) => goalReporter(draft(often, often, measure('一', text, '市民政局')), '甲乙丙丁戊');
    expect(half('甲乙丙')).toBe('市民政局');
    expect(half('甲乙')).toBe('市财政局');
    expect(half('丁戊')).toBe('市财政局');
  });

  it('where no measure speaks of it, the unit responsible most often', () => {
    expect(goalReporter(plan, '随迁子女公办学校就读比例')).toBe('市人力资源和社会保障局');
  });

  it('nobody, where the plan names no unit', () => {
    expect(goalReporter(draft(measure('共同推进', '各单位共同推进。')), '工资案件')).toBeNull();
  });
});
