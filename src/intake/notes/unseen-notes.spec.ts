import { describe, expect, it } from '@jest/globals';
import type { PlanLevel } from '../../domain/plan/reading.js';
import { loadUnitRegistry } from '../registry.js';
import { findNotes } from './find-notes.js';
import { weigh, type NoteReading } from './note.js';

const registry = loadUnitRegistry();

function notesOf(text: string, level: PlanLevel, region: string | null, firstLeads = false): NoteReading[] {
  const carried = { state: '', province: '省', city: '市', county: '县' }[level];
  return findNotes(text, { registry, region, level, day: '2022-06-01', carried }).map(({ words }) =>
    weigh(words, firstLeads),
  );
}

const names = (units: readonly { name: string }[]): string => units.map(({ name }) => name).join(' ');
const brief = ({ mode, responsible, supporting, openGroups }: NoteReading): string =>
  [mode, names(responsible), names(supporting), openGroups.map(({ surface }) => surface).join(' ')].join(' | ');
const city = (text: string): string[] => notesOf(text, 'city', '太原市').map(brief);
const county = (text: string): string[] => notesOf(text, 'county', '汤阴县').map(brief);
const state = (text: string): string[] => notesOf(text, 'state', null).map(brief);

describe('a note at the end of a running sentence', () => {
  it('is found where it begins with a unit, whether 由 stands before it or not', () => {
    expect(city('新增托位八百个，市卫生健康委牵头，市教育局、市妇联配合。')).toEqual([
      'lead_support | 市卫生健康委员会 | 市教育局 市妇女联合会 | ',
    ]);
    expect(city('建成驿站六个，由市人社局负责；修缮校舍三所，由市教育局会同市住建局负责。')).toEqual([
      'lead_support | 市人力资源和社会保障局 |  | ',
      'lead_support | 市教育局 | 市住房和城乡建设局 | ',
    ]);
  });

  it('gives a question to ministries', () => {
    expect(state('关于清欠机制的问题，由人力资源社会保障部会同公安部等部门研究提出意见。')).toEqual([
      'lead_support | 人力资源和社会保障部 | 公安部 | 等',
    ]);
  });

  it('ends with 推进 as well', () => {
    expect(city('由市公安局牵头，会同市司法局及各县（市、区）协同推进。')).toEqual([
      'lead_support | 市公安局 | 市司法局 | 各县（市、区）',
    ]);
  });

  it.each([
    '完善由人社部门牵头，住建、水务等部门参加的会商制度。',
    '市人社局要会同市公安局建立移送台账。',
    '用好“云上太原”（市融媒体中心主办）等平台。',
  ])('is not found in %s', (text) => expect(city(text)).toEqual([]));
});

describe('labels beyond one sentence', () => {
  it('are one note where a second label follows the stop', () => {
    expect(city('牵头部门：市人社局。配合部门：市公安局、市总工会。')).toEqual([
      'lead_support | 市人力资源和社会保障局 | 市公安局 市总工会 | ',
    ]);
  });

  it('are two where the same label comes again', () => {
    expect(city('责任单位：市人社局。责任单位：市公安局。')).toHaveLength(2);
  });
});

describe('parts printed behind the names', () => {
  it('（牵头） makes one unit the lead of a list', () => {
    expect(city('责任部门：市经信局（牵头）、市财政局、市商务局')).toEqual([
      'lead_support | 市经济和信息化局 | 市财政局 市商务局 | ',
    ]);
  });

  it('leaders, places and departments have labels of their own', () => {
    expect(city('（市领导：甲乙；牵头部门：市教育局，配合部门：市妇联等，责任地区：各区县）')).toEqual([
      'lead_support | 市教育局 | 市妇女联合会 | 等 各区县',
    ]);
  });

  it('names that lost their blanks are told apart', () => {
    expect(county('责任单位：人社局农牧局财政局')).toEqual(['joint | 县人力资源和社会保障局 县农牧局 县财政局 |  | ']);
  });

  it('a bare list may go on without its level', () => {
    expect(city('修好校舍。（市教育局、体育局，各街道办事处）')).toEqual([
      'joint | 市教育局 市体育局 |  | 各街道办事处',
    ]);
  });
});

describe('words that say who does what', () => {
  it.each([
    [
      '各负其责 under guidance',
      '（市住建局、市水务局各负其责，市人社局督促指导）',
      'separate | 市住房和城乡建设局 市水务局 | 市人力资源和社会保障局 | ',
    ],
    ['做好相关工作', '（市民政局、市总工会按各自职责做好相关工作）', 'joint | 市民政局 市总工会 |  | '],
    [
      'a quoted principle',
      '（市住建局、市水务局按照“谁审批、谁监管”的原则分别负责）',
      'separate | 市住房和城乡建设局 市水务局 |  | ',
    ],
    ['会 for 会同', '（市教育局会市公安局、市民政局负责）', 'lead_support | 市教育局 | 市公安局 市民政局 | '],
    [
      'a closing group of departments',
      '（市人社局、市住建局等行业主管部门分别负责）',
      'separate | 市人力资源和社会保障局 市住房和城乡建设局 |  | 等',
    ],
  ])('%s', (_name, text, expected) => expect(city(text)).toEqual([expected]));

  it('等省有关部门 closes the list', () => {
    expect(
      notesOf('（省水利厅、能源局等省有关部门和各地级以上市政府按职责分工负责）', 'province', '广东省').map(brief),
    ).toEqual(['joint | 省水利厅 省能源局 |  | 等 各地级以上市政府']);
  });

  it('a rule printed inside the note takes no unit with it', () => {
    const text = '（责任单位：市医保局、市卫生健康委，具体任务均涉及相关县区政府，不再做分工，下同）';
    expect(notesOf(text, 'city', '太原市', true).map(brief)).toEqual([
      'lead_support | 市医疗保障局 | 市卫生健康委员会 | ',
    ]);
  });
});

describe('groups without names', () => {
  it.each([
    [
      '县级市 goes with 各区',
      '（牵头单位：市科协，配合单位：各区、县级市）',
      'lead_support | 市科学技术协会 |  | 各区、县级市',
    ],
    [
      'colleges and stationed units',
      '（市人社局，市属各高校、中央驻并各单位）',
      'lead_support | 市人力资源和社会保障局 |  | 市属各高校 中央驻并各单位',
    ],
    [
      'parks of the city',
      '（市人社局牵头；各县区、市属园区管委会负责）',
      'lead_support | 市人力资源和社会保障局 |  | 各县区 市属园区管委会',
    ],
    ['a group alone at the end', '每月报送进展。（各成员单位）', 'all |  |  | 各成员单位'],
  ])('%s', (_name, text, expected) => expect(city(text)).toEqual([expected]));

  it('a bare place among units is asked about', () => {
    const [note] = notesOf('（市人社局、市住建局、市水务局，甲乙丙按职责分工负责）', 'city', '太原市');
    expect(note?.doubts.map(({ code }) => code)).toEqual(['unit_unknown']);
  });
});

describe('units at their place', () => {
  it('a county calls its offices by field and its youth league 团委', () => {
    expect(county('（教体局牵头，公安局、自然资源分局、交警大队、团委参加）')).toEqual([
      'lead_support | 县教育体育局 | 县公安局 县自然资源分局 县交警大队 共青团县委 | ',
    ]);
  });

  it('a region keeps the provinces apart', () => {
    expect(notesOf('（四川省教育厅、贵州省教育厅牵头）', 'city', '太原市').map(brief)).toEqual([
      'lead_support | 四川省教育厅 贵州省教育厅 |  | ',
    ]);
  });

  it('central bodies are called by their full names', () => {
    expect(state('（税务总局、证监会、供销合作总社、开发银行负责）')).toEqual([
      'joint | 国家税务总局 中国证券监督管理委员会 中华全国供销合作总社 国家开发银行 |  | ',
    ]);
  });
});
