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

  describe('that gives the changed tasks in full, without the numbers of their clauses', () => {
    const tasks = [
      '（一）办好夜校。夜校由10期增加到15期。（市总工会牵头）',
      '（二）送电影下乡。全年送电影8场。（市文化和旅游局牵头，市教育局配合）',
    ];
    const signed = ['太原市农民工工作领导小组办公室', '2026年11月20日'];
    const notice = (title: string, announced: string) => [title, '各成员单位：', announced, ...tasks, ...signed];

    it('is told by its title and by what it announces, and goes by its own name', () => {
      const title = '关于调整《太原市2026年农民工服务要点》部分任务的通知';
      const lines = notice(title, '经研究，对《太原市2026年农民工服务要点》部分任务作如下调整：');
      expect(asked(...lines)).toHaveLength(1);
      expect(readPlan(lines.join('\n'), registry)).toMatchObject({
        title,
        issuedOn: '2026-11-20',
        issuers: [{ name: '太原市农民工工作领导小组办公室' }],
      });
    });

    it('by either of the two', () => {
      const paper = '《太原市2026年农民工服务要点》';
      const titles = [
        `关于修改${paper}有关内容的通知`,
        `关于对${paper}个别条款进行调整的通知`,
        `关于调整2026年农民工服务要点部分目标任务的通知`,
      ];
      for (const title of titles) expect([title, asked(...notice(title, '现通知如下：')).length]).toEqual([title, 1]);
      const words = [`现对${paper}作如下调整：`, '现就要点有关任务调整如下：', `对${paper}部分任务修改如下：`];
      for (const said of words)
        expect([said, asked(...notice(`关于调整${paper}的通知`, said)).length]).toEqual([said, 1]);
    });

    it('is not one that sends out the whole text anew, nor a plan about an adjustment', () => {
      const whole = [
        '关于调整《太原市2026年农民工服务要点》部分任务的通知',
        '各成员单位：',
        '现将调整后的要点印发给你们。',
        ...signed,
        '太原市2026年农民工服务要点',
        ...tasks,
      ];
      expect(asked(...whole)).toEqual([]);
      expect(asked('太原市最低工资标准调整工作方案', ...tasks)).toEqual([]);
      expect(asked(...notice('关于印发《太原市产业调整中部分职工安置工作方案》的通知', '现印发给你们。'))).toEqual([]);
      expect(asked(...notice('关于调整2026年农民工服务任务分工的通知', '现将任务分工调整如下：'))).toEqual([]);
    });
  });

  it('is not a plan that adds lines or carries out an article', () => {
    const plan = ['太原市2026年农民工服务要点', '一、新增一条公交线路，落实《条例》第三条。（市交通运输局负责）'];
    expect(asked(...plan)).toEqual([]);
    expect(asked(plan[0]!, '一、将夜校由10期增加到15期，免费改为低费。（市教育局负责）')).toEqual([]);
  });
});
