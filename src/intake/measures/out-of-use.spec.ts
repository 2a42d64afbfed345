import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const NOTE = '（市安监局牵头，市文化局、市退役军人事务局配合）';
const asked = (...head: string[]) =>
  readPlan([...head, '', '一、保障权益', `（一）安全生产。开展宣传20场。${NOTE}`].join('\n'), loadUnitRegistry())
    .measures.flatMap(({ doubts }) => doubts)
    .filter(({ code }) => code === 'unit_out_of_use')
    .map(({ reason }) => reason);

describe('units that are gone in a plan that prints no day', () => {
  it('are asked about when they were gone on the first day of its year', () => {
    const reasons = asked('太原市2025年农民工工作要点');
    expect(reasons).toHaveLength(2);
    expect(reasons[0]).toMatch(/^“市安监局”.*本计划2025年年初.*请定由谁承担$/);
    expect(asked('太原市2019年农民工工作要点')).toEqual([]);
  });

  it('are not asked about where no year is known, nor units that came up later', () => {
    expect(asked('太原市农民工工作要点')).toEqual([]);
    expect(asked('太原市2016年农民工工作要点')).toEqual([]);
  });

  it('are asked about by the printed day where there is one', () => {
    expect(asked('太原市2019年农民工工作要点', '2019年8月1日')).toHaveLength(2);
  });
});

describe('a unit that the plan itself calls a former one', () => {
  const read = (note: string, ...head: string[]) =>
    readPlan([...head, '', '一、保障权益', `（一）安全生产。开展宣传20场。（${note}）`].join('\n'), loadUnitRegistry())
      .measures[0]!;
  const told = (note: string, ...head: string[]) => {
    const { responsible, doubts } = read(note, ...head);
    const heirs = doubts.flatMap(({ code, successors = [] }) => [code, ...successors.map(({ name }) => name)]);
    return { names: responsible.map(({ name }) => name), heirs };
  };
  const YEAR = '太原市2023年农民工工作要点';

  it('keeps its own name, and who follows it on the day of the plan is asked', () => {
    expect(told('原市安监局、原市国土资源局按职责分工负责', YEAR)).toEqual({
      names: ['市安全生产监督管理局', '市国土资源局'],
      heirs: [
        'unit_out_of_use',
        '市应急管理局',
        'unit_out_of_use',
        '市自然资源局',
        '市自然资源和规划局',
        '市规划和自然资源局',
      ],
    });
    expect(told('市教育局、原工商局负责', YEAR)).toEqual({
      names: ['市教育局', '市工商行政管理局'],
      heirs: ['unit_out_of_use', '市市场监督管理局'],
    });
  });

  it('is asked about in the year of the reform too, and where no day is known', () => {
    const heirs = ['unit_out_of_use', '市应急管理局'];
    expect(told('原市安监局负责', '太原市2018年农民工工作要点', '2018年11月5日').heirs).toEqual(heirs);
    expect(told('原市安监局负责', '太原市农民工工作要点').heirs).toEqual(heirs);
  });

  it('is asked about where the register knows of no end', () => {
    const { responsible, doubts } = read('原市教育局负责', YEAR);
    expect(responsible.map(({ name }) => name)).toEqual(['市教育局']);
    expect(doubts.map(({ reason }) => reason)).toEqual([
      '“原市教育局”已经更名或撤并；名录没有写明由谁接着办，请定由谁承担',
    ]);
  });

  it('is not seen in the name of a place', () => {
    expect(told('原平市人社局负责', '忻州市2023年农民工工作要点').heirs).toEqual([]);
    expect(told('原州区教育局、区财政局负责', '原州区2023年农民工工作要点')).toEqual({
      names: ['区教育局', '区财政局'],
      heirs: [],
    });
  });
});
