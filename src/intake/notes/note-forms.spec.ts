import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { findNotes } from './find-notes.js';
import { weigh, type NoteReading } from './note.js';

const registry = loadUnitRegistry();
const context = { registry, region: '太原市', level: 'city', day: '2022-06-01', carried: '市' } as const;
const notesOf = (text: string): NoteReading[] => findNotes(text, context).map(({ words }) => weigh(words, false));

const names = (units: readonly { name: string }[]): string => units.map(({ name }) => name).join(' ');
const brief = ({ mode, responsible, supporting, openGroups }: NoteReading): string =>
  [mode, names(responsible), names(supporting), openGroups.map(({ surface }) => surface).join(' ')].join(' | ');
const read = (text: string): string[] => notesOf(text).map(brief);
const codes = (text: string): string[] => notesOf(text).flatMap(({ doubts }) => doubts.map(({ code }) => code));

describe('work divided between units', () => {
  it('at the end of a paragraph is a note without brackets, each unit for its own part', () => {
    const parts = '市住建局负责房建、市政领域，市交通局负责公路领域，市水务局负责水利领域。';
    const expected = ['separate | 市住房和城乡建设局 市交通运输局 市水务局 |  | '];
    expect(read(parts)).toEqual(expected);
    expect(read(`逐个排查在建项目，${parts}`)).toEqual(expected);
    expect(codes(parts)).toEqual(['divided_work']);
  });

  it('reads the same in brackets and with semicolons', () => {
    const expected = ['separate | 市人力资源和社会保障局 市财政局 |  | '];
    expect(read('（市人社局负责政策宣传，市财政局负责资金保障）')).toEqual(expected);
    expect(read('做好保障。市人社局负责政策宣传；市财政局负责资金保障。')).toEqual(expected);
  });

  it('is no note while the paragraph goes on', () => {
    expect(read('市人社局负责政策宣传，市财政局负责资金保障。各地可以结合实际细化办法。')).toEqual([]);
  });
});

describe('a list that is left open', () => {
  it.each(['等有关部门', '等市直单位', '等区级有关部门', '等自治区直属各部门'])('ends before %s', (open) => {
    expect(read(`（市财政局牵头，市教育局、市民政局${open}配合）`)).toEqual([
      'lead_support | 市财政局 | 市教育局 市民政局 | 等',
    ]);
  });
});

describe('work that is done together', () => {
  it('联合开展 and 会同…开展 end a note, words about what is done do not', () => {
    expect(read('市司法局、市总工会、市人社局联合开展')).toEqual([
      'joint | 市司法局 市总工会 市人力资源和社会保障局 |  | ',
    ]);
    expect(read('市人社局会同市公安局开展。')).toEqual(['lead_support | 市人力资源和社会保障局 | 市公安局 | ']);
    expect(read('市司法局、市总工会联合开展普法宣传。')).toEqual([]);
  });

  it('an arrow hands over from one unit to the next, which is asked about', () => {
    expect(read('（市人社局→市公安局）')).toEqual(['joint | 市人力资源和社会保障局 市公安局 |  | ']);
    expect(codes('（市人社局→市公安局）')).toEqual(['role_unstated']);
  });
});

describe('offices of all places', () => {
  it.each([
    ['（各县（区）人社局、财政局负责）', 'all |  |  | 各县（区）人社局、财政局'],
    [
      '（市人社局、各县（市、区）人社局、财政局按职责分工负责）',
      'lead_support | 市人力资源和社会保障局 |  | 各县（市、区）人社局、财政局',
    ],
    ['（各县（区）人社局、市财政局负责）', 'lead_support | 市财政局 |  | 各县（区）人社局'],
    ['（各级党委、政府负责）', 'all |  |  | 各级党委、政府'],
    ['（各县、区人民政府（管委会）负责落实）', 'all |  |  | 各县、区人民政府（管委会）'],
    [
      '（市商务局，各区〔县、市〕政府、开发园区管委会负责）',
      'lead_support | 市商务局 |  | 各区〔县、市〕政府 开发园区管委会',
    ],
    ['（责任单位：太原市稳企专项行动各挂点帮扶单位）', 'all |  |  | 太原市稳企专项行动各挂点帮扶单位'],
    [
      '（市人社局牵头，市级有关部门和各县（市、区）人民政府按职责分工负责）',
      'lead_support | 市人力资源和社会保障局 |  | 市级有关部门 各县（市、区）人民政府',
    ],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));
});

describe('plans of several provinces', () => {
  it.each([
    ['（川渝交通运输部门负责）', 'all |  |  | 川渝交通运输部门'],
    [
      '（四川省教育厅、重庆市教委牵头，两省市财政部门配合）',
      'lead_support | 四川省教育厅 重庆市教育委员会 |  | 两省市财政部门',
    ],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));
});

describe('the Party committee of an autonomous region', () => {
  it('is 党委, printed or carried along', () => {
    const place = { registry, region: '广西壮族自治区', level: 'province', day: null, carried: '自治区' } as const;
    const [note] = findNotes('（自治区党委组织部、编办，自治区教育厅负责）', place);
    expect(names(note?.words.units ?? [])).toBe('自治区党委组织部 自治区党委机构编制委员会办公室 自治区教育厅');
    expect(note?.words.units.every(({ known }) => known)).toBe(true);
  });
});

describe('how the names are set', () => {
  it.each([
    ['（1.市民政局；2.市科技局；3.市财政局）', 'joint | 市民政局 市科学技术局 市财政局 |  | '],
    ['（责任单位：①市民政局②市科技局）', 'joint | 市民政局 市科学技术局 |  | '],
    ['（市民政局〔市老龄办〕、市商务局负责）', 'joint | 市民政局 市商务局 |  | '],
    ['（市商务局牵头，会市财政局等落实）', 'lead_support | 市商务局 | 市财政局 | 等'],
    ['（市公安局交通警察支队牵头，市商务局配合）', 'lead_support | 市公安局交通警察支队 | 市商务局 | '],
    ['（市科技局负总责，市教育局协同）', 'lead_support | 市科学技术局 | 市教育局 | '],
    ['（市委金融办、市科技局负责）', 'joint | 市委金融委员会办公室 市科学技术局 |  | '],
    ['（广州、深圳市政府负责）', 'joint | 广州市人民政府 深圳市人民政府 |  | '],
    ['（各区政府〈含开发区、风景区管委会〉负责）', 'all |  |  | 各区政府（含开发区、风景区管委会）'],
    ['（市经开区、市商务局负责）', 'joint | 市经开区 市商务局 |  | '],
    ['（市妇联）', 'lead_support | 市妇女联合会 |  | '],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));
});

describe('a rule that is said once', () => {
  const under = (text: string, rule: 'before_comma' | true): string =>
    brief(weigh(findNotes(text, context)[0]?.words ?? fail(text), rule));
  const fail = (text: string): never => {
    throw new Error(`no note in ${text}`);
  };

  it('may make all units before the first comma lead', () => {
    expect(under('责任单位：市民政局、市科技局，市财政局、市妇联', 'before_comma')).toBe(
      'lead_support | 市民政局 市科学技术局 | 市财政局 市妇女联合会 | ',
    );
    expect(under('责任单位：市民政局、市科技局', 'before_comma')).toBe('lead_support | 市民政局 市科学技术局 |  | ');
  });

  it('takes no word of the note with it', () => {
    const rule = '第一个逗号前为牵头单位，多个牵头的按照职责分工负责，下同';
    expect(under(`责任单位：市民政局，市妇联；${rule}`, 'before_comma')).toBe(
      'lead_support | 市民政局 | 市妇女联合会 | ',
    );
    expect(under('（责任单位：市民政局、市妇联。排在前位为牵头部门，下同。）', true)).toBe(
      'lead_support | 市民政局 | 市妇女联合会 | ',
    );
  });
});

describe('a sign before a name', () => {
  const starred = '责任单位：*市民政局、市科技局、*市妇联';

  it('is no part of it, and is asked about where the plan does not explain it', () => {
    expect(read(starred)).toEqual(['joint | 市民政局 市科学技术局 市妇女联合会 |  | ']);
    expect(codes(starred)).toEqual(['sign_unexplained']);
  });

  it('marks the leads where the plan says so', () => {
    const [note] = findNotes(starred, context);
    expect(note && brief(weigh(note.words, 'starred'))).toBe('lead_support | 市民政局 市妇女联合会 | 市科学技术局 | ');
    expect(note && weigh(note.words, 'starred').doubts).toEqual([]);
  });
});

describe('other words for the parts', () => {
  it.each([
    ['市商务局牵头，市财政局、市妇联配合，2022年6月底前完成。', 'lead_support | 市商务局 | 市财政局 市妇女联合会 | '],
    ['（市商务局为主，市财政局配合）', 'lead_support | 市商务局 | 市财政局 | '],
    ['（市商务局、有关行业协会商会负责）', 'lead_support | 市商务局 |  | 有关行业协会商会'],
    [
      '（市河长办牵头，金融监管总局太原监管分局、太原机场配合）',
      'lead_support | 市河长办 | 金融监管总局太原监管分局 太原机场 | ',
    ],
    ['由市商务局承办，市财政局、市妇联协办。', 'lead_support | 市商务局 | 市财政局 市妇女联合会 | '],
    [
      '由市商务局负责，市财政局、市妇联配合，建成集采平台，培育品牌。',
      'lead_support | 市商务局 | 市财政局 市妇女联合会 | ',
    ],
    ['（二）由市商务局牵头，市财政局配合，建成集采平台。', 'lead_support | 市商务局 | 市财政局 | '],
    ['由乡农服中心承办，乡畜牧站、卫生院、派出所配合。', 'lead_support | 乡农服中心 | 乡畜牧站 乡卫生院 乡派出所 | '],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));
});

describe('leaders in a note', () => {
  it.each([
    ['（市政府分管负责同志牵头，市民政局、市财政局负责）', 'joint | 市民政局 市财政局 |  | '],
    ['（副市长甲乙丙牵头，市商务局负责）', 'lead_support | 市商务局 |  | '],
    ['（责任市领导：甲某，牵头单位：市商务局，配合单位：市财政局）', 'lead_support | 市商务局 | 市财政局 | '],
    ['（责任部门：市商务局；责任领导：甲某；牵头领导：乙某；完成时限：6月底）', 'lead_support | 市商务局 |  | '],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));
});

describe('seldom words of part', () => {
  const told = (note: string) => notesOf(`办好夜校。${note}`).map(brief);

  it('say who helps: 助力, 保障, 支撑, 把关', () => {
    expect(told('（市体育局主抓；市总工会助力）')).toEqual(['lead_support | 市体育局 | 市总工会 | ']);
    expect(told('（市教育局负责、市财政局保障）')).toEqual(['lead_support | 市教育局 | 市财政局 | ']);
    expect(told('（市教育局主责，市公安局支撑，市司法局审批把关）')).toEqual([
      'lead_support | 市教育局 | 市公安局 市司法局 | ',
    ]);
    expect(told('【市司法局主责】')).toEqual(['lead_support | 市司法局 |  | ']);
  });

  it('are no words of part inside a name', () => {
    const [note] = told('（市医保局牵头，市人力资源社会保障局、市财政局配合）');
    expect(note).toBe('lead_support | 市医疗保障局 | 市人力资源和社会保障局 市财政局 | ');
  });

  it('give 联动 to both', () => {
    expect(told('（市教育局、市公安局联动）')).toEqual(['joint | 市教育局 市公安局 |  | ']);
  });
});
