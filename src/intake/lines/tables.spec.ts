import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const rows = (text: string) =>
  readPlan(text, registry).measures.map(({ no, lead, supporting, openGroups }) => ({
    no,
    lead: lead?.name,
    supporting: supporting.map(({ name }) => name),
    groups: openGroups.map(({ surface }) => surface),
  }));

describe('a table pasted as text', () => {
  it('with its cells divided by blanks', () => {
    const text =
      '太原市2022年任务分工表\n序号 重点任务 牵头单位 配合单位\n1 扩大培训规模 市人社局 市财政局、各县区\n2 推进实名制 市住建局 市人社局';
    expect(rows(text)).toEqual([
      { no: '1', lead: '市人力资源和社会保障局', supporting: ['市财政局'], groups: ['各县区'] },
      { no: '2', lead: '市住房和城乡建设局', supporting: ['市人力资源和社会保障局'], groups: [] },
    ]);
  });

  it('with a line for every cell, upright strokes and cells left out by merging', () => {
    const cells = [
      '序号',
      '类别',
      '主要内容',
      '牵头单位',
      '责任单位',
      '1',
      '培训',
      '开展订单培训。',
      '市人社局',
      '市财政局',
    ];
    const more = ['2', '举办技能竞赛。', '市总工会', '市人社局、市教育局'];
    expect(rows(`宜昌市重点工作清单\n${[...cells, ...more].join(' |\n')} |`)).toMatchObject([
      { no: '1', lead: '市人力资源和社会保障局', supporting: ['市财政局'] },
      { no: '2', lead: '市总工会', supporting: ['市人力资源和社会保障局', '市教育局'] },
    ]);
  });

  it('run together without any blank', () => {
    const text =
      '咸阳市2022年任务分工表\n序号工作任务责任单位\n1新增就业3万人市人社局\n2建设实训基地市教育局、市人社局';
    expect(rows(text)).toMatchObject([{ lead: '市人力资源和社会保障局' }, { lead: '市教育局' }]);
  });

  it('with dates and leaders in columns behind the units', () => {
    const head = ['序号', '重点任务', '具体措施', '牵头单位', '责任单位', '完成时限', '责任领导'];
    const first = ['1', '稳定就业', '招聘会二十场', '县人社局', '县财政局、县总工会', '2023年6月底', '甲某'];
    const second = ['2', '改善校舍', '修缮两所', '县教育局', '县住建局', '年底前', '乙某'];
    const text = `汤阴县2023年任务分工表\n${[head, first, second].map((row) => row.join('\t')).join('\n')}`;
    expect(rows(text)).toMatchObject([
      { no: '1', lead: '县人力资源和社会保障局', supporting: ['县财政局', '县总工会'] },
      { no: '2', lead: '县教育局', supporting: ['县住房和城乡建设局'] },
    ]);
    expect(readPlan(text, registry).measures.map(({ due }) => due)).toEqual(['2023-06-30', '2023-12-31']);
  });

  it('without the line breaks between its rows', () => {
    const text =
      '汤阴县2023年重点任务分工表序号\t重点任务\t牵头单位\t配合单位1\t办好夜校\t县教育局\t县财政局、各乡镇' +
      '2\t建好驿站\t县人社局\t县总工会3\t守护健康\t县卫健委\t县医保局';
    expect(rows(text)).toMatchObject([
      { no: '1', lead: '县教育局', supporting: ['县财政局'], groups: ['各乡镇'] },
      { no: '2', lead: '县人力资源和社会保障局', supporting: ['县总工会'] },
      { no: '3', lead: '县卫生健康委员会', supporting: ['县医疗保障局'] },
    ]);
  });

  it('with a rule for all its rows in a cell', () => {
    const rule = '（列在首位的为牵头部门，有关部门按职责分工负责，下同）';
    const cells = [
      '序号',
      '工作任务',
      '负责单位',
      '时间进度',
      '1',
      '办好夜校',
      `县教育局、县人社局${rule}`,
      '12月底前',
    ];
    const text = `汤阴县2023年任务分工表\n${[...cells, '2', '建好驿站', '县人社局、县财政局', '长期'].join(' |\n')} |`;
    expect(rows(text)).toMatchObject([
      { lead: '县教育局', supporting: ['县人力资源和社会保障局'] },
      { lead: '县人力资源和社会保障局', supporting: ['县财政局'] },
    ]);
  });

  it('is left alone where its last column holds no units', () => {
    expect(rows('某市统计表\n序号 项目 责任单位\n1 完成情况 良好\n2 完成情况 一般')).toEqual([]);
  });

  it('points back at the cells it was read from', () => {
    const plan = readPlan(
      '太原市任务分工表\n序号 重点任务 责任单位\n1 扩大培训 市人社局\n2 推进维权 市司法局',
      registry,
    );
    const [unit] = plan.measures[1]?.responsible ?? [];
    expect(plan.text.slice(...(unit?.span ?? [0, 0]))).toBe('市司法局');
  });
});
