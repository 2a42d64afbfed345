import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const told = (...lines: string[]) =>
  readPlan(['2023年宁海县惠民实事责任分解表', ...lines].join('\n'), registry).measures.map(
    ({ no, text, responsible, supporting, due, doubts }) => {
      const names = (units: { name: string }[]) => units.map(({ name }) => name).join(' ');
      const asked = doubts.filter(({ code }) => code !== 'unit_unknown').map(({ code }) => code);
      return [no, text, names(responsible), names(supporting), due, ...asked].filter(Boolean).join('|');
    },
  );

describe('a table whose cells only a blank divides, one row on a line', () => {
  const head = '序号 项目名称 建设内容 责任领导 责任单位 备注';
  const rows = (first: string[]) => [
    `${first[0]} 教育提升 新建幼儿园 2 所，改扩建学校5所 甲某 教育局`,
    `${first[1]} 就业促进 城镇新增就业1500人 乙某某 人社局、各乡镇`,
    `${first[2]} 饮水安全 巩固提升2万人 丙某 水利局、前童镇、岔路镇`,
    `${first[3]} 社区养老 新建照料中心3个 丁某 民政局 上级补助`,
  ];
  const read = [
    '1|教育提升，新建幼儿园2所，改扩建学校5所。|县教育局',
    '2|就业促进，城镇新增就业1500人。|县人力资源和社会保障局',
    '3|饮水安全，巩固提升2万人。|县水利局 前童镇 岔路镇',
    '4|社区养老，新建照料中心3个。|县民政局',
  ];

  it('has its rows by their numbers and its units by their column, persons and remarks left out', () => {
    expect(told(head, ...rows(['1', '2', '3', '4']))).toEqual(read);
    expect(told(head, ...rows(['一', '二', '三', '四']))).toEqual(read);
  });

  it('has two columns of units and a day', () => {
    const dated = [
      '序号 重点任务 牵头单位 配合单位 完成时限',
      '1 推广电子保函 县住建局 县财政局、县数据局 6月底',
      '2 建设零工市场 县人社局 各乡镇（街道） 12月底',
      '一、其他事项',
    ];
    expect(told(...dated)).toEqual([
      '1|推广电子保函。|县住房和城乡建设局|县财政局 县数据局|2023-06-30',
      '2|建设零工市场。|县人力资源和社会保障局|2023-12-31',
    ]);
  });

  it('tells of a row without units and melts no rows together', () => {
    const rows = [
      '1 教育提升 新建幼儿园2所 甲某 教育局',
      '2 就业促进 新增就业1500人 乙某某 待定',
      '3 饮水安全 提升2万人 丙某 水利局',
    ];
    const reading = readPlan(['2023年宁海县惠民实事责任分解表', head, ...rows].join('\n'), registry);
    expect(reading.measures.map(({ no, lead }) => `${no} ${lead?.name}`)).toEqual(['1 县教育局', '3 县水利局']);
    expect(reading.doubts.find(({ code }) => code === 'note_unread')?.reason).toContain('就业促进');
  });
});

describe('a table that lost its line breaks, its cells still divided', () => {
  const head = ['序号', '重点任务', '分管领导', '牵头单位', '配合单位（部门）', '完成时限'];
  const rows = [
    ['1', '推广电子保函。', '甲某', '县住建局', '县财政局、县数据局', '6月底'],
    ['2', '建设零工市场 3 处。', '乙某某', '县人社局', '各乡镇（街道）', '2023 年 9 月底'],
    ['3', '清理积案。', '甲某', '同上', '县公安局', '年底'],
  ];
  const read = [
    '1|推广电子保函。|县住房和城乡建设局|县财政局 县数据局|2023-06-30',
    '2|建设零工市场3处。|县人力资源和社会保障局|2023-09-30',
    '3|清理积案。|县人力资源和社会保障局|县公安局|2023-12-31',
  ];
  const title = '2023年宁海县惠民实事责任分解表';
  const measures = (text: string) =>
    readPlan(text, registry).measures.map(({ no, text: words, responsible, supporting, due, doubts }) => {
      const names = (units: { name: string }[]) => units.map(({ name }) => name).join(' ');
      return [no, words, names(responsible), names(supporting), due, ...doubts.map(({ code }) => code)]
        .filter(Boolean)
        .join('|');
    });

  it.each([' ', '　　', '|', '\t'])('by “%s”, is read behind its title as it is on lines', (mark) => {
    expect(measures([title, ...[head, ...rows].flat()].join(mark))).toEqual(read);
  });

  it.each([' ', '\t'])('by “%s”, is read where title, numbers and the cells before them stick together', (mark) => {
    expect(measures(title + [head, ...rows].map((row) => row.join(mark)).join(''))).toEqual(read);
  });

  it('leaves out its head where a page begins with it again', () => {
    expect(measures([title, ...[head, ...rows.slice(0, 2), head, ...rows.slice(2)].flat()].join(' '))).toEqual(read);
  });

  it('without numbers begins a row behind the units that end one, and asks', () => {
    const bare = [
      ['任务', '牵头单位', '配合单位'],
      ['推广电子保函。', '县住建局', '县财政局、县数据局'],
      ['建设零工市场。', '县人社局', '县民政局'],
    ];
    expect(measures(title + bare.map((row) => row.join(' ')).join(''))).toEqual([
      '1|推广电子保函。|县住房和城乡建设局|县财政局 县数据局|table_columns',
      '2|建设零工市场。|县人力资源和社会保障局|县民政局',
    ]);
  });

  it('has its head’s last column of units, and a task without units, stuck to the next number', () => {
    const rows = ['1 推广电子保函。 县住建局、县财政局', '2 建设零工市场。', '3 清理积案。 县公安局'];
    expect(measures(`${title}序号 重点任务 责任单位（部门）${rows.join('')}`)).toEqual([
      '1|推广电子保函。|县住房和城乡建设局 县财政局',
      '2|建设零工市场。|县住房和城乡建设局 县财政局|table_columns',
      '3|清理积案。|县公安局',
    ]);
  });
});
