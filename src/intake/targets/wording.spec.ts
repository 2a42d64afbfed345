import { describe, expect, it } from '@jest/globals';
import { firstYear } from '../../domain/plan/year.js';
import { measureFigures } from './goal-column.js';
import { readTargets } from './targets.js';

const span = (start: number, end: number): [number, number] => [start, end];
const read = (text: string) => readTargets(text, { year: 2025, by: null }, span);
const brief = (text: string): string[] =>
  read(text).map(({ metric, op, value, unit }) => `${metric} ${op} ${value ?? ''}${unit ?? ''}`.trimEnd());
const doubted = (text: string): string[] =>
  measureFigures(text, { words: '', targets: [], conditions: [] }, (from, to) => ({
    targets: read(text.slice(from, to)),
    conditions: [],
  })).doubts.map(({ code }) => code);

describe('the figure that a change starts from is no target', () => {
  it.each([
    ['培训合格率由88%提高到92%', ['培训合格率 = 92%']],
    ['劳动合同签订率从90%提升至95%以上', ['劳动合同签订率 >= 95%']],
    ['将工伤认定周期由20个工作日压缩至12个工作日以内', ['工伤认定周期 <= 12个工作日']],
    ['服务站由2024年的12个增加到20个', ['服务站 = 20个']],
    ['失业率从6%左右逐步降至5.5%以下', ['失业率 <= 5.5%']],
    ['从业人员5000人，提高到8000人', ['从业人员 = 5000人', '从业人员 = 8000人']],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));
});

describe('how long something has to be', () => {
  it.each([
    ['工资台账至少保存3年', ['工资台账保存 >= 3年']],
    ['维权资料保存期限不少于3年。', ['维权资料保存期限 >= 3年']],
    ['考勤录像保存期不少于90日，定期抽查', ['考勤录像保存期 >= 90日']],
    ['夜校每天至少开展2小时技能课', ['夜校每天开展 >= 2小时']],
    ['至少参加6个月以上的人员优先', []],
    ['在本地至少居住3年', []],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));

  it.each([
    ['清退渔船430艘', ['清退渔船 = 430艘']],
    ['打井12眼，修路3公里', ['打井 = 12眼', '修路 = 3公里']],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));
});

describe('a figure that may not be passed', () => {
  it.each([
    ['投诉率不得高于1%', ['投诉率 <= 1%']],
    ['差错率不得超过2%', ['差错率 <= 2%']],
    ['办结率不得低于95%', ['办结率 >= 95%']],
    ['参保率>90%', ['参保率 > 90%']],
    ['投诉率＜3%', ['投诉率 < 3%']],
    ['培训人数≧300人', ['培训人数 >= 300人']],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));
});

describe('what was reached', () => {
  it.each([
    '去年新建驿站30个',
    '已发放补贴300万元',
    '在上年培训3000人的基础上，继续加大力度',
    '2024年培训8000人',
    '2023年以来，培训8000人',
    '2024年新建驿站30个、改造驿站12个。',
  ])('is no target: %s', (text) => expect(brief(text)).toEqual([]));
  it('is what the next figure may be measured against', () => {
    expect(brief('参保人数不低于去年的90%')).toHaveLength(1);
    expect(brief('较上年新增驿站30个')).toHaveLength(1);
    expect(brief('2024年培训8000人，2025年培训1万人')).toEqual(['培训 = 10000人']);
    expect(brief('2024年培训8000人，今年力争培训9000人')).toEqual(['培训 = 9000人']);
  });
  it('is another thing than what is left over from then, or wrongly dated', () => {
    for (const text of ['完成2024年改造任务30个', '2024年底前培训8000人', '落实2024年资金300万元'])
      expect(brief(text)).toHaveLength(1);
  });
  it('is no year of the plan’s own span', () => {
    const first = firstYear('长治市2024—2026年培训方案', 2025);
    expect(readTargets('2024年培训8000人', { year: 2025, first, by: null }, span)).toHaveLength(1);
  });
});

describe('nothing of a thing counted may happen', () => {
  it.each([
    ['5人以上集体性欠薪事件零发生', ['5人以上集体性欠薪事件 = 0件']],
    ['较大以上生产安全事故为零', ['较大以上生产安全事故 = 0起']],
    ['3人以上事故为零', ['3人以上事故 = 0起']],
    ['违法建筑零增长', ['违法建筑增长 = 0']],
    ['零就业家庭动态清零', ['零就业家庭 = 0户']],
    ['农民工欠薪案件动态清零', ['农民工欠薪案件 = 0件']],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));

  it.each(['以群众投诉为零距离服务的起点', '开展使用量零增长行动', '查处3人以上事故'])('no target: %s', (text) =>
    expect(brief(text)).toEqual([]),
  );
});

describe('what falls or rises without a figure', () => {
  it.each([
    ['欠薪案件数同比下降', ['欠薪案件数 trend_down']],
    ['案件数量、金额、人数同比均下降', ['案件数量 trend_down', '案件金额 trend_down', '案件人数 trend_down']],
    ['全市参保人数同比增长，发案数较上年下降。', ['参保人数 trend_up', '发案数 trend_down']],
    ['欠薪案件数同比下降10%', ['欠薪案件数同比下降 = 10%']],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));
});

describe('the sign of a list of figures holds for all of it', () => {
  it.each([
    [
      '案件数量、涉案金额、涉及人数分别下降15%、20%、20%以上',
      ['案件数量下降 >= 15%', '涉案金额下降 >= 20%', '涉及人数下降 >= 20%'],
    ],
    ['参保率、签约率、满意率分别达到60%、65%、70%', ['参保率 >= 60%', '签约率 >= 65%', '满意率 >= 70%']],
    ['化肥、农药用量比2020年分别下降3%、4%以上', ['化肥用量下降 >= 3%', '农药用量下降 >= 4%']],
    ['小学、初中、高中入学率分别不低于99%、97%和90%', ['小学入学率 >= 99%', '初中入学率 >= 97%', '高中入学率 >= 90%']],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));
});

describe('figures in words', () => {
  it.each([
    ['群众满意度达九成以上', ['群众满意度 >= 90%']],
    ['按期办结率不低于百分之九十五', ['按期办结率 >= 95%']],
    ['女性学员占四分之一以上', ['女性学员占 >= 25%']],
    ['平均工期不超过1个月', ['平均工期 <= 1个月']],
    ['缓缴社会保险费最长6个月', ['缓缴社会保险费最长 <= 6个月']],
    ['总投资一成不变', []],
    ['正常经营6个月以上', []],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));

  it('a share that no percentage tells exactly is asked about', () => {
    expect(brief('女性学员占三分之一以上')).toEqual([]);
    expect(doubted('女性学员占三分之一以上')).toEqual(['figure_unread']);
    expect(doubted('三分之一以上村民代表提议')).toEqual([]);
    expect(doubted('女性学员占四分之一以上')).toEqual([]);
  });

  it('the figures of a table pasted without its columns are asked about', () => {
    expect(doubted('夜校开课场次，310，120，90')).toEqual(['figure_unread']);
    expect(doubted('夜校开课310场，其中城区120场，乡镇90场')).toEqual([]);
  });
});

describe('a figure is named after what it counts and nothing else', () => {
  it.each([
    ['招聘活动每季度不少于2场、全年10场', ['招聘活动每季度 >= 2场', '招聘活动 = 10场']],
    ['农民工参保人数净增3000人，总数突破12万人', ['农民工参保人数净增 = 3000人', '农民工参保人数 > 120000人']],
    ['新增就业同比增长8%，达到5.2万人', ['新增就业同比增长 = 8%', '新增就业 >= 52000人']],
    ['服务农民工不少于8000人·次', ['服务农民工 >= 8000人次']],
    ['引进2000名技术骨干和1000名青年人才', ['引进技术骨干 = 2000名', '青年人才 = 1000名']],
    ['每个乡镇至少设立1个服务站', ['每个乡镇设立服务站 >= 1个']],
    ['每个县（市、区）至少建成1个零工市场', ['每个县（市、区）建成零工市场 >= 1个']],
    ['每县至少建1个零工驿站', ['每县建零工驿站 >= 1个']],
    ['每县至少建1个', ['每县建 >= 1个']],
    ['每县建零工驿站，至少建1个', ['每县建零工驿站 >= 1个']],
    ['每县建设零工驿站，至少建成1个', ['每县建设零工驿站 >= 1个']],
    ['每县建零工驿站，全市至少建20个', ['建零工驿站 >= 20个']],
    ['各县要建零工驿站至少建1个', ['各县要建零工驿站 >= 1个']],
    ['各县（市、区）至少打造2个示范社区', ['各县（市、区）打造示范社区 >= 2个']],
    ['每季度至少举办1场招聘会', ['每季度举办招聘会 >= 1场']],
    ['每人每年至少参加2次培训', ['每人每年参加培训 >= 2次']],
    ['每所学校至少配备1名心理教师', ['每所学校配备心理教师 >= 1名']],
    ['元旦春节期间走访慰问困难农民工500人', ['走访慰问困难农民工 = 500人']],
    ['元旦、春节前走访困难家庭600户', ['走访困难家庭 = 600户']],
    ['高温季节为一线职工送清凉200场次', ['为一线职工送清凉 = 200场次']],
    ['冬春农闲时节培训农民2000人次', ['培训农民 = 2000人次']],
    ['今年以来新增岗位3万个', ['新增岗位 = 30000个']],
    ['在全市范围内新建公厕30座', ['新建公厕 = 30座']],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));

  it('one that holds another figure or a rhythm is asked about', () => {
    expect(doubted('形成超100亿元的产业集群和超20亿元的龙头企业')).toContain('target_mixed');
    expect(doubted('培训农民工2000人')).toEqual([]);
    expect(doubted('开展40周岁以上农民工体检5000人')).toEqual([]);
  });
});

describe('numbers in words', () => {
  it.each([
    ['筹集周转金三亿五千万元', ['筹集周转金 = 350000000元']],
    ['公示期不少于五个工作日', ['公示期 >= 5个工作日']],
    ['案件数下降两个百分点', ['案件数下降 = 2个百分点']],
    ['参保率提高三个百分点以上', ['参保率提高 >= 3个百分点']],
    ['夜校学员增长一倍', ['夜校学员增长 = 100%']],
    ['驿站服务量增加2.5倍以上', ['驿站服务量增加 >= 250%']],
    ['欠薪案件六个月内结案', ['欠薪案件 <= 6个月']],
    ['线索两周内办结', ['线索办结 <= 2周']],
    ['线索廿日内办结', ['线索办结 <= 20日']],
    ['投诉三至五个工作日内办结', ['投诉办结 >= 3个工作日', '投诉办结 <= 5个工作日']],
    ['使半数以上用于培训', ['使用于培训 >= 50%']],
    ['百分之五十以上农民工参保', ['农民工参保 >= 50%']],
    ['改造宿舍10万平米', ['改造宿舍 = 100000平米']],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));

  it.each(['第五个工作日公布', '前三个工作日', '提高到三倍经济舱以下', '一年两个方面'])('no target: %s', (text) =>
    expect(brief(text)).toEqual([]),
  );
});

describe('how often', () => {
  it('goes with the thing that is held', () => {
    expect(brief('开展送岗活动，每月不少于4场')).toEqual(['每月送岗活动 >= 4场']);
    expect(brief('举办招聘会，每季度至少2场')).toEqual(['每季度招聘会 >= 2场']);
    expect(brief('每月不少于4场招聘会')).toEqual(['每月招聘会 >= 4场']);
  });
});
