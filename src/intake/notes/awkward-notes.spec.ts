import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const names = (units: { name: string }[]) => units.map(({ name }) => name).join(' ');
const told = (...lines: string[]) =>
  readPlan(lines.join('\n'), registry).measures.map(({ mode, responsible, supporting, open, doubtful }) => [
    mode,
    names(responsible),
    names(supporting),
    open.join('/'),
    doubtful ? '疑' : '',
  ]);

const CITY = '衢州市2024年稳就业工作方案';

describe('a note in an awkward place', () => {
  it('is none in the record that a web page prints over the plan', () => {
    const record = '索引号：QZ-2024-7 发文机构：市政府办公室（市大数据局） 发布机构：市政府办公室（市大数据局）';
    const source = '来源：市政府办公室（市大数据局） 发布时间：2024-03-01';
    const plan = `${CITY}一、任务1.办好夜校。（市教育局负责）2.办好食堂。（市民政局负责）`;
    expect(told(record + source + plan).map(([, own]) => own)).toEqual(['市教育局', '市民政局']);
    const wide = `索引号：  QZ-2024-7  主题分类：  督查  发文机构：  市政府办公室（市大数据局）  公文时效：  有效`;
    expect(told(`${wide}  ${source}${plan}`).map(([, own]) => own)).toEqual(['市教育局', '市民政局']);
    expect(told(record, source, CITY, '1.办好夜校。（市教育局负责）')).toHaveLength(1);
  });

  it('is none in a title that says who helps, right behind the number of its clause', () => {
    const plan = [
      '一、重点任务',
      '（一）企业参与。引导企业开办工地夜校。（市教育局牵头，市总工会配合）',
      '（二）部门配合',
      '1.定期会商。（市财政局负责）',
      '2.做好排查。市民政局牵头，各部门配合。',
    ];
    expect(told(CITY, ...plan)).toEqual([
      ['lead_support', '市教育局', '市总工会', '', ''],
      ['lead_support', '市财政局', '', '', ''],
      ['lead_support', '市民政局', '', '各部门', ''],
    ]);
  });

  it('goes on behind the number of a page, before a comma of the list too', () => {
    const note = '（市气象局、市水利局— 12 —、市交通运输局分别负责）';
    expect(told(CITY, `1.做好预警。${note}`)).toEqual([['separate', '市气象局 市水利局 市交通运输局', '', '', '']]);
  });

  it('ends where words of no unit run into its list, in doubt', () => {
    const table = '配合单位：市公安局、市城管局 东片 西片 合计新辟线路年度目标2 5 1 2 10实际完成1 2 0';
    expect(told(CITY, `1.新辟公交线路。责任单位：市交通局 ${table}`)).toMatchObject([
      ['lead_support', '市交通运输局', '市公安局 市城市管理局', '', '疑'],
    ]);
    const phone =
      '牵头责任单位：市卫健委主要协作单位：各乡镇人民政府，市政府有关部门、有关直属单位监督方式：0570-0000000扫码';
    expect(told(CITY, `1.创建卫生城市。${phone}`)).toMatchObject([
      ['lead_support', '市卫生健康委员会', '', '各乡镇人民政府/市政府有关部门/有关直属单位', ''],
    ]);
  });

  it('stands behind 部门分工, though a leader stands before it', () => {
    expect(told(CITY, '1.生产总值增长6%。分管市领导：林某某部门分工：市发改委牵头，各地、各部门配合。')).toEqual([
      ['lead_support', '市发展和改革委员会', '', '各地/各部门', ''],
    ]);
  });
});

describe('the words of an awkward note', () => {
  it('the offices of one department stand alone in a bracket behind the task, and are asked about', () => {
    const plan = [
      '对全年目标任务的分解落实方案',
      '5.就业人数增长4%。（规划处、失保中心）',
      '7.培训10万人。（培训中心）',
    ];
    expect(told(...plan).map(([mode, own, , , doubt]) => [mode, own, doubt])).toEqual([
      ['joint', '规划处 失保中心', '疑'],
      ['lead_support', '培训中心', '疑'],
    ]);
    expect(told('对全年目标任务的分解落实方案', '1.在全厅推行（试点处除外）。', '2.建好场馆（文化中心）')).toEqual([]);
  });

  it('is read with the ministries of a plan whose number is the State Council’s', () => {
    const plan = ['国办发〔2019〕94号', '二、任务', '1.扩大消费。（发展改革委、财政部、人民银行负责）'];
    expect(told(...plan)).toEqual([['joint', '国家发展和改革委员会 财政部 中国人民银行', '', '', '']]);
  });
});

describe('who leads', () => {
  const told1 = (note: string, ...rest: string[]) => told(CITY, ...rest, `1.办好夜校。（${note}）`)[0]?.slice(0, 4);

  it('are those behind 牵头单位, though others behind a semicolon do their part', () => {
    expect(told1('牵头单位：市教育局、市人社局；各相关部门、镇街（园区）按职责分工负责')).toEqual([
      'lead_support',
      '市教育局 市人力资源和社会保障局',
      '',
      '各相关部门/镇街（园区）',
    ]);
    const two = ['lead_support', '市教育局', '市财政局', ''];
    expect(told1('牵头单位：市教育局；市财政局按职责分工负责')).toEqual(two);
  });

  it('is the first of those who do it, where the plan says so and others only help', () => {
    const rule = '列第一位的为牵头单位。';
    expect(told1('市教育局、市人社局负责，市财政局参与', rule)).toEqual([
      'lead_support',
      '市教育局',
      '市人力资源和社会保障局 市财政局',
      '',
    ]);
    expect(told1('市教育局、市人社局负责，市财政局参与')?.slice(1, 3)).toEqual([
      '市教育局 市人力资源和社会保障局',
      '市财政局',
    ]);
  });

  it('is nobody where each does a part of its own and another helps', () => {
    expect(told1('市教育局、市人社局分别负责，市财政局参与')?.slice(0, 3)).toEqual([
      'separate',
      '市教育局 市人力资源和社会保障局',
      '市财政局',
    ]);
  });

  it('are places along a river, a group without names', () => {
    expect(told1('市林业局牵头，沿江各县区政府、流域内相关镇街落实')?.slice(2)).toEqual([
      '',
      '沿江各县区政府/流域内相关镇街',
    ]);
  });
});

describe('a note beside other brackets and words', () => {
  it('is read though the next sentence begins with 开展 or 进行', () => {
    const plan = '1.办好夜校。组织授课。（市教育局负责）开展实训。（市人社局负责）进行考核。（市总工会负责）';
    expect(told(CITY, plan).map(([, own]) => own)).toEqual(['市教育局', '市人力资源和社会保障局', '市总工会']);
  });

  it('is read behind a bracket that was never closed', () => {
    const figures = '进展情况：收入增长9%，高于平均增幅（8%2个百分点。';
    const notes = ['牵头责任单位：市财政局。', '协同责任单位：市税务局。'];
    expect(told(CITY, '1.收入增长5%左右。', figures, ...notes)).toEqual([
      ['lead_support', '市财政局', '市税务局', '', '疑'],
    ]);
    const page = `${CITY}【编辑日期：2024-01-01】【阅读：  培训农民工，每人补贴300元。  责任单位：市人社局标签：`;
    expect(told(page).map(([, own]) => own)).toEqual(['市人力资源和社会保障局']);
  });

  it('names ministries where 市场监管总局 is the only 市 in the plan', () => {
    const plan = ['2019年食品安全重点工作安排', '1.制定标准。（卫生健康委负责）', '2.抓好种养。（农业农村部负责）'];
    const both = '3.加强监测。（农业农村部、海关总署、市场监管总局按职责分工负责）';
    expect(told(...plan, both).map(([, own]) => own)).toEqual([
      '国家卫生健康委员会',
      '农业农村部',
      '农业农村部 海关总署 国家市场监督管理总局',
    ]);
  });
});

describe('a sentence that says who does it', () => {
  it('may end in what is begun by a day', () => {
    expect(told(CITY, '1.开工5个项目。市住建局、市商务局负责，9月底前开工。')).toEqual([
      ['joint', '市住房和城乡建设局 市商务局', '', '', ''],
    ]);
    expect(told(CITY, '1.开展专项行动。市公安局、市民政局等部门负责组织开展，年底前全面完成。')).toMatchObject([
      ['joint', '市公安局 市民政局', '', '等', ''],
    ]);
  });

  it('may stand behind a dash', () => {
    expect(told(CITY, '1.缓缴保费——市人社局牵头，市医保局、市税务局配合。')).toEqual([
      ['lead_support', '市人力资源和社会保障局', '市医疗保障局 市税务局', '', ''],
    ]);
  });

  it('may have labels with nothing but a blank behind them', () => {
    expect(told(CITY, '1.产业帮扶。责任单位 市农业农村局、市商务局 配合单位 市财政局')).toEqual([
      ['lead_support', '市农业农村局 市商务局', '市财政局', '', '疑'],
    ]);
  });
});

describe('labels with their names in brackets', () => {
  it('make one note', () => {
    expect(told(CITY, '1.办好夜校。牵头单位（市教育局），配合单位（市财政局、团市委）。')).toEqual([
      ['lead_support', '市教育局', '市财政局 共青团市委', '', ''],
    ]);
    expect(told(CITY, '1.办好夜校。责任单位（市教育局）')).toEqual([['lead_support', '市教育局', '', '', '']]);
    expect(told(CITY, '1.明确责任单位（市教育局除外），', '2.办好夜校。')).toEqual([]);
  });
});

describe('a list that is left open', () => {
  it.each(['群团组织', '人民团体', '社会组织', '金融机构', '部门', '行业帮扶部门'])(
    'with 等%s names its units apart',
    (noun) => {
      expect(told(CITY, `1.办好夜校。由市教育局负责，工商联、妇联等${noun}参加。`)).toMatchObject([
        ['lead_support', '市教育局', '市工商业联合会 市妇女联合会', '等', ''],
      ]);
      expect(told(CITY, `1.办好夜校。（工商联、妇联等${noun}负责）`)).toMatchObject([
        ['joint', '市工商业联合会 市妇女联合会', '', '等', ''],
      ]);
    },
  );

  it.each(['川渝两省市有关部门（单位）', '长三角三省一市相关部门', '城六区', '城区政府'])(
    'names %s as a group, no unit',
    (group) => {
      expect(told(CITY, `1.办好夜校。（责任单位：市教育局、市财政局，${group}）`)).toMatchObject([
        ['joint', '市教育局 市财政局', '', group, ''],
      ]);
    },
  );
});
