import { describe, expect, it } from '@jest/globals';
import type { PlanLevel } from '../../domain/plan/reading.js';
import { loadUnitRegistry } from '../registry.js';
import { findNotes } from './find-notes.js';
import { weigh, type NoteReading } from './note.js';

const registry = loadUnitRegistry();

function notesOf(text: string, level: PlanLevel = 'city', region: string | null = '太原市'): NoteReading[] {
  const carried = { state: '', province: '省', city: '市', county: '县' }[level];
  return findNotes(text, { registry, region, level, day: '2022-06-01', carried }).map(({ words }) =>
    weigh(words, false),
  );
}

const brief = ({ mode, responsible, supporting, openGroups }: NoteReading): string =>
  [
    mode,
    responsible.map(({ name }) => name).join(' '),
    supporting.map(({ name }) => name).join(' '),
    openGroups.map(({ surface }) => surface).join(' '),
  ].join(' | ');

const first = (text: string, level?: PlanLevel, region?: string | null): string => {
  const [note] = notesOf(text, level, region);
  return note ? brief(note) : 'none';
};

describe('who leads, who is responsible, who supports', () => {
  it.each([
    [
      '牵头 and 配合',
      '（市人社局牵头，市财政局、教育局配合）',
      'lead_support | 市人力资源和社会保障局 | 市财政局 市教育局 | ',
    ],
    [
      '牵头 and 按职责分工',
      '（市住建局牵头，市公安局按职责分工负责）',
      'lead_support | 市住房和城乡建设局 | 市公安局 | ',
    ],
    [
      '会同',
      '市教育局会同市发展改革委、财政局等部门负责。',
      'lead_support | 市教育局 | 市发展和改革委员会 市财政局 | 等',
    ],
    ['one unit', '（市卫生健康委负责）', 'lead_support | 市卫生健康委员会 |  | '],
    [
      'several, each its own part',
      '（市民政局、团市委、妇联分别负责）',
      'separate | 市民政局 共青团市委 市妇女联合会 |  | ',
    ],
    ['several together', '（市医保局、市税务局按职责分工负责）', 'joint | 市医疗保障局 市税务局 |  | '],
    [
      '分别牵头',
      '（市人社局、统计局分别牵头负责，相关部门参与）',
      'lead_support | 市人力资源和社会保障局 市统计局 |  | 相关部门',
    ],
    ['a group only', '（各部门分工负责）', 'all |  |  | 各部门'],
    ['members', '（市农民工工作领导小组成员单位按职责分工负责）', 'all |  |  | 市农民工工作领导小组成员单位'],
    ['负责牵头', '（市人社局负责牵头，市财政局配合）', 'lead_support | 市人力资源和社会保障局 | 市财政局 | '],
    ['为牵头单位', '（市人社局为牵头单位，市财政局为配合单位）', 'lead_support | 市人力资源和社会保障局 | 市财政局 | '],
    ['会同 behind 牵头', '（市人社局牵头，会同市司法局落实）', 'lead_support | 市人力资源和社会保障局 | 市司法局 | '],
    ['由…负责落实', '（由市交通运输局负责落实）', 'lead_support | 市交通运输局 |  | '],
    [
      'counties carry out',
      '（市人社局、市财政局按职责分工负责，各县（市、区）政府落实）',
      'joint | 市人力资源和社会保障局 市财政局 |  | 各县（市、区）政府',
    ],
  ])('%s', (_name, text, expected) => expect(first(text)).toBe(expected));
});

describe('labels are read in pairs', () => {
  it.each([
    ['责任单位 alone', '（责任单位：市公安局）', 'lead_support | 市公安局 |  | '],
    [
      '责任单位 with 配合单位',
      '（责任单位：市公安局，配合单位：市司法局等）',
      'lead_support | 市公安局 | 市司法局 | 等',
    ],
    [
      '责任单位 under 牵头单位',
      '牵头单位：市公安局责任单位：市司法局，各街道',
      'lead_support | 市公安局 | 市司法局 | 各街道',
    ],
    ['主要 and 其他', '（主要责任单位：市公安局；其他责任单位：市司法局）', 'lead_support | 市公安局 | 市司法局 | '],
    ['two brackets', '（牵头单位：市公安局）（配合单位：市司法局）', 'lead_support | 市公安局 | 市司法局 | '],
    [
      'leader and date',
      '（牵头领导：甲副市长；牵头单位：市公安局；完成时限：2022年底）',
      'lead_support | 市公安局 |  | ',
    ],
    [
      'groups of places',
      '（牵头单位：市公安局；责任单位：各县、特区、区人民政府）',
      'lead_support | 市公安局 |  | 各县、特区、区人民政府',
    ],
  ])('%s', (_name, text, expected) => expect(first(text)).toBe(expected));
});

describe('the level prefix', () => {
  it('carries along the list, not the Party committee with it', () => {
    expect(first('（市委组织部、民政局、总工会分别负责）')).toBe('separate | 市委组织部 市民政局 市总工会 |  | ');
  });

  it('does not touch units with names of their own', () => {
    expect(first('（市统计局、国家统计局太原调查队、中国人民银行太原中心支行、国网太原供电公司负责）')).toBe(
      'joint | 市统计局 国家统计局太原调查队 中国人民银行太原中心支行 国网太原供电公司 |  | ',
    );
  });

  it('comes from the plan where a list prints none', () => {
    expect(first('（责任单位：人社局、财政局）', 'county', '汤阴县')).toBe(
      'joint | 县人力资源和社会保障局 县财政局 |  | ',
    );
    expect(first('（人力资源社会保障部牵头，教育部、税务总局配合）', 'state', null)).toBe(
      'lead_support | 人力资源和社会保障部 | 教育部 国家税务总局 | ',
    );
  });

  it('is the place of the plan in an autonomous region', () => {
    expect(first('（自治区教育厅牵头，财政厅配合）', 'province', '广西壮族自治区')).toBe(
      'lead_support | 自治区教育厅 | 自治区财政厅 | ',
    );
  });
});

describe('what is no responsibility note', () => {
  it.each([
    '（以下简称市人社局）',
    '（含市人社局下属单位）',
    '（总承包企业负责制、属地政府负责制）',
    '（2021—2025年）',
    '建立由人社部门牵头，发展改革、财政等部门参与的工作机制。',
    '各用人单位要对农民工工资支付负总责，落实主体责任。',
  ])('%s', (text) => expect(notesOf(text)).toEqual([]));
});

describe('what is doubtful is said to be', () => {
  const codes = (text: string): string[] => notesOf(text).flatMap(({ doubts }) => doubts.map(({ code }) => code));

  it.each([
    ['（市人社局、市来穗人员服务中心管理处负责）', 'unit_unknown'],
    ['（市农民工办牵头、乡村振兴局，相关部门参与）', 'verb_missing'],
    ['（市人社局，市财政局配合）', 'part_missing'],
    ['落实政策。（市人社局、市财政局）', 'role_unstated'],
    ['（市人社局负责政策宣传，市财政局负责资金保障）', 'divided_work'],
    ['（市人社局指导，各县（市、区）政府负责落实）', 'lead_open'],
  ])('%s', (text, code) => expect(codes(text)).toContain(code));

  it('a plain note is not', () => expect(codes('（市人社局牵头，市财政局配合）')).toEqual([]));
});

describe('several notes and lost stops', () => {
  it('finds every bracket of a paragraph', () => {
    const text = '落实政策。（责任单位：市人社局）完善设施（责任单位：市住建局）加强宣传。（市委宣传部负责）';
    expect(notesOf(text).map(({ lead }) => lead?.name)).toEqual([
      '市人力资源和社会保障局',
      '市住房和城乡建设局',
      '市委宣传部',
    ]);
  });

  it('finds a sentence whose stop before it was lost', () => {
    expect(first('开展动态监测工作市卫生健康委会同市发展改革委、民政局等单位负责')).toBe(
      'lead_support | 市卫生健康委员会 | 市发展和改革委员会 市民政局 | 等',
    );
  });

  it('splits names whose separator was lost', () => {
    expect(first('（市人社局市财政局按职责分工负责）')).toBe('joint | 市人力资源和社会保障局 市财政局 |  | ');
  });
});
