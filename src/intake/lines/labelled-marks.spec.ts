import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const told = (text: string) =>
  readPlan(`遂川县2026年稳就业行动方案${text}`, registry).measures.map(({ no, title }) => `${no} ${title}`);

const PARTS = (mark: (number: string) => string): string[] => [
  `${mark('一')}开展招聘活动。办20场。（县人社局牵头，县总工会配合）`,
  `${mark('二')}强化技能培训`,
  '1.开设培训班12期。（县人社局负责）',
  '2.认定实训基地3个。（县教育局负责）',
  `${mark('三')}落实社保补贴。按时发放。（县财政局负责）`,
];
const NUMBERS = ['1 开展招聘活动', '2.1 开设培训班12期', '2.2 认定实训基地3个', '3 落实社保补贴'];

describe('a task’s number behind its word', () => {
  it.each([
    ['【任务三】', (number: string) => `【任务${number}】`],
    ['【重点任务三】', (number: string) => `【重点任务${number}】`],
    ['行动三：', (number: string) => `行动${number}：`],
  ])('%s opens a clause, also where line breaks were lost', (_, mark) => {
    expect(told(`\n${PARTS(mark).join('\n')}`)).toEqual(NUMBERS);
    expect(told(PARTS(mark).join(''))).toEqual(NUMBERS);
  });

  it('第一件： stands over the units of its own lines', () => {
    const things = ['第一件：新增就业3200人', '责任单位：县人社局', '完成时限：12月底', '第二件：新增学位1500个'];
    const text = ['', '实事项目', ...things, '责任单位：县教体局、县住建局', '完成时限：8月底', ''].join('\n');
    for (const printed of [text, text.replaceAll('\n', '')]) {
      const { measures } = readPlan(`遂川县2026年十件实事任务分解表${printed}`, registry);
      expect(measures.map(({ title, due, responsible }) => [title, due, responsible.length])).toEqual([
        ['新增就业3200人', '2026-12-31', 1],
        ['新增学位1500个', '2026-08-31', 2],
      ]);
    }
  });

  it('is none where the word belongs to the heading before the number', () => {
    const text = [
      '\n一、主要任务1.办好夜校。（县教育局负责）2.清欠薪。（县司法局负责）',
      '二、保障措施1.加强督查。（县财政局负责）',
    ];
    expect(told(text.join(''))).toEqual(['1.1 办好夜校', '1.2 清欠薪', '2.1 加强督查']);
  });

  it('in brackets inside a sentence opens none', () => {
    expect(told('\n1.与【任务二】一并推进夜校。（县教育局负责）\n2.清欠薪。（县司法局负责）')).toEqual([
      '1 与【任务二】一并推进夜校',
      '2 清欠薪',
    ]);
  });
});
