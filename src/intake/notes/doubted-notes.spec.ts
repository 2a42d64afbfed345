import { describe, expect, it } from '@jest/globals';
import { applyLearned, doubtedNames, registeredNames } from '../../plans/units-learned.js';
import { doubtfulAmong } from '../../plans/units-doubtful.js';
import { offeredNames } from '../../plans/units-near.js';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const CITY = '岳阳市2021年优化营商环境任务分工';
const measures = (...lines: string[]) => readPlan([CITY, ...lines].join('\n'), registry).measures;
const codes = (...lines: string[]): string[][] =>
  measures(...lines).map(({ doubts }) => doubts.map(({ code }) => code));
const parts = (...lines: string[]): string[][] =>
  measures(...lines).map(({ mode, responsible, supporting, doubtful }) => [
    mode,
    responsible.map(({ name }) => name).join(' '),
    supporting.map(({ name }) => name).join(' '),
    doubtful ? '疑' : '',
  ]);

describe('a person’s name among the units', () => {
  const asked = ['“李四”像是人名，不是单位，请改为其所在单位，或从本条移出'];
  const reasons = (note: string) =>
    measures(`1. 举办招聘会。${note}`, '2. 开办夜校。（责任单位：市教育局）').map(({ responsible, doubts }) => [
      responsible.map(({ name }) => name).join(' '),
      ...doubts.map(({ reason }) => reason),
    ]);

  it('is asked about as a person’s and begins no chapter, whatever it ends with', () => {
    expect(reasons('（责任单位：李四、市农业农村局）')).toEqual([['李四 市农业农村局', ...asked], ['市教育局']]);
    expect(reasons('（责任单位：市农业农村局、李四，完成时限：6月底）')).toEqual([
      ['市农业农村局 李四', ...asked],
      ['市教育局'],
    ]);
  });

  it('is registered as a unit by nobody who takes all proposals', () => {
    const [first] = measures('1. 举办招聘会。（责任单位：李四、市农业农村局）');
    const [name] = doubtedNames({ measures: [first!] });
    expect(doubtfulAmong([])(name!)).toBe(true);
  });
});

describe('who leads is asked about', () => {
  it('where several are responsible and others help them', () => {
    expect(codes('1.改造老旧小区。（责任单位：市住建局、市城管局；配合单位：市财政局）')).toEqual([['leads_unstated']]);
    expect(codes('1.改造老旧小区。（责任单位：市住建局；配合单位：市财政局、市城管局）')).toEqual([[]]);
    expect(codes('1.改造老旧小区。（市住建局、市城管局牵头，市财政局配合）')).toEqual([[]]);
  });

  it('where several are responsible and only a group helps them, once for a plan that writes so throughout', () => {
    const note = '（责任单位：市住建局、市城管局；配合单位：市级有关部门）';
    const clauses = ['1.改造老旧小区。', '2.整修道路。', '3.疏浚河道。'].map((clause) => clause + note);
    expect(codes(clauses[0]!)).toEqual([['leads_joint']]);
    expect(codes(...clauses)).toEqual([[], [], []]);
    const { doubts } = readPlan([CITY, ...clauses].join('\n'), registry);
    expect(doubts.find(({ code }) => code === 'joint_leads')?.reason).toContain('有 3 条的责任单位不止一家');
    expect(codes('1.改造老旧小区。（责任单位：市住建局；配合单位：市级有关部门）')).toEqual([[]]);
  });

  it('where several lead apart and nobody else is named', () => {
    expect(codes('1.整治市场。（市商务局、市市场监管局分别牵头）')).toEqual([['leads_apart']]);
    expect(codes('1.整治市场。（市商务局、市市场监管局分别牵头，市公安局配合）')).toEqual([[]]);
  });

  it('where a zone stands among all the places', () => {
    const work = '1.核查账户。（市财政局牵头，';
    expect(codes(`${work}各县（市、区）人民政府、经开区管委会落实）`)).toEqual([['zone_beside_places']]);
    expect(codes(`${work}各县（市、区）人民政府、南湖新区管委会落实）`)).toEqual([['zone_beside_places']]);
  });

  it('where a zone without a name stands beside units alone', () => {
    const note = (zones: string) => codes(`1.盘活厂房。（牵头单位：市财政局；责任单位：市商务局、${zones}）`);
    expect(note('工业园区管委会')).toEqual([['zone_unnamed']]);
    expect(note('工业园区管委会，各乡镇人民政府')).toEqual([[]]);
    expect(note('青松工业园区管委会')).not.toContainEqual(['zone_unnamed']);
  });
});

describe('a name is asked about', () => {
  it('where a group names one of its own', () => {
    const note = '（责任单位：市教育局，各区人民政府（含洞庭新城管委会，下同））';
    expect(codes(`1.办好暑托班。${note}`)).toEqual([['group_names_one']]);
  });

  it('where only its level is left before a page ends', () => {
    expect(codes('1.压减办税时间。责任单位：市', '', '- 5 -', '', '税务局')[0]).toContain('name_cut');
  });
});

describe('a label that no table has', () => {
  it('is a label all the same, and asked about', () => {
    const note = '（牵头单位：市科技局；承接单位：市大数据中心、市供电公司）';
    expect(parts(`1.建设平台。${note}`)).toEqual([['lead_support', '市科学技术局', '市大数据中心 市供电公司', '疑']]);
    expect(codes(`1.建设平台。${note}`)).toEqual([['label_unknown']]);
  });

  it('is found behind a name that nothing divides from it', () => {
    expect(parts('1.防汛。责任单位：市水利局联动单位：市气象局')).toEqual([
      ['lead_support', '市水利局', '市气象局', '疑'],
    ]);
  });

  it('is no doubt where it is 相关单位 or another word for those who lead', () => {
    expect(parts('1.核对数据。（领衔单位：市统计局；相关单位：市财政局、市税务局）')).toEqual([
      ['lead_support', '市统计局', '市财政局 市税务局', ''],
    ]);
  });

  it('may have another stop where its colon should be', () => {
    for (const stop of '，；。')
      expect(
        parts(`1.办展会。（牵头单位：市商务局；配合单位${stop}市公安局、市文旅广电局）`).map((one) => one.slice(0, 2)),
      ).toEqual([['lead_support', '市商务局']]);
    expect(parts('1.办展会。（牵头单位：市商务局；配合单位，市公安局、市财政局）')).toEqual([
      ['lead_support', '市商务局', '市公安局 市财政局', ''],
    ]);
  });
});

describe('names that a slip of the pen joins', () => {
  it.each([
    ['市公安局市中级人民法院', '市公安局 市中级人民法院'],
    ['市住建局市供电公司', '市住房和城乡建设局 市供电公司'],
    ['市科技局’市大数据中心', '市科学技术局 市大数据中心'],
    ['市统计局……市税务局', '市统计局 市税务局'],
  ])('are two units: %s', (list, names) => {
    expect(parts(`1.核查。（责任单位：${list}）`)).toEqual([['joint', names, '', '']]);
  });

  it('leave a group a group and a branch a branch', () => {
    expect(measures('1.核查。（责任单位：市水利局市直各部门）')[0]?.open).toEqual(['市直各部门']);
    expect(measures('1.核查。（责任单位：市残联及各县区）')[0]).toMatchObject({
      responsible: [{ name: '市残疾人联合会' }],
      open: ['各县区'],
    });
    expect(parts('1.核查。（责任单位：市水利局市政中心）')[0]?.[1]).toBe('市水利局市政中心');
  });
});

describe('a note without brackets', () => {
  it('is asked about where nothing but units stands right before it or behind it', () => {
    expect(codes('1.保障用工。市人社局会同市工信局；市商务局、市总工会负责。')).toEqual([['stops_unsure']]);
    expect(codes('1.保障用工。责任单位：市人社局、市工信局。市商务局。')).toEqual([['stops_unsure']]);
    expect(codes('1.保障用工。责任单位：市人社局、市工信局。')).toEqual([[]]);
  });

  it('is asked about behind a label that nobody read', () => {
    expect(codes('1.保障用工。牵头市直部门：市人社局责任单位：市工信局、市总工会')).toEqual([['stops_unsure']]);
  });
});

describe('a bracket that nobody opened or closed', () => {
  it('ends a note all the same', () => {
    expect(parts('1.开放学校操场。市教育局、市体育局负责）', '2.修缮书屋。（市体育局负责）')).toEqual([
      ['joint', '市教育局 市体育局', '', ''],
      ['lead_support', '市体育局', '', ''],
    ]);
    expect(parts('1.开放学校操场。由市教育局牵头，会同市体育局（市全民健身中心）落实。')[0]?.[3]).toBe('疑');
  });

  it('begins one that ends behind its verb or with its sentence, in doubt', () => {
    expect(parts('1.清理河道。（市水利局牵头，市城管局配合开展夏季巡查。各县区要加强保洁。')).toEqual([
      ['lead_support', '市水利局', '市城市管理局', '疑'],
    ]);
    expect(parts('1.清理河道。（市水利局、市城管局负责。各县区要加强保洁。')).toEqual([
      ['joint', '市水利局 市城市管理局', '', '疑'],
    ]);
  });
});

describe('a unit behind a label that names none', () => {
  it('has a part of its own behind a semicolon', () => {
    expect(parts('1.化解债务。（责任领导：王建国；市财政局牵头，市审计局配合）')).toEqual([
      ['lead_support', '市财政局', '市审计局', ''],
    ]);
  });

  it('is asked about without one', () => {
    expect(codes('1.化解债务。（责任领导：王建国、市财政局；责任单位：市审计局）')).toEqual([['part_swallowed']]);
  });
});

describe('words that join a name or cut one', () => {
  it('are asked about', () => {
    expect(codes('1.改造厂房。责任单位：市工信局', '市财政局、市总工会')).toEqual([['stops_unsure']]);
    expect(codes('1.改造厂房。（牵头单位：市工信局，责任单位。市财政局、各县区）')[0]).toContain('label_unknown');
    expect(codes('1.改造厂房。（责任单位：市科技局：市财政局）')).not.toEqual([[]]);
    expect(codes('1.改造厂房。市工信局主导，市财政局负责。')).toEqual([['stops_unsure']]);
  });
});

describe('the first of each list leads', () => {
  it.each(['主抓单位', '汇总单位', '领衔单位'])('where the plan calls it %s', (word) => {
    expect(parts(`1.普查资产。（责任单位：市统计局、市财政局。列第一位的为${word}，下同）`)[0]?.slice(0, 3)).toEqual([
      'lead_support',
      '市统计局',
      '市财政局',
    ]);
  });
});

describe('the days of a note', () => {
  it('are due with the last of them, whatever the order', () => {
    const note = '（责任单位：市司法局；完成时限：2021年12月底前，其中目录2021年6月底前）';
    expect(measures(`1.公布清单。${note}`)[0]).toMatchObject({ due: '2021-12-31', doubts: [] });
  });

  it('are asked about where each party has its own', () => {
    const note = '（市财政局，2021年6月底前完成；市水利局、市审计局，2021年12月底前完成）';
    expect(codes(`1.修订目录。${note}`)[0]).toContain('days_differ');
  });
});

describe('a note that was cut', () => {
  it('is asked about where a label has nothing behind it', () => {
    expect(codes('1.培训教师。（牵头单位：市教育局；责任单位：）')).toEqual([['label_empty']]);
  });

  it('is asked about where only the government is left of its office, or half of a group', () => {
    expect(codes('1.发放贷款。（责任单位：市财政局、市政府、市税务局）')).toEqual([['name_cut']]);
    expect(codes('1.发放贷款。责任单位：市财政局、管委会')).toEqual([['name_cut']]);
    expect(codes('1.发放贷款。（市政府负责）')).toEqual([[]]);
  });
});

describe('a paragraph of thousands of labels', () => {
  it('is read to its end', () => {
    const plan = measures(`1.办好食堂。${'责任单位：市教育局。'.repeat(6000)}`);
    expect(plan).toHaveLength(6000);
  });
});

describe('a unit that is in no list and that no rule knows', () => {
  const PLAN = '1.开办夜校。（市春风人力集团牵头，市财政局、岳阳海关配合）';

  it('is asked about, whatever it is; branches of national lines and units of the register are not', () => {
    expect(codes(PLAN)).toEqual([['unit_unknown']]);
    expect(codes('1.开办夜校。（市财政局牵头，市促进服务局、岳阳劳务学院配合）')).toEqual([
      ['unit_unknown', 'unit_unknown'],
    ]);
    expect(codes('1.开办夜校。（市财政局牵头，岳阳海关、国网岳阳供电公司、市博物馆配合）')).toEqual([[]]);
  });

  it('is one question however often it stands, and none once the office has decided on it', () => {
    const reading = { measures: measures(PLAN, PLAN.replace('1.', '2.').replace('夜校', '食堂')) };
    expect(doubtedNames(reading)).toMatchObject([{ surface: '市春风人力集团', times: 2 }]);
    const decided = applyLearned(reading, [{ surface: '市春风人力集团', name: '市春风人力资源集团有限公司' }]);
    expect(decided.measures.map(({ doubtful }) => doubtful)).toEqual([false, false]);
  });
});

describe('a unit is asked about whose printed name is only near to a usual one', () => {
  const asked = (note: string): string[] => measures(`1.办好驿站。（${note}）`)[0]!.doubts.map(({ reason }) => reason);

  it('where a word is left out or put in, also where the register has the usual one', () => {
    const near = (printed: string, usual: string) =>
      `“${printed}”不在单位名录中，与“${usual}”相近（名称相近而不相同），请核对是否同一单位`;
    const said = asked('市教育局牵头，市人力资源保障局、市医疗保障管理局配合');
    expect(said).toEqual([
      near('市人力资源保障局', '市人力资源和社会保障局'),
      near('市医疗保障管理局', '市医疗保障局'),
    ]);
    const reading = { measures: measures('1.办好驿站。（市人力资源保障局负责）') };
    const own = [{ surface: '市人力资源和社会保障局', name: '市人力资源和社会保障局' }];
    expect(registeredNames(reading, own)).toEqual([]);
    expect(asked('市人社局牵头，市医保局、市城市管理局、市就业管理局配合')).toEqual([]);
  });

  it('where two units are called so for short', () => {
    expect(asked('市农工办牵头，市财政局配合')).toEqual([
      '“市农工办”不在单位名录中，与“市农民工工作领导小组办公室”相近（可能是它的简称）、与“市委农村工作领导小组办公室”相近（可能是它的简称），请核对是否同一单位',
    ]);
    const [doubted] = doubtedNames({ measures: measures('1.办好驿站。（市农工办负责）') });
    expect(offeredNames(doubted!, [], registry).map(({ name }) => name)).toEqual([
      '市农民工工作领导小组办公室',
      '市委农村工作领导小组办公室',
    ]);
    expect(asked('市委农工办牵头，市农民工办配合')).toEqual([]);
  });
});
