import { describe, expect, it } from '@jest/globals';
import { readPlan } from '../read-plan.js';
import { loadUnitRegistry } from '../registry.js';

const registry = loadUnitRegistry();
/** Mode, leads or responsible, supporting, groups of each note of a plan. */
const parts = (...lines: string[]) =>
  readPlan(lines.join('\n'), registry).measures.map(({ mode, responsible, supporting, open }) => [
    mode,
    responsible.map(({ surface }) => surface).join(' '),
    supporting.map(({ surface }) => surface).join(' '),
    open.join('/'),
  ]);
const city = (...lines: string[]) => parts('汕头市2022年稳就业工作方案', '一、重点任务', ...lines);

describe('bodies beside the departments', () => {
  it('take the one zone of the place by its level as a unit, the towns by their number as a group', () => {
    expect(city('1.办好夜校。（市教育局牵头，各镇街、市开发区管委会配合）')).toEqual([
      ['lead_support', '市教育局', '市开发区管委会', '各镇街'],
    ]);
    expect(city('1.办好夜校。（牵头单位：市教育局；配合单位：市财政局、三镇政府）')).toEqual([
      ['lead_support', '市教育局', '市财政局', '三镇政府'],
    ]);
  });

  it('take all departments with such a duty as 等', () => {
    expect(city('1.修缮校舍。（市应急管理局、市国资委等承担安全监管职责的部门按职责分工负责）')).toEqual([
      ['joint', '市应急管理局 市国资委', '', '等'],
    ]);
  });

  it('keep 管委会 behind a name that the list knows', () => {
    expect(city('1.办好夜校。', '责任单位：市行政服务中心管委会，各镇人民政府')).toEqual([
      ['lead_support', '市行政服务中心管委会', '', '各镇人民政府'],
    ]);
  });

  it('take a central sub-branch as one of the People’s Bank', () => {
    const [bank] = readPlan(
      '辽宁省2022年助企方案\n1.降低利率。（人民银行沈阳分行、大连市中心支行负责）',
      registry,
    ).measures;
    expect(bank?.responsible.map(({ name }) => name)).toEqual(['中国人民银行沈阳分行', '中国人民银行大连市中心支行']);
  });
});

describe('who does a task', () => {
  it('is one agency without its level beside the parties and governments below', () => {
    expect(parts('四川省2022年减负方案', '1.办好课后服务。（教育厅，各市（州）党委、政府）')).toEqual([
      ['lead_support', '教育厅', '', '各市（州）党委、政府'],
    ]);
  });

  it('is each of them apart with 各自负责', () => {
    expect(city('1.办好夜校。（市财政局、市教育局、市民政局各自负责）')).toEqual([
      ['separate', '市财政局 市教育局 市民政局', '', ''],
    ]);
    expect(city('1.办好夜校。（市财政局、市教育局按照各自职责负责）')).toEqual([
      ['joint', '市财政局 市教育局', '', ''],
    ]);
  });

  it('stands before what is done, as the opening of a clause', () => {
    expect(city('（一）扩大见习', '1.市人社局、市教育局牵头，开展见习活动，惠及学生500人。')).toEqual([
      ['lead_support', '市人社局 市教育局', '', ''],
    ]);
    expect(city('（一）扩大见习', '1.市人社局牵头，组织招聘，市教育局和高校参与。')).not.toEqual([
      ['lead_support', '市人社局', '', ''],
    ]);
  });

  it('is nobody’s department named behind a liaison officer', () => {
    expect(city('1.办好夜校。（市教育局负责）', '市领导：张某；联络员：李某（市商务局）')).toEqual([
      ['lead_support', '市教育局', '', ''],
    ]);
  });
});

describe('a note that ends with its line', () => {
  it('ends where the next clause is numbered, though nobody closed its bracket', () => {
    const lines = [
      '（1）兴修水利。（市水利局牵头，市财政局，青山水库管理局按职责分工负责',
      '（2）办好夜校。（市教育局负责）',
    ];
    expect(city(...lines)).toEqual([
      ['lead_support', '市水利局', '市财政局 青山水库管理局', ''],
      ['lead_support', '市教育局', '', ''],
    ]);
  });

  it('ends where the next line is a sentence about another unit', () => {
    const lines = ['1.清理账款。牵头单位：市工业和信息化局', '市委、市政府督查室对落实情况开展督查，每月通报。'];
    expect(city(...lines)).toEqual([['lead_support', '市工业和信息化局', '', '']]);
    expect(city('1.清理账款。牵头单位：市工业和信息化局', '市财政局、市教育局。')).toEqual([
      ['lead_support', '市工业和信息化局 市财政局 市教育局', '', ''],
    ]);
  });
});

describe('a text that lost its line breaks', () => {
  it('begins the next clause behind a note whose bracket nobody closed', () => {
    const text =
      '1.兜底保障。低保对象全面落实补助。（市民政局2.健康服务。六月底前建成驿站。（市卫生健康局、市财政局负责）';
    expect(city(text)).toEqual([
      ['lead_support', '市民政局', '', ''],
      ['joint', '市卫生健康局 市财政局', '', ''],
    ]);
    const points = '（1）兴修水利。（市水利局牵头，市财政局按职责分工负责（2）办好夜校。（市教育局负责）';
    expect(city(points)).toEqual([
      ['lead_support', '市水利局', '市财政局', ''],
      ['lead_support', '市教育局', '', ''],
    ]);
  });

  it('ends a note where a remark or a word to all units begins', () => {
    for (const rest of [
      '注：未列领导分工，另行通知。',
      '各责任单位要于6月25日前报送总结。',
      '以上任务由市安委办督办。',
    ])
      expect(city(`1.办好夜校。责任单位：市教育局、市城投公司${rest}`)).toEqual([
        ['joint', '市教育局 市城投公司', '', ''],
      ]);
  });

  it('keeps all governments below in a bracket, whatever sentence follows', () => {
    expect(city('1.强化属地责任。（各乡镇人民政府、街道办事处）工作小组由市人社局牵头组建。')[0]).toEqual([
      'all',
      '',
      '',
      '各乡镇人民政府/街道办事处',
    ]);
  });
});

describe('words behind a label or 等', () => {
  it('name nobody where they leave the units out', () => {
    expect(city('1.办好夜校。', '牵头单位：略', '2.修缮校舍。（市教育局负责）')).toEqual([
      ['lead_support', '市教育局', '', ''],
    ]);
  });

  it('take the counties of a trial as 等', () => {
    expect(city('1.返乡创业。（市人社局、市财政局、南澳县等返乡创业试点县负责）')[0]?.[3]).toBe('等');
  });
});

describe('names that lean on the one before', () => {
  const names = (title: string, line: string) =>
    readPlan(`${title}\n一、重点任务\n${line}`, registry).measures.flatMap(({ responsible, supporting }) =>
      [...responsible, ...supporting].map(({ name }) => name),
    );

  it('take the place of a regulator’s branch', () => {
    const line = '1.规范融资。牵头单位：省财政厅；配合单位：四川证监局、银保监局';
    expect(names('四川省2022年金融工作方案', line)).toEqual(['省财政厅', '四川证监局', '四川银保监局']);
  });

  it('take the level of the list for a team inside an agency', () => {
    expect(names('汕头市2022年工作方案', '1.整治超载。（市商务局、公安局交警支队负责）')).toEqual([
      '市商务局',
      '市公安局交警支队',
    ]);
  });

  it('take 师市 for the level of a division and its city', () => {
    const title = '八师石河子市2022年助企措施';
    expect(names(title, '1.办好夜校。（师市财政局、发改委牵头，各团镇负责）')).toEqual([
      '师市财政局',
      '师市发展和改革委员会',
    ]);
    expect(names(title, '1.种好棉花。（师市农业农村局、天富集团，各植棉团场）')).toEqual([
      '师市农业农村局',
      '天富集团',
    ]);
  });
});

it('who consults whom to propose something leads it', () => {
  expect(city('1.办好夜校。（由市教育局商市财政局提出方案）')).toEqual([['lead_support', '市教育局', '市财政局', '']]);
});
