import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../../src/intake/read-plan.js';
import { loadUnitRegistry } from '../../src/intake/registry.js';
import type { ComparedPlan } from '../../src/domain/comparison/clause.js';
import { otherWords } from '../../src/domain/comparison/other-words.js';

const NUMBER = '临农工办〔2026〕4号';
const TITLE = '临川市2026年农民工技能培训行动方案';
const HEAD = [`关于印发《${TITLE}》的通知`, NUMBER, '各县（市、区）农民工办：', '现将方案印发给你们。'];
const SIGNED = ['临川市农民工工作领导小组办公室', '2026年3月10日'];
const BODY = [
  TITLE,
  '为帮助务工人员学一门手艺，制定本方案。',
  '一、重点任务',
  '（一）开办电工班。举办电工班20期。（市人社局牵头）',
  '（二）开办月嫂班。举办月嫂班10期，名额见附件。（市妇联牵头）',
  '二、时间安排',
  '动员部署：3月15日至4月10日；组织实施：4月11日至11月30日。',
  '附件',
  '月嫂班名额分配表',
  '序号\t县（市、区）\t名额（人）',
  '1\t东乡区\t120',
  '2\t南城县\t90',
  '3\t黎川县\t60',
];
const registry = loadUnitRegistry();
const read = (lines: readonly string[]): ComparedPlan => readPlan([...HEAD, ...SIGNED, ...lines].join('\n'), registry);
const OLD = read(BODY);
const changed = (...swaps: [string, string][]): ComparedPlan =>
  read(BODY.map((line) => swaps.reduce((words, [old, now]) => words.replace(old, now), line)));
const told = (now: ComparedPlan) => otherWords(OLD, now).map(({ before, after }) => [before, after]);

describe('words of a plan that belong to no clause, in two versions', () => {
  it('tell nothing where nothing changed, nor what is told of the clauses themselves', () => {
    expect(told(OLD)).toEqual([]);
    expect(told(changed(['电工班20期', '电工班30期'], ['市妇联牵头', '市总工会牵头']))).toEqual([]);
    expect(told(changed(['开办电工班', '办好电工班']))).toEqual([]);
  });

  it('tell a row of an annex, old and new, even where the rows before it moved', () => {
    expect(told(changed(['东乡区\t120', '东乡区\t150']))).toEqual([['1\t东乡区\t120', '1\t东乡区\t150']]);
    const inserted = BODY.toSpliced(-2, 2, '2\t广昌县\t40', '3\t南城县\t90', '4\t黎川县\t30');
    expect(told(read(inserted))).toEqual([
      ['', '2\t广昌县\t40'],
      ['3\t黎川县\t60', '4\t黎川县\t30'],
    ]);
  });

  it('tell rows that changed their figures with each other', () => {
    expect(told(changed(['南城县\t90', '南城县\t60'], ['黎川县\t60', '黎川县\t90']))).toEqual([
      ['2\t南城县\t90', '2\t南城县\t60'],
      ['3\t黎川县\t60', '3\t黎川县\t90'],
    ]);
  });

  it('tell the opening and the stages', () => {
    expect(told(changed(['学一门手艺', '学一门以上手艺'], ['至11月30日', '至10月31日']))).toEqual([
      ['为帮助务工人员学一门手艺，制定本方案。', '为帮助务工人员学一门以上手艺，制定本方案。'],
      [BODY[6], BODY[6]!.replace('11月30日', '10月31日')],
    ]);
  });

  it('number, title, day of issue, blanks and a paragraph put elsewhere are no such words', () => {
    const moved = [...BODY.slice(0, 2), ...BODY.slice(5, 7), ...BODY.slice(2, 5), ...BODY.slice(7)];
    expect(told(read(moved))).toEqual([]);
    const revised = [...HEAD, ...SIGNED, ...BODY].map((line) =>
      line.replace(TITLE, `${TITLE}（修订）`).replace('4号', '9号').replace('3月10日', '7月1日'),
    );
    expect(told(readPlan(revised.join('\n').replaceAll('，', '， '), registry))).toEqual([]);
  });

  it('between plans of two years the year alone is no change', () => {
    const next = readPlan([...HEAD, ...SIGNED, ...BODY].join('\n').replaceAll('2026', '2027'), registry);
    expect(otherWords(OLD, next, { left: 2026, right: 2027 })).toEqual([]);
  });
});
