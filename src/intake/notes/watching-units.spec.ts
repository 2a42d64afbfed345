import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

const registry = loadUnitRegistry();
const plan = (note: string) =>
  readPlan(`平遥县2021年农民工工作要点\n2021年5月8日\n一、维护权益\n1.落实资金。做好资金拨付。${note}`, registry);
const names = (units: readonly { name: string }[]): string => units.map(({ name }) => name).join(' ');
const read = (note: string): string[] =>
  plan(note).measures.map(({ responsible, supporting }) => `${names(responsible)} | ${names(supporting)}`);
const told = (note: string): string[] =>
  plan(note)
    .measures.flatMap(({ doubts }) => doubts)
    .filter(({ code }) => code === 'watching_unit')
    .map(({ reason }) => reason);

describe('a unit that only watches', () => {
  it.each([
    '（县财政局负责，县审计局监督）',
    '（县财政局负责；县审计局负责监督）',
    '（由县财政局具体负责，县审计局做好监督）',
    '（县财政局负责实施，县审计局全程监督）',
    '（县财政局负责实施，县审计局监督检查）',
    '（县财政局牵头，县审计局跟踪督办）',
    '由县财政局负责，县审计局监督。',
    '由县财政局具体负责，县审计局做好监督。',
    '由县财政局具体负责，县审计局抓好监督检查。',
    '由县财政局具体负责，县审计局做好监督工作。',
    '由县财政局牵头办理，县审计局负责督办。',
    '责任单位：县财政局。督导单位：县审计局。',
  ])('is read as a helper, and that is told: %s', (note) => {
    expect(read(note)).toEqual(['县财政局 | 县审计局']);
    expect(told(note)).toEqual([expect.stringMatching(/“县审计局”.*监督.*核对/)]);
  });

  it.each(['监督', '督查', '验收', '考核'])(
    'takes no part behind a label of its own, and that is told: %s单位',
    (kind) => {
      const note = `（责任单位：县财政局；${kind}单位：县审计局）`;
      expect(read(note)).toEqual(['县财政局 | ']);
      expect(told(note)).toEqual([expect.stringContaining(`“${kind}单位：县审计局”`)]);
    },
  );

  it('is not lost behind those who help', () => {
    expect(read('县财政局牵头，县教育局配合，县审计局监督。')).toEqual(['县财政局 | 县教育局 县审计局']);
    expect(read('由县财政局负总责，县教育局协同配合，县委办公室跟踪督办。')).toEqual([
      '县财政局 | 县教育局 县委办公室',
    ]);
  });

  it('has no task alone in a sentence; in a bracket it is asked about', () => {
    expect(read('以上任务由县审计局会同县财政局跟踪督办。')).toEqual([]);
    expect(read('主动接受县审计局监督。')).toEqual([]);
    expect(told('（县政府办公室督办）')).toHaveLength(1);
  });

  it('is not one that advises, nor an agency with the word in its name', () => {
    expect(told('（县财政局牵头，县审计局指导）')).toEqual([]);
    expect(told('（县财政局牵头，县市场监督管理局配合）')).toEqual([]);
  });
});

describe('labels on lines of their own behind one that ends a line of text', () => {
  it('are all of one note, the watching unit and the day included', () => {
    const note = '责任单位：县财政局\n配合单位：县教育局\n监督单位：县审计局\n完成时限：10月底前';
    expect(read(note)).toEqual(['县财政局 | 县教育局']);
    expect(told(note)).toHaveLength(1);
    expect(plan(note).measures.map(({ due }) => due)).toEqual(['2021-10-31']);
  });
});
