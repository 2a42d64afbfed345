import { describe, expect, it } from '@jest/globals';
import { cityPlan, measure, provincePlan } from '../../../test/cascade/compared-plans.js';
import { commonPhrases, pairGround, restsOnUnits } from './ground.js';

describe('why two clauses are proposed as one matter', () => {
  it('names the words, the figure and the bureaus that they share', () => {
    const [theirs, ours] = [provincePlan().measures[0]!, cityPlan().measures[1]!];
    expect(pairGround(theirs, ours, 0.8)).toBe(
      '有相同的话“电工、护理等实用技能班，全年培训”“面向进城务工人员开办”；指标相同：培训农民工；' +
        '单位对口：省人力资源和社会保障厅与市人力资源和社会保障局、省财政厅与市财政局',
    );
  });

  it('says so when the text, the title, or figure and value are the same', () => {
    const wages = provincePlan().measures[1]!;
    expect(pairGround(wages, wages, 1)).toBe(
      '正文相同；指标和数值相同：欠薪线索按期办结率；单位对口：省人力资源和社会保障厅、省住房和城乡建设厅',
    );
    const title = pairGround(measure('1', '办好夜校', '开班。', []), measure('2', '办好夜校', '授课。', []), 0.4);
    expect(title).toBe('标题相同');
  });

  it('where nothing can be named, tells how alike the words are', () => {
    expect(pairGround(measure('1', '', '办夜校', []), measure('2', '', '夜校', []), 0.345)).toBe('用词相近（35%）');
  });

  it('finds the longest stretches, without the marks at their ends', () => {
    const one = '一是推行实名考勤与工资专户。二是设立维权公告牌，三是其他。';
    expect(commonPhrases(one, '设立维权公告牌，推行实名考勤与工资专户。')).toEqual([
      '推行实名考勤与工资专户',
      '设立维权公告牌',
    ]);
    expect(commonPhrases('短', '短')).toEqual([]);
  });
});

describe('clauses that say nearly the same', () => {
  const theirs = (title: string, text: string) => measure('1', title, text, ['省总工会']);
  const ours = (title: string, text: string) => measure('3', title, text, ['市总工会']);

  it('are alike though no long stretch is the same, as words were put in between', () => {
    const [one, other] = [
      theirs('走访慰问', '节前走访慰问困难务工家庭，送温暖到工棚。'),
      ours('关心关爱', '节前走访、慰问特困务工家庭，把温暖送到工棚。'),
    ];
    expect(restsOnUnits(one, other)).toBe(false);
    expect(pairGround(one, other, 0.4)).toContain('文字相近');
  });

  it('are alike where one of them says in its title what the other says in its text', () => {
    const said = '建立工会法律援助流动服务站';
    const [one, other] = [theirs(said, ''), ours('维护权益', `${said}。`)];
    expect(restsOnUnits(one, other)).toBe(false);
    expect(pairGround(one, other, 0.4)).toContain(`有相同的话“${said}”`);
  });

  it('are not the same where neither has a text', () => {
    expect(restsOnUnits(theirs('走访慰问', ''), ours('法律援助', ''))).toBe(true);
  });
});
