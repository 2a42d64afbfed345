import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const PLAN = '衢州市2024年稳就业任务分解';
const told = (lines: readonly string[], between = '\n') =>
  readPlan([PLAN, ...lines].join(between), registry).measures.map(({ no, title, text, lead, doubtful }) =>
    [no, title, text, lead?.name, doubtful ? '?' : ''].join('|'),
  );

const LINES = [
  '1 稳定岗位',
  '1.1 落实社保降费。责任单位：市财政局、市总工会',
  '1.2 发放补贴2亿元。责任单位：市财政局',
  '2 技能培训',
  '2.1 开展培训1万人次。',
  '责任单位：市教育局',
  '2.2 建设实训基地',
  '2.2.1 新建基地2个。责任单位：市教育局',
  '2.2.2 改建基地3个。责任单位：市总工会，各街道',
];
const READ = [
  '1.1|落实社保降费|落实社保降费。|市财政局|',
  '1.2|发放补贴2亿元|发放补贴2亿元。|市财政局|',
  '2.1|开展培训1万人次|开展培训1万人次。|市教育局|',
  '2.2.1|新建基地2个|新建基地2个。|市教育局|',
  '2.2.2|改建基地3个|改建基地3个。|市总工会|',
];

describe('decimal numbers', () => {
  it('are those of chapters, clauses and their parts', () => {
    expect(told(LINES)).toEqual(READ);
    expect(readPlan([PLAN, ...LINES].join('\n'), registry).measures.at(-1)?.heading).toEqual([
      '技能培训',
      '建设实训基地',
      '改建基地3个',
    ]);
  });

  it.each([
    ['1.', '2.'],
    ['1、', '2、'],
    ['第一章 ', '第二章 '],
    ['一、', '二、'],
  ])('stand under chapters counted “%s”', (first, second) => {
    const lines = LINES.map((line) => line.replace(/^1 /, first).replace(/^2 /, second));
    expect(told(lines)).toEqual(READ);
  });

  it('stand below the clauses of a chapter', () => {
    const lines = ['一、重点任务', '（一）扩大就业', ...LINES.slice(0, 3), '（二）强化培训', ...LINES.slice(3, 6)];
    expect(told(lines).map((line) => line.split('|')[0])).toEqual(['1.1.1.1', '1.1.1.2', '1.2.2.1']);
  });

  it('without chapters keep their own', () => {
    expect(told(LINES.filter((line) => !/^\d /.test(line))).map((line) => line.split('|')[0])).toEqual(
      READ.map((line) => line.split('|')[0]),
    );
  });

  it('are seen where the line breaks are lost', () => {
    expect(told(LINES, '')).toEqual(READ);
    expect(told(LINES, ' ')).toEqual(READ);
  });

  it('are no figures', () => {
    const first = '（一）办好夜校。城镇新增就业要稳中有进，全年达到';
    const lines = [
      '一、扩大就业',
      first,
      '1.1 万人；返乡创业的农民工人数也要逐年增加，达到',
      '1.2 万人。责任单位：市财政局',
    ];
    expect(told(lines).map((line) => line.split('|')[0])).toEqual(['1.1']);
    const some = ['一、扩大就业', '（一）办好夜校。招生1.1万人，其中男1.2万人。每班由1.3人增加。责任单位：市财政局'];
    expect(told(some)).toHaveLength(1);
  });
});
