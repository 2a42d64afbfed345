import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { findNotes } from './find-notes.js';
import { weigh, type NoteReading } from './note.js';

const registry = loadUnitRegistry();
const notesOf = (text: string): NoteReading[] =>
  findNotes(text, { registry, region: '太原市', level: 'city', day: '2022-06-01', carried: '市' }).map((note) =>
    weigh(note.words, false),
  );
const names = (units: readonly { name: string }[]): string => units.map(({ name }) => name).join(' ');
const brief = ({ mode, responsible, supporting, openGroups }: NoteReading): string =>
  [mode, names(responsible), names(supporting), openGroups.map(({ surface }) => surface).join(' ')].join(' | ');
const read = (text: string): string[] => notesOf(text).map(brief);
const codes = (text: string): string[] => notesOf(text).flatMap(({ doubts }) => doubts.map(({ code }) => code));

describe('a sentence without brackets that says who does it', () => {
  it.each([
    [
      '改造泵站。市水务局负责牵头，各县（市、区）政府负责实施，市生态环境局负责监督。',
      'lead_support | 市水务局 | 市生态环境局 | 各县（市、区）政府',
    ],
    ['办好夜校。市教育局牵头负责，市财政局配合做好有关工作。', 'lead_support | 市教育局 | 市财政局 | '],
    [
      '严管危废。市生态环境局负总责，市公安局、市交通运输局各司其职。',
      'lead_support | 市生态环境局 | 市公安局 市交通运输局 | ',
    ],
  ])('ends with a duty: %s', (text, expected) => expect(read(text)).toEqual([expected]));

  it('may be nothing but its units, and is asked about', () => {
    const list = '查清耕地。市自然资源局、农业农村局，各县（市、区）。';
    expect(read(list)).toEqual(['joint | 市自然资源局 市农业农村局 |  | 各县（市、区）']);
    expect(codes(list)).toEqual(['role_unstated']);
  });

  it('says who leads by a mark behind the name, and is not asked about', () => {
    const marked = '建医共体。市卫生健康委（牵头）、市医保局、市人民医院。';
    expect(read(marked)).toEqual(['lead_support | 市卫生健康委员会 | 市医疗保障局 市人民医院 | ']);
    expect(codes(marked)).toEqual([]);
  });

  it('is none where a task only ends like a unit', () => {
    expect(read('建好夜校。新建市民中心、社区医院。')).toEqual([]);
    expect(read('建好夜校。会议由市长主持，参加单位有市财政局、市教育局。')).toEqual([]);
  });

  it('is one with the lead before its semicolon, though nobody knows the lead', () => {
    expect(read('治理湖泊。市晋阳湖综治办、晋阳湖保护区管理局牵头；市水务局、林业局配合。')).toEqual([
      'lead_support | 市晋阳湖综治办 市晋阳湖保护区管理局 | 市水务局 市林业局 | ',
    ]);
  });

  it('may name one known unit alone', () => {
    expect(read('建监测点100个。市教育局。')).toEqual(['lead_support | 市教育局 |  | ']);
    expect(read('建监测点100个。太原市教育局')).toEqual([]);
  });

  it.each([
    [
      '市发改委牵头，市委督查室、市统计局配合，6月、12月各开展一次。',
      'lead_support | 市发展和改革委员会 | 市委督查室 市统计局 | ',
    ],
    ['市发改委、市教育局牵头组织，2022年9月、2023年9月分别举办。', 'lead_support | 市发展和改革委员会 市教育局 |  | '],
  ])('may be followed by how often it is done: %s', (text, expected) => {
    expect(read(`办好展会。${text}`)).toEqual([expected]);
  });

  it('does not begin with the work, though that opens with a day', () => {
    const [note] = findNotes('年底前新建户厕800座，由市农业农村局牵头，市财政局配合，各镇（街道）组织实施。', {
      registry,
      region: '太原市',
      level: 'city',
      day: null,
      carried: '市',
    });
    expect(note?.text).toMatch(/^由市农业农村局牵头/);
  });

  it('divides the work among agencies, one of which only watches', () => {
    const note = '行刑衔接。市人社局负责移送，市公安局负责侦办，市检察院负责监督。';
    expect(read(note)).toEqual(['lead_support | 市人力资源和社会保障局 市公安局 | 市人民检察院 | ']);
    expect(codes(note)).toContain('divided_work');
  });

  it('may open a sentence that goes on with the work', () => {
    expect(read('组织排查。由市人社局牵头，市公安局、住建局参与，排查于12月底前完成。结果报市政府。')).toEqual([
      'lead_support | 市人力资源和社会保障局 | 市公安局 市住房和城乡建设局 | ',
    ]);
  });
});

describe('a sentence in which more than one thing is said', () => {
  it.each([
    [
      '关停砖窑。市工信局牵头，市公安局参加；清徐县、阳曲县政府和太原经济开发区管委会具体负责。',
      ['lead_support | 市工业和信息化局 | 市公安局 清徐县人民政府 阳曲县人民政府 太原经济开发区管理委员会 | '],
    ],
    [
      '治理扬尘。工地扬尘由市住建局负责；道路扬尘由市城管局、市交通局负责。',
      ['lead_support | 市住房和城乡建设局 |  | ', 'joint | 市城市管理局 市交通运输局 |  | '],
    ],
    [
      '企业搬迁（三家）由市发改委牵头，清徐县政府负责，2017年底前完成。',
      ['lead_support | 市发展和改革委员会 | 清徐县人民政府 | '],
    ],
    ['园区共建、通关一体化：市科技局、太原海关分别负责。', ['separate | 市科学技术局 太原海关 |  | ']],
    ['尘肺病救助：市卫生健康委、市医保局、市红十字会', ['joint | 市卫生健康委员会 市医疗保障局 市红十字会 |  | ']],
    ['（6）市农业农村局负责，完成绿色防控3万亩。', ['lead_support | 市农业农村局 |  | ']],
  ])('has its notes: %s', (text, expected) => expect(read(text)).toEqual(expected));

  it('is no note where it counts the members of a body', () => {
    expect(read('专班由下列单位组成：市卫生健康委、市医保局、市红十字会')).toEqual([]);
  });
});

describe('a bracket inside a sentence', () => {
  it('is a note of its own where the next one follows in the same sentence', () => {
    expect(read('新建农田8万亩（市农业农村局负责）、河道50公里（市水务局负责）。')).toEqual([
      'lead_support | 市农业农村局 |  | ',
      'lead_support | 市水务局 |  | ',
    ]);
  });

  it('may hold a governed group alone at the end of an item', () => {
    expect(read('③落实津补贴（各县市区人民政府）。')).toEqual(['all |  |  | 各县市区人民政府']);
  });

  it('may tell which unit does which part', () => {
    const note = '补齐短板。（市住建局：农房改善；市交通运输局：农村公路；市水务局：农村供水）';
    expect(read(note)).toEqual(['joint | 市住房和城乡建设局 市交通运输局 市水务局 |  | '.replace('joint', 'separate')]);
    expect(codes(note)).toEqual(['divided_work']);
  });

  it('may hold units printed without their level, the sentence ending behind it', () => {
    expect(read('渔民转产（农业农村局、人社局，汾河沿岸乡镇）')).toEqual([
      'joint | 市农业农村局 市人力资源和社会保障局 |  | 汾河沿岸乡镇',
    ]);
  });
});

describe('a day with its own work in a bracket', () => {
  it('names no group', () => {
    expect(read('（市发改委牵头，市财政局按职责分工负责，6月底前出台相关政策，年内持续推进）')).toEqual([
      'lead_support | 市发展和改革委员会 | 市财政局 | ',
    ]);
  });

  it('is asked about where a unit gives something', () => {
    const note = '（市爱卫办牵头、马峪镇政府具体实施、市财政局做好资金保障）';
    expect(read(note)).toEqual(['lead_support | 市爱卫办 | 马峪镇人民政府 市财政局 | ']);
    expect(codes(note)).toContain('divided_work');
  });
});

describe('a label of another make', () => {
  it.each([
    ['牵头单位——市水务局；责任单位——市住建局、市财政局。', 'lead_support | 市水务局 | 市住房和城乡建设局 市财政局 | '],
    ['责任单位/市应急局、市公安局', 'joint | 市应急管理局 市公安局 |  | '],
    ['牵头单位市水务局，责任单位太原职业技术学院、市财政局', 'lead_support | 市水务局 | 太原职业技术学院 市财政局 | '],
    ['牵头单位市自然资源局责任单位市财政局、各县区', 'lead_support | 市自然资源局 | 市财政局 | 各县区'],
    ['责任分工为：市水务局牵头，市财政局配合。', 'lead_support | 市水务局 | 市财政局 | '],
    [
      '牵头单位：市水务局；责任单位；汾河湿地保护中心、市财政局',
      'lead_support | 市水务局 | 市汾河湿地保护中心 市财政局 | ',
    ],
    ['责任单位市水务局，协助单位各镇（街道）', 'lead_support | 市水务局 |  | 各镇（街道）'],
    ['〈责任单位：市水务局；完成时间：9月〉', 'lead_support | 市水务局 |  | '],
    ['责任单位：市水务局、市财政局本措施自2023年8月1日起施行，有效期3年。', 'joint | 市水务局 市财政局 |  | '],
    ['（市水务局+各镇街道）', 'lead_support | 市水务局 |  | 各镇街道'],
    ['（市水务局牵头，市财政局、市住建局分行业负责）', 'lead_support | 市水务局 | 市财政局 市住房和城乡建设局 | '],
    ['（市水务局牵头，市妇联市职教中心配合）', 'lead_support | 市水务局 | 市妇女联合会 市职教中心 | '],
    [
      '（责任单位：市水务局；配合单位：市财政局、各类保险机构、农场）',
      'lead_support | 市水务局 | 市财政局 | 各类保险机构 农场',
    ],
    ['分工：市水务局（牵头）、市财政局。', 'lead_support | 市水务局 | 市财政局 | '],
    ['整改责任单位：市水务局 牵头督导单位：市生态环境局', 'lead_support | 市水务局 | 市生态环境局 | '],
    ['责任单位：市水务局。督导单位：市生态环境局。整改时限：2022年底。', 'lead_support | 市水务局 | 市生态环境局 | '],
  ])('is one with a colon: %s', (text, expected) => expect(read(text)).toEqual([expected]));

  it('names townships', () => {
    expect(read('（牵头单位：市水务局，责任单位：市财政局，责任乡镇：马峪乡、柳杜乡等）')).toEqual([
      'lead_support | 市水务局 | 市财政局 马峪乡 柳杜乡 | 等',
    ]);
  });

  it('tells who does which part, and is asked about', () => {
    const note = '责任分工：市水务局负责调度；市住建局负责管网；各县区负责征地。';
    expect(read(note)).toEqual(['separate | 市水务局 市住房和城乡建设局 |  | 各县区']);
    expect(codes(note)).toEqual(['divided_work']);
  });
});

describe('a group behind its examples', () => {
  it.each([
    ['（市水务局、市财政局、柳巷街道等有关街道）', '市水务局 市财政局 柳巷街道', '等'],
    ['（市水务局、市财政局、柳巷街道等有关街道办事处负责）', '市水务局 市财政局 柳巷街道', '等'],
    ['（市水务局、市医保局等市水利领导小组成员单位负责）', '市水务局 市医疗保障局', '等'],
    ['（责任单位：市水务局、中国电信太原分公司等运营商）', '市水务局 中国电信太原分公司', '等'],
    ['（责任单位：市水务局、五城区政府）', '市水务局', '五城区政府'],
    ['（市水务局、市应急局等市级行政执法部门负责）', '市水务局 市应急管理局', '等'],
    ['（市水务局、市财政局和地方有关部门负责）', '市水务局 市财政局', '地方有关部门'],
    ['（市水务局、市财政局，潞安集团、太钢集团等骨干企业）', '市水务局 市财政局 潞安集团 太钢集团', '等'],
    ['（责任单位：市水务局、中国人寿太原分公司等承办机构）', '市水务局 中国人寿太原分公司', '等'],
    ['（责任单位：马峪镇党委、政府）', '马峪镇党委 马峪镇人民政府', ''],
    ['（市水务局，各市、县[区]政府负责）', '市水务局', '各市、县（区）政府'],
    ['（责任单位：市水务局，开发区（投资区、高新区）管委会）', '市水务局', '开发区（投资区、高新区）管委会'],
  ])('is a group: %s', (text, units, group) => {
    const [note] = notesOf(text);
    expect([names(note?.responsible ?? []), note?.openGroups.map(({ surface }) => surface).join(' ')]).toEqual([
      units,
      group,
    ]);
  });
});

describe('a name that a word of duty begins or ends', () => {
  it.each([
    ['（市协同办、市财政局负责）', '市协同办 市财政局'],
    ['（市协同办负责）', '市协同办'],
    ['（市规划和自然资源局和平分局、市财政局负责）', '市规划和自然资源局和平分局 市财政局'],
    ['（区委区政府督查考核办公室、区人社局负责）', '区委区政府督查考核办公室 区人力资源和社会保障局'],
    ['（市水务局、太原市生态环境局公安县分局负责）', '市水务局 市生态环境局公安县分局'],
    ['（市水务局，清徐县对口帮扶工作组负责）', '市水务局 清徐县对口帮扶工作组'],
  ])('is whole: %s', (text, units) => expect(names(notesOf(text)[0]?.responsible ?? [])).toBe(units));
});

it('several responsible units that only a group helps do it together', () => {
  expect(read('责任部门：市教育局、市住建局；配合部门：各街镇')).toEqual([
    'joint | 市教育局 市住房和城乡建设局 |  | 各街镇',
  ]);
});

it('a day behind a person is still the day', () => {
  expect(notesOf('（市民政局，责任人：分管领导，2021年6月）')[0]?.deadline).toBe('2021年6月');
});
