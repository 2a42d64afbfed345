import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

const registry = loadUnitRegistry();
const plan = (note: string) =>
  readPlan(`平遥县2021年农民工工作要点\n2021年5月8日\n一、维护权益\n1.落实资金。做好资金拨付。${note}`, registry);
const names = (units: readonly { name: string }[]): string => units.map(({ name }) => name).join(' ');
const read = (note: string): string[] =>
  plan(note).measures.map(({ responsible, supporting, openGroups }) =>
    [names(responsible), names(supporting), openGroups.map(({ surface }) => surface).join(' ')].join(' | '),
  );
const codes = (note: string): string[] => plan(note).measures.flatMap(({ doubts }) => doubts.map(({ code }) => code));
const HRSS = '县人力资源和社会保障局';

describe('who is excepted from a task', () => {
  it.each([
    ['（各成员单位负责，不含县住建局）', ' |  | 各成员单位'],
    ['（各乡镇负责，城关镇除外）', ' |  | 各乡镇'],
    ['（县人社局牵头，县财政局、县教育局配合，不包括县民政局）', `${HRSS} | 县财政局 县教育局 | `],
    ['（县人大、县政协负责，县教育局除外）', '县人大 县政协 |  | '],
    ['（县直各部门，不含县教育局）', ' |  | 县直各部门'],
    ['（除县教育局外，各成员单位负责）', ' |  | 各成员单位'],
    ['（县人社局、县财政局等部门（不含县住建局）负责）', `${HRSS} 县财政局 |  | 等`],
  ])('gets no part in it, and that is told: %s', (note, expected) => {
    expect(read(note)).toEqual([expected]);
    expect(codes(note)).toContain('units_excepted');
  });
});

describe('what is excepted without naming a unit', () => {
  it.each(['除特殊情况外', '除另有规定外', '不含建筑领域'])('is asked about no unit: %s', (words) => {
    expect(codes(`（县人社局负责，${words}，10月底前完成）`)).not.toContain('units_excepted');
  });

  it('leaves the one named to a person where a group alone stands before it', () => {
    expect(codes('（各乡镇，城关镇除外）')).toContain('units_excepted');
    const { doubts } = plan('抓好清欠（各乡镇，城关镇除外）');
    expect(doubts.map(({ code }) => code)).toContain('note_unread');
  });
});

describe('who did the work before', () => {
  it.each([
    '（原由县教育局负责，现由县人社局负责）',
    '（原牵头单位县教育局，现由县人社局牵头）',
    '（由原县劳动局负责，现由县人社局继续承担）',
  ])('gives way to those who do it now, and that is told: %s', (note) => {
    expect(read(note)).toEqual([`${HRSS} |  | `]);
    expect(codes(note)).toEqual(['unit_replaced']);
  });

  it('is no one whose own name begins like that', () => {
    expect(read('（原州区人社局牵头，县财政局配合）')).toEqual(['原州区人力资源和社会保障局 | 县财政局 | ']);
  });
});

describe('以……为主', () => {
  it.each([
    ['（以县人社局为主，县财政局配合）', `${HRSS} | 县财政局 | `],
    ['以县人社局为主，县财政局配合。', `${HRSS} | 县财政局 | `],
    ['（以县人社局为主责单位，县财政局配合）', `${HRSS} | 县财政局 | `],
    ['（以县人社局、县教育局为主）', `${HRSS} 县教育局 |  | `],
    ['（原则上由县人社局牵头，县财政局配合）', `${HRSS} | 县财政局 | `],
    ['（现由县人社局牵头，县财政局配合）', `${HRSS} | 县财政局 | `],
  ])('names who leads: %s', (note, expected) => {
    expect(read(note)).toEqual([expected]);
    expect(codes(note)).toEqual([]);
  });
});

describe('everyday words for who does it', () => {
  it.each([
    '县财政局具体抓，县教育局配合抓。',
    '（县财政局主管，县教育局协管）',
    '由县财政局主抓，县教育局协抓。',
    '由县财政局牵头落实，县教育局配合做好。',
    '由县财政局牵头推动，县教育局参与推动。',
  ])('are read: %s', (note) => expect(read(note)).toEqual(['县财政局 | 县教育局 | ']));
});

describe('a unit behind the note’s last comma whose verb no rule knows', () => {
  it('leaves a doubt', () => {
    expect(codes('县财政局牵头，县教育局配合，县审计局跟踪问效。')).toContain('stops_unsure');
    expect(codes('由县财政局牵头，县教育局配合，加快资金拨付。')).toEqual([]);
  });
});

describe('a list that strokes divide', () => {
  it('is one of units', () => {
    expect(read('（县人社局/县财政局/各镇街）')).toEqual([`${HRSS} 县财政局 |  | 各镇街`]);
  });
});

describe('a leader who takes a case', () => {
  it('is no unit', () => {
    expect(read('（包案领导：张某；责任单位：县人社局、县法院）')).toEqual([`${HRSS} 县人民法院 |  | `]);
  });
});

describe('who pays', () => {
  it.each([
    '（经费由县财政局承担，县人社局组织实施）',
    '（县人社局组织实施，经费由县财政局解决）',
    '（县人社局组织实施，所需资金由县财政局负责）',
  ])('helps those who do it: %s', (note) => expect(read(note)).toEqual([`${HRSS} | 县财政局 | `]));
});

describe('a day behind the units', () => {
  it.each(['（县人社局牵头，县财政局配合）（6月底前）', '（县人社局、县财政局；2021年6月底前完成）'])(
    'is theirs: %s',
    (note) => expect(plan(note).measures.map(({ due }) => due)).toEqual(['2021-06-30']),
  );

  it('is told of with its unit where that is one alone', () => {
    const { measures, doubts } = plan('（县人社局；2021年6月底前完成）');
    expect([...measures.flatMap((one) => one.doubts), ...doubts].map(({ code }) => code)).toContain('role_unstated');
  });
});
