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
