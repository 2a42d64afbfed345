import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const told = (...lines: string[]) =>
  readPlan(['衢州市2024年稳增长若干措施', ...lines].join('\n'), registry).measures.map(
    ({ no, title }) => `${no} ${title}`,
  );

describe('numbers of measures', () => {
  it('are the printed ones; parts of a chapter’s own paragraph have their turn behind its number', () => {
    const paragraph = '一是加快前期工作。（市发展改革委负责）二是强化用地保障。（市自然资源局负责）';
    const sections = ['（一）建设水网。（市水利局负责）', '（二）改造老旧小区。（市住建局负责）'];
    const numbers = ['1之一 扩大投资', '1之二 扩大投资', '1.1 建设水网', '1.2 改造老旧小区'];
    expect(told('一、扩大投资', paragraph, ...sections)).toEqual(numbers);
    expect(told(['一、扩大投资', paragraph, ...sections].join(''))).toEqual(numbers);
  });

  it('count the parts of a clause that has nothing below it', () => {
    const parts = '1.扩大投资。建设水网（市水利局负责），改造老旧小区（市住建局负责）。';
    expect(told('一、任务', parts)).toEqual(['1.1.1 扩大投资', '1.1.2 扩大投资']);
  });

  it('open a clause behind a gap too, also where the chapter begins in it', () => {
    const body = [
      '一、扩大投资',
      '1.建设水网。新修渠道30公里。（市水利局负责）',
      '二、保障民生',
      '3.学位供给。新增学位5000个。（市教育局负责）',
      '4.文化下乡。演出20场。（市文旅局负责）',
      '7.住房保障。筹集公租房3000套。（市住建局负责）',
      '三、优化环境',
      '11.简化流程。',
      '12.减少材料。（市司法局负责）',
    ];
    expect(told(...body)).toEqual(['1.1 建设水网', '2.3 学位供给', '2.4 文化下乡', '2.7 住房保障', '3.12 减少材料']);
  });

  it('that stand there twice are two clauses, and the second is asked about', () => {
    const body = [
      '1.建设水网。新修渠道30公里。（市水利局负责）',
      '2.学位供给。新增学位5000个。（市教育局负责）',
      '2.文化下乡。演出20场。（市文旅局负责）',
      '3.住房保障。筹集公租房3000套。（市住建局负责）',
    ];
    const read = readPlan(['衢州市2024年稳增长若干措施', '一、任务', ...body].join('\n'), registry).measures;
    expect(read.map(({ no, title, doubts }) => [no, title, doubts.map(({ code }) => code).join()])).toEqual([
      ['1.1', '建设水网', ''],
      ['1.2', '学位供给', ''],
      ['1.2（2）', '文化下乡', 'number_repeated'],
      ['1.3', '住房保障', ''],
    ]);
  });

  it('a figure at the head of a line below a clause opens none', () => {
    const body = ['3.建设水网。分三步：', '2.先修干渠。', '后修支渠。（市水利局负责）', '4.演出20场。（市文旅局负责）'];
    expect(told('一、任务', '1.发放补贴。（市财政局负责）', ...body)).toEqual([
      '1.1 发放补贴',
      '1.3 建设水网',
      '1.4 演出20场',
    ]);
  });
});
