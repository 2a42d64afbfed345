import { describe, expect, it } from '@jest/globals';
import type { MeasureReading } from '../../domain/plan/reading.js';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
const plan = (title: string, ...lines: string[]): MeasureReading[] =>
  readPlan([title, '一、任务', ...lines].join('\n'), registry).measures;
const names = (units: readonly { name: string }[]): string => units.map(({ name }) => name).join(' ');
const brief = ({ mode, responsible, supporting, open }: MeasureReading): string =>
  [mode, names(responsible), names(supporting), open.join(' ')].join(' | ');
const city = (...lines: string[]): string[] => plan('衢州市2022年促进消费实施方案', ...lines).map(brief);
const county = (...lines: string[]): string[] => plan('常山县2022年促进消费实施方案', ...lines).map(brief);

describe('a zone without a name of its own', () => {
  it('is a unit where no other places are listed, and asked about', () => {
    const [one] = plan('常山县2022年实施方案', '1.盘活厂房。（牵头单位：工业园区；责任单位：县经信局）');
    expect(one && brief(one)).toBe('lead_support | 县工业园区 | 县经济和信息化局 | ');
    expect(one?.doubts.map(({ code }) => code)).toContain('zone_unnamed');
  });

  it('is one of the places beside them, and no note where it stands alone in a bracket', () => {
    expect(county('1.盘活厂房。（县经信局牵头，各乡镇、工业园区配合）')).toEqual([
      'lead_support | 县经济和信息化局 |  | 各乡镇 工业园区',
    ]);
    expect(county('1.盘活厂房（工业园区）及设备。')).toEqual([]);
  });

  it('with a second name in brackets is one unit', () => {
    expect(county('1.盘活厂房。责任单位：县经信局、常山经济开发区（高新园区）管委会')).toEqual([
      'joint | 县经济和信息化局 常山经济开发区管理委员会 |  | ',
    ]);
  });
});

describe('a name that holds a word of duty', () => {
  it('is not cut at it', () => {
    expect(city('1.清欠。（各乡镇人民政府、宁夏精细化工基地管委会负责）')).toEqual([
      'joint | 宁夏精细化工基地管理委员会 |  | 各乡镇人民政府',
    ]);
    expect(city('1.编清单，由市推动都市圈建设暨推进区域协同发展领导小组办公室（市发展改革委）负责。')).toEqual([
      'lead_support | 市推动都市圈建设暨推进区域协同发展领导小组办公室 |  | ',
    ]);
  });
});

describe('a list of groups', () => {
  it.each([
    ['主城都市区中心城区各区政府', '主城都市区中心城区各区政府'],
    ['各市县人民政府、行委', '各市县人民政府、行委'],
    ['各县（市、区）人民政府、管委会', '各县（市、区）人民政府、管委会'],
    ['国有担保公司', '国有担保公司'],
  ])('knows %s', (printed, group) =>
    expect(city(`1.植树。（市林业局牵头，${printed}配合）`)).toEqual([`lead_support | 市林业局 |  | ${group}`]),
  );

  it('may follow a unit with a second name', () => {
    expect(city('1.植树。（市财政局（国资办）、各镇街）')).toEqual(['lead_support | 市财政局 |  | 各镇街']);
  });

  it('ends before a rule of the plan that stands in brackets behind it', () => {
    const rule = '（以下措施均由各县区落实，不再列出）';
    expect(city(`1.植树。（责任单位：市林业局，开发区（投资区、高新区）管委会${rule}）`)[0]).toMatch(
      /^lead_support \| 市林业局 \| {2}\| 开发区（投资区、高新区）管委会/,
    );
  });
});

describe('a label with text run into its names', () => {
  const LIST = '1.植树。牵头单位：市林业局　责任单位：市财政局、市水利局';
  it.each(['以上项目所需资金由市审计局会同有关部门统筹安排。', '上述政策措施自印发之日起施行。', '【打印本页】'])(
    'ends before it: %s',
    (text) => expect(city(LIST + text)).toEqual(['lead_support | 市林业局 | 市财政局 市水利局 | ']),
  );

  it('ends behind the last registered name, in doubt', () => {
    const [one] = plan('衢州市2022年实施方案', '1.植树。责任单位：市林业局、市国资委深化体制改革。');
    expect(one && brief(one)).toBe('joint | 市林业局 市人民政府国有资产监督管理委员会 |  | ');
    expect(one?.doubts.map(({ code }) => code)).toEqual(['stops_unsure']);
  });

  it('keeps an office of a unit whole', () => {
    expect(city('1.植树。责任单位：市林业局、市公安局交警支队、市水利局河道中心')).toEqual([
      'joint | 市林业局 市公安局交警支队 市水利局河道中心 |  | ',
    ]);
  });
});

describe('units that a third label names', () => {
  it('are part of the note: 责任主体 below 牵头单位 and 配合单位', () => {
    expect(
      county('1.植树。', '牵头单位：县林业局；', '配合单位：县水利局；', '责任主体：各乡镇、常山经济开发区'),
    ).toEqual(['lead_support | 县林业局 | 县水利局 常山经济开发区 | 各乡镇']);
  });
});

describe('a label for persons', () => {
  it.each(['牵头责任人：陈××；', '领导责任：王某 ', '配合负责人：李某；'])('gives nobody a task: %s', (label) =>
    expect(city(`1.植树。${label}责任单位：市林业局、市财政局`)).toEqual(['joint | 市林业局 市财政局 |  | ']),
  );

  it('may stand on a line of its own above the units', () => {
    expect(city('1.植树。', '领导责任：王某', '责任单位：市林业局，各县（市、区）', '2.种草。')).toEqual([
      'lead_support | 市林业局 |  | 各县（市、区）',
    ]);
  });
});

describe('units without any word of duty', () => {
  it.each([
    ['1.植树。 市林业局', 'lead_support | 市林业局 |  | '],
    ['1.植树。 市一碗面办、市林业局、市公安局交警支队', 'joint | 市一碗面办 市林业局 市公安局交警支队 |  | '],
    ['1.植树（县林业局 县卫健委 供水公司）', 'joint | 县林业局 县卫生健康委员会 供水公司 |  | '],
    ['1.植树（市林业局、相关高校）', 'lead_support | 市林业局 |  | 相关高校'],
    ['1.植树（各县区政府、新区管委会）', 'all |  |  | 各县区政府 新区管委会'],
    ['1.植树。（市林业局、市纪委监委机关）', 'joint | 市林业局 市纪委监委 |  | '],
  ])('are a note at the end of a paragraph: %s', (text, expected) =>
    expect((text.includes('县林业局') ? county : city)(text)).toEqual([expected]),
  );

  it('are none where they are the office that issues the plan', () => {
    expect(city('1.植树。（市林业局负责）', '2.种草。市政府办公室')).toEqual(['lead_support | 市林业局 |  | ']);
  });
});

describe('a rule for the first unit and for those who act apart', () => {
  it('makes the first the lead, and each lead of its own where the note says so', () => {
    const rule = '。排在第一位的为牵头部门，分别负责的部门为各自牵头，下同';
    expect(city(`1.植树。（市林业局、市财政局负责${rule}）`, '2.种草。（市财政局、市水利局分别负责）')).toEqual([
      'lead_support | 市林业局 | 市财政局 | ',
      'separate | 市财政局 市水利局 |  | ',
    ]);
  });
});

describe('the words around a unit', () => {
  it.each([
    ['◎牵头：市林业局　◎配合：市水利局', 'lead_support | 市林业局 | 市水利局 | '],
    ['（市林业局牵头，项目乡镇配合）', 'lead_support | 市林业局 |  | 项目乡镇'],
    ['责任单位：县林业局、立仓镇人民政府等沿线乡镇', 'joint | 县林业局 立仓镇人民政府 |  | 等'],
    ['责任单位—县林业局、县水利局', 'joint | 县林业局 县水利局 |  | '],
    ['县林业局会同水利局等部门负责组织实施，建立差异化办法。', 'lead_support | 县林业局 | 县水利局 | 等'],
    ['责任主体：县林业局；监管单位：县水利局', 'lead_support | 县林业局 | 县水利局 | '],
  ])('are no part of its name: %s', (text, expected) =>
    expect((text.includes('县') ? county : city)(`1.植树。${text}`)).toEqual([expected]),
  );
});

describe('a sentence with names that nobody knows', () => {
  it.each([
    [
      '市农高区牵头负责，市农业农村局、市科技局配合。',
      'lead_support | 市农高区 | 市农业农村局 市科学技术局 | ',
      '推进改良，',
    ],
    [
      '市三江管委会、市水利局牵头，市财政局、开化县配合；',
      'lead_support | 市三江管理委员会 市水利局 | 市财政局 开化县 | ',
      '争取获批，',
    ],
    [
      '市水利局牵头，市财政局、市科技局，北方油田负责。',
      'lead_support | 市水利局 | 市财政局 市科学技术局 北方油田 | ',
      '',
    ],
    ['市卫健委具体负责，市财政局给予配合。', 'lead_support | 市卫生健康委员会 | 市财政局 | ', '参合率98%，由'],
    [
      '市住建局负总责，市财政局具体实施。',
      'lead_support | 市住房和城乡建设局 | 市财政局 | ',
      '全市开工建设住房2万套，',
    ],
  ])('begins where who leads is named: %s', (sentence, expected, before) =>
    expect(city(`1.节水。${before}${sentence}`)).toEqual([expected]),
  );

  it('is the last words of a task behind a colon, a semicolon or a dash', () => {
    expect(county('1.改造危房800户：县住建局', '2.救助300人；县残联', '3.提升环境——县林业局、县水利局')).toEqual([
      'lead_support | 县住房和城乡建设局 |  | ',
      'lead_support | 县残疾人联合会 |  | ',
      'joint | 县林业局 县水利局 |  | ',
    ]);
  });

  it('may be a bureau alone in a bracket, asked about', () => {
    const [one] = plan('固原市2020年重点任务', '1.建设数据中心（市网信局）。');
    expect(one?.lead?.name).toBe('市网信局');
    expect(one?.doubts.map(({ code }) => code)).toContain('unit_unknown');
  });

  it('counts a star inside the bracket as a sign', () => {
    expect(city('1.植树（市林业局☆）', '注：标☆的为牵头单位。')).toEqual(['lead_support | 市林业局 |  | ']);
  });

  it('names the offices of a township', () => {
    expect(plan('丹灶镇2021年工作要点', '1.防疫：公共服务办公室牵头，派出所、各社区居委会配合').map(brief)[0]).toMatch(
      /^lead_support \| 镇?公共服务办公室 \| 镇?派出所 \| 各社区居委会$/,
    );
  });
});

describe('a name that a page cuts in two', () => {
  it('is joined again behind a label', () => {
    expect(city('1.治气。牵头单位：市水利局，参加单位：市林业局、市城', '— 3 —', '管局，各县市区政府')).toEqual([
      'lead_support | 市水利局 | 市林业局 市城市管理局 | 各县市区政府',
    ]);
  });
});

describe('persons printed beside the units', () => {
  it.each([
    [
      '牵头单位及责任人：市林业局 张某；责任单位及责任人：市水利局 李某、市财政局 王某',
      'lead_support | 市林业局 | 市水利局 市财政局 | ',
    ],
    ['（市住建局 郑某负责，市水利局配合）', 'lead_support | 市住房和城乡建设局 | 市水利局 | '],
    ['(张某、李某副市长负责，市林业局牵头)', 'lead_support | 市林业局 |  | '],
  ])('are no units: %s', (text, expected) => expect(city(`1.植树。${text}`)).toEqual([expected]));
});

describe('a list of less usual bodies', () => {
  it.each([
    ['牵头部门（单位）：市林业局；配合部门（单位）：市水利局', 'lead_support | 市林业局 | 市水利局 | '],
    ['（市林业局牵头，市级有关部门、单位配合）', 'lead_support | 市林业局 |  | 市级有关部门、单位'],
    ['（市林业局牵头，龙游县、开化县等县（市）实施）', 'lead_support | 市林业局 | 龙游县 开化县 | 等'],
    ['（市疫情防控指挥部交通组、市林业局）', 'joint | 市疫情防控指挥部交通组 市林业局 |  | '],
    ['（市直相关部门、衢州高新区管委会）', 'lead_support | 衢州高新区管理委员会 |  | 市直相关部门'],
    ['上海铁路局会同市林业局、市水利局负责', 'lead_support | 上海铁路局 | 市林业局 市水利局 | '],
    ['（人民银行衢州市中心支行衢州银保监分局负责）', 'joint | 中国人民银行衢州市中心支行 衢州银保监分局 |  | '],
  ])('is read whole: %s', (text, expected) => expect(city(`1.植树。${text}`)).toEqual([expected]));

  it('may run on from the task without a stop', () => {
    expect(city('1.发展供应链金融市财政局、市商务局、市水利局负责')).toEqual([
      'joint | 市财政局 市商务局 市水利局 |  | ',
    ]);
  });

  it('is in doubt where the half before the semicolon was not understood', () => {
    const [one] = plan('衢州市2022年方案', '1.植树。由市林业局牵头，会同市水利局拟订办法；各县（市、区）组织实施。');
    expect(one?.doubts.map(({ code }) => code)).toContain('stops_unsure');
  });
});

describe('labels of a less usual kind', () => {
  it.each([
    [
      '主责部门为市林业局，协同部门为市水利局，实施主体为各县（市、区）。',
      'lead_support | 市林业局 | 市水利局 | 各县（市、区）',
    ],
    ['责任部门是市林业局、市水利局。', 'joint | 市林业局 市水利局 |  | '],
    ['牵头部门:市林业局 协作部门:市水利局 属地:柯城区政府', 'lead_support | 市林业局 | 市水利局 柯城区人民政府 | '],
    ['市林业局为牵头单位，市水利局、柯城区为责任单位。', 'lead_support | 市林业局 | 市水利局 柯城区 | '],
    ['价格动态调整，市林业局负总责。', 'lead_support | 市林业局 |  | '],
    ['（市林业局、衢州移动、衢州中学、市纪委监委驻市林业局纪检监察组）', null],
  ])('are read: %s', (text, expected) => {
    const [one = ''] = city(`1.植树。${text}`);
    expect(expected === null ? one.startsWith('joint | 市林业局 衢州移动 衢州中学') : one).toBe(expected ?? true);
  });

  it('may have strokes before them on lines of their own', () => {
    expect(city('1.植树。', '——牵头单位：市林业局', '——责任单位：市水利局，各县（市、区）政府', '2.种草。')).toEqual([
      'lead_support | 市林业局 | 市水利局 | 各县（市、区）政府',
    ]);
  });

  it('begin anew behind a semicolon where another task stands between', () => {
    expect(
      city('1.审查制度，牵头单位：市林业局，配合单位：市水利局；清理壁垒，牵头单位：市财政局，配合单位：市商务局。'),
    ).toEqual(['lead_support | 市林业局 | 市水利局 | ', 'lead_support | 市财政局 | 市商务局 | ']);
  });
});

describe('the number of a page inside a name', () => {
  it.each(['— 2 —', '第 2 页 共 8 页', '第2页共8页'])('is no part of it: %s', (page) =>
    expect(city(`1.植树。责任单位：市林业局、市交${page}通运输局`)).toEqual(['joint | 市林业局 市交通运输局 |  | ']),
  );
});
