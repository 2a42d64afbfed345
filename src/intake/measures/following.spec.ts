import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const read = (...lines: string[]) => readPlan(['衢州市2026年农民工工作方案', ...lines].join('\n'), registry);
const texts = (...lines: string[]) => read(...lines).measures.map(({ text }) => text);

const SCHOOL = '一、新增公办学位800个。（市教育局负责）';
const CLASSES = '二、开办夜校40期。（市总工会负责）';
const OWN = ['新增公办学位800个。', '开办夜校40期。'];
const SIGNED = ['衢州市农民工工作领导小组办公室', '2026年3月9日'];

describe('below the note of the last measure', () => {
  it('who issued the plan and when, annexes, copies and the printing are no words of the measure', () => {
    for (const behind of [
      ['附件：任务分工表'],
      ['抄送：市委办公室。'],
      ['抄送：市委办公室。', '衢州市农民工工作领导小组办公室2026年3月10日印发'],
      ['（此件公开发布）'],
      [],
    ]) {
      expect(texts(SCHOOL, CLASSES, ...SIGNED, ...behind)).toEqual(OWN);
      const plan = read(SCHOOL, CLASSES, ...SIGNED, ...behind);
      expect([plan.issuedOn, plan.issuers[0]?.name]).toEqual(['2026-03-09', SIGNED[0]]);
    }
    expect(texts(SCHOOL, CLASSES, '抄送：市委办公室。')).toEqual(OWN);
    expect(texts(SCHOOL, CLASSES, '附件：任务分工表')).toEqual(OWN);
  });

  it('nor are they where the annex itself stands below them', () => {
    const annex = ['附件1', '名词解释', '夜校是晚上开课的学校。'];
    expect(texts(SCHOOL, CLASSES, ...SIGNED, ...annex).slice(0, 2)).toEqual(OWN);
  });

  it('a sentence that says by which day something is to be done is no date of the plan', () => {
    expect(texts(SCHOOL, CLASSES, '2026年9月30日前，各夜校配齐教师。', ...SIGNED)[1]).toBe(
      '开办夜校40期。\n2026年9月30日前，各夜校配齐教师。',
    );
  });

  it('what is urged on everybody belongs to no measure', () => {
    for (const urged of [
      '各县（市、区）要高度重视，抓好落实。',
      '各县（市、区）要结合实际，加强组织领导。',
      '特此通知。',
      '本方案自印发之日起施行。',
    ])
      expect(texts(SCHOOL, CLASSES, urged, ...SIGNED)).toEqual(OWN);
  });

  it('a report that all are to send is a duty and no words of the measure', () => {
    const plan = read(SCHOOL, CLASSES, '请于11月20日前报送工作总结。', ...SIGNED);
    expect(plan.measures.map(({ text }) => text)).toEqual(OWN);
    expect(plan.reporting.map(({ due }) => due)).toEqual(['2026-11-20']);
  });
});

describe('a measure of one sentence in the middle of a plan', () => {
  it('keeps its sentence where everybody is urged behind its note', () => {
    expect(texts(SCHOOL, '各县（市、区）要抓好落实。', CLASSES)).toEqual(OWN);
    expect(texts('一、新增公办学位800个（市教育局负责）。', '各地要抓好落实。', CLASSES)[0]).toBe('新增公办学位800个');
  });

  it('keeps its sentence before what goes on with the matter, and the figures of both', () => {
    const [one] = read(SCHOOL, '各县（市、区）要改造校舍12所。', CLASSES).measures;
    expect(one?.text).toBe('新增公办学位800个。\n各县（市、区）要改造校舍12所。');
    expect(one?.targets.map(({ value }) => value)).toEqual([800, 12]);
  });

  it('keeps beside it what is asked of everybody in the matter itself', () => {
    expect(texts(SCHOOL, '各地要落实办学补贴政策。', CLASSES)[0]).toBe('新增公办学位800个。\n各地要落实办学补贴政策。');
  });

  it('is about the work as a whole where its own sentence says so', () => {
    const [one, two] = texts(
      '一、加强组织领导，层层落实责任。（市人社局负责）',
      '各县（市、区）要高度重视，抓好落实。',
      '二、按期报送情况，做好总结。（市人社局负责）',
      '请于11月20日前报送工作总结。',
    );
    expect(one).toBe('加强组织领导，层层落实责任。\n各县（市、区）要高度重视，抓好落实。');
    expect(two).toBe('按期报送情况，做好总结。\n请于11月20日前报送工作总结。');
  });

  it('is no sentence where it is but a heading: what follows the note is the text', () => {
    expect(texts('一、文化下乡（市教育局负责）', '组织演出60场。', CLASSES)[0]).toBe('组织演出60场。');
  });
});
