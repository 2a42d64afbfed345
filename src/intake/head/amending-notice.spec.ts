import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const asked = (...lines: string[]) =>
  readPlan(lines.join('\n'), registry).doubts.filter(({ code }) => code === 'amending_notice');

const HEAD = ['关于调整农民工服务要点的通知', '各县（市、区）农民工办，各成员单位：'];

describe('a notice that changes some clauses', () => {
  it('is told to be no full text, with the cure', () => {
    const [doubt] = asked(
      ...HEAD,
      '现对《2026年农民工服务要点》有关内容调整如下：',
      '一、将第2条“办夜校10期”修改为“办夜校15期”。',
      '二、删除第4条。',
      '三、新增一条：“建零工驿站5个。（市总工会牵头）”。',
    );
    expect(doubt?.reason).toMatch(/^这是只改几条的通知，不是完整的新文本.*没有提到的条款并不作废.*导入改好的完整文本/);
  });

  it('also by the changed units alone, and without an announcement', () => {
    const one = ['一、第二条牵头单位由市总工会调整为市教育局。', '二、第（五）项增加“送电影下乡8场”。（市总工会负责）'];
    expect(asked(...HEAD, ...one)).toHaveLength(1);
    expect(asked(...HEAD, '作如下修改：', '把第三条中的“10期”改为“12期”。')).toHaveLength(1);
  });

  it('is not a full text that tells what is new in it', () => {
    const full = [
      '太原市2026年农民工服务要点（修订）',
      '与原文相比作如下调整：新增一条，删除第4条。',
      '一、办夜校15期。（市教育局负责）',
      '二、建零工驿站5个。（市总工会负责）',
      '三、送电影下乡8场。（市文化和旅游局负责）',
    ];
    expect(asked(...full)).toEqual([]);
  });

  it('is not a plan that adds lines or carries out an article', () => {
    const plan = ['太原市2026年农民工服务要点', '一、新增一条公交线路，落实《条例》第三条。（市交通运输局负责）'];
    expect(asked(...plan)).toEqual([]);
    expect(asked(plan[0]!, '一、将夜校由10期增加到15期，免费改为低费。（市教育局负责）')).toEqual([]);
  });
});
