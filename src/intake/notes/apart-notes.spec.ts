import { describe, expect, it } from '@jest/globals';
import { loadUnitRegistry } from '../registry.js';
import { readPlan } from '../read-plan.js';

const registry = loadUnitRegistry();
const measures = (text: string) =>
  readPlan(`平遥县2021年农民工工作要点\n2021年5月8日\n一、维护权益\n${text}`, registry).measures;
const names = (units: readonly { name: string }[]): string => units.map(({ name }) => name).join(' ');
const read = (note: string, before = '1.落实资金。做好资金拨付。'): string[] =>
  measures(before + note).map(
    ({ mode, responsible, supporting, open }) =>
      `${mode} | ${names(responsible)} | ${names(supporting)} | ${open.join(' ')}`,
  );

describe('units that each do their own part', () => {
  it.each(['各负其责', '分头负责', '分头落实'])('are apart: %s', (words) => {
    expect(read(`（县教育局、县财政局${words}）`)).toEqual(['separate | 县教育局 县财政局 |  | ']);
  });

  const rule = '排在第一位的为牵头部门';
  it('lead each for itself where the rule of who leads says so in other words', () => {
    const [, second] = measures(
      `1.植树。（县教育局、县财政局负责。${rule}，分别负责为各部门按职责分别牵头，下同）\n2.种草。（县林业局、县财政局分别负责）`,
    );
    expect(second?.mode).toBe('separate');
  });

  it('are asked about where the rule says nothing of them', () => {
    const [, second, third] = measures(
      `1.植树。（县教育局、县财政局负责，${rule}，下同）\n2.种草。（县林业局、县财政局分别负责）\n3.浇水。（县林业局、县财政局负责）`,
    );
    expect(second?.doubts.map(({ code }) => code)).toEqual(['leads_apart']);
    expect(third?.doubts).toEqual([]);
  });
});

describe('a verb behind the units of a label', () => {
  it('leaves the leads what the label says, and the others behind it help', () => {
    expect(read('牵头单位：县教育局、县财政局按职责分工负责，各乡镇政府，平遥开发区管委会落实')).toEqual([
      'lead_support | 县教育局 县财政局 | 平遥开发区管理委员会 | 各乡镇政府',
    ]);
  });

  it('做好有关工作 is what helpers do, behind those who 负责', () => {
    expect(read('（县教育局负责，县发改局、财政局按职责做好有关工作）')).toEqual([
      'lead_support | 县教育局 | 县发展和改革局 县财政局 | ',
    ]);
    expect(read('（县教育局、县财政局按职责做好有关工作）')).toEqual(['joint | 县教育局 县财政局 |  | ']);
  });

  it.each(['主责单位', '主要责任单位'])('%s alone says nothing of a first among several', (label) => {
    expect(read(`${label}：县教育局\n、县财政局`)).toEqual(['joint | 县教育局 县财政局 |  | ']);
    expect(read(`${label}：县教育局；配合单位：县财政局`)).toEqual(['lead_support | 县教育局 | 县财政局 | ']);
  });
});

describe('the last unit before 等 and a group', () => {
  it.each([
    ['（县应急局牵头，县公安局、县总工会等安委会成员单位按职责负责）', '县应急管理局 | 县公安局 县总工会 | 等'],
    ['（县教育局牵头，县住建局、县卫健局等项目主管部门配合）', '县教育局 | 县住房和城乡建设局 县卫生健康局 | 等'],
    ['（县教育局牵头，县住建局、平遥水务公司等供水企业配合）', '县教育局 | 县住房和城乡建设局 平遥水务公司 | 等'],
  ])('is a unit: %s', (note, expected) => {
    expect(read(note).map((line) => line.replace(/^.*?\| /, '').replace(/等.*/, '等'))).toEqual([expected]);
  });
});

describe('groups that a body or a line of work names', () => {
  it.each([
    ['（县安委会有关成员单位按职责分工负责）', 'all |  |  | 县安委会有关成员单位'],
    ['（县安委会各专业委员会办公室，各乡镇负责）', 'all |  |  | 县安委会各专业委员会办公室 各乡镇'],
    [
      '牵头单位：县财政局；责任单位：行业监管牵头部门、各乡镇。',
      'lead_support | 县财政局 |  | 行业监管牵头部门 各乡镇',
    ],
    ['（县财政局会同有关部门、市级人民政府负责）', 'lead_support | 县财政局 |  | 有关部门 市级人民政府'],
    ['（县应急局牵头，县财政局，有煤乡（镇）政府配合）', 'lead_support | 县应急管理局 | 县财政局 | 有煤乡（镇）政府'],
    ['（县发改委会有关部门负责）', 'lead_support | 县发展和改革委员会 |  | 有关部门'],
    ['（各乡镇人民政府，县级各有关委、办、局）', 'all |  |  | 各乡镇人民政府 县级各有关委、办、局'],
  ])('are no units: %s', (note, expected) => expect(read(note)).toEqual([expected]));
});

describe('what stands behind a unit', () => {
  it('咨询电话 is no unit', () => {
    expect(read('（责任单位：县人社局，咨询电话：0354-56×××××）')).toEqual([
      'lead_support | 县人力资源和社会保障局 |  | ',
    ]);
    expect(read('（责任单位：县人社局，服务热线：12333）')).toEqual(['lead_support | 县人力资源和社会保障局 |  | ']);
  });

  it.each(['监督电话：12345。', '（县人社局负责）咨询电话：12333', '责任单位：县人社局。举报热线：12333。'])(
    'a number to call is read past, wherever it stands: %s',
    (words) => expect(read(words).length).toBe(words.includes('人社局') ? 1 : 0),
  );

  it('a works and its office are units at the end of a list', () => {
    expect(
      read('（县总工会、县商务局，平遥化工三厂、五厂协调办）').map((line) => line.includes('平遥化工三厂')),
    ).toEqual([true]);
  });

  it('a zone for tourism shares the committee that the last zone prints', () => {
    expect(read('责任单位：县财政局，平遥开发区、古城文旅区、汾河高新区管委会')[0]).toContain(
      '平遥开发区管理委员会 古城文旅区管理委员会 汾河高新区管理委员会',
    );
  });
});

describe('notes at the end of a paragraph', () => {
  it('of a town are read as those of a county', () => {
    expect(read('镇安委会办公室、镇市场监管分局、镇财政和资产管理局')).toHaveLength(1);
  });

  it('are read where the inspection office stands alone', () => {
    expect(read('（县政府督查室）')).toEqual(['lead_support | 县人民政府督查室 |  | ']);
  });

  it('tell of no task where a body is set up', () => {
    expect(read('由县农业局牵头，建立部门间协调机制，县发改局等为成员单位，研究重大问题。', '1.加强领导。')).toEqual(
      [],
    );
    expect(read('由县农业局牵头，建立种植台账，每月更新。', '1.种粮。')).toHaveLength(1);
  });
});
