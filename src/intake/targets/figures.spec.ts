import { describe, expect, it } from '@jest/globals';
import { readConditions } from './conditions.js';
import { measureFigures } from './goal-column.js';
import { readTargets } from './targets.js';

const span = (start: number, end: number): [number, number] => [start, end];
const read = (text: string) => readTargets(text, { year: 2024, by: null }, span);
const brief = (text: string): string[] =>
  read(text).map(({ metric, op, value, unit }) => `${metric} ${op} ${value ?? ''}${unit ?? ''}`.trimEnd());
const doubts = (text: string): string[] =>
  measureFigures(text, { words: '', targets: [], conditions: [] }, (from, to) => ({
    targets: read(text.slice(from, to)),
    conditions: [],
  })).doubts.map(({ code, reason }) => `${code} ${/“(.*?)”/.exec(reason)?.[1] ?? ''}`);

describe('what a change reaches is the target, not what it starts from', () => {
  it.each([
    ['替代率、参保率分别由70%、60%提高到80%、75%', ['替代率 = 80%', '参保率 = 75%']],
    ['培训补贴标准由每人500元上调至800元', ['培训补贴标准 = 800元']],
    ['零工市场由3个、5个增加到8个、10个', ['零工市场 = 8个', '零工市场 = 10个']],
    ['参保率由70%提高到80%、就业率由60%提高到75%', ['参保率 = 80%', '就业率 = 75%']],
    ['森林覆盖率提高0.2个百分点，达到62.5%', ['森林覆盖率提高 = 0.2个百分点', '森林覆盖率 >= 62.5%']],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));
});

describe('a term or a limit is read as it is meant', () => {
  it.each([
    ['投诉3日内受理率达到98%以上', ['投诉3日内受理率 >= 98%']],
    ['讨薪案件60日内办结', ['讨薪案件 <= 60日']],
    ['服务业占比稳定在55%上下', ['服务业占比 ~ 55%']],
    ['失业率控制在5.5%左右', ['失业率 ~ 5.5%']],
    ['失业率控制在5.5%以内', ['失业率 <= 5.5%']],
    ['差错率不超过1%左右', ['差错率 <= 1%']],
    ['生产安全事故死亡率控制在0.015以内', ['生产安全事故死亡率 <= 0.015']],
    ['有效利用系数提高到0.56', ['有效利用系数 = 0.56']],
    ['城乡居民收入比缩小到2.3：1以内', ['城乡居民收入比 <= 2.3']],
    ['引导100家以上企业参与', ['引导企业参与 >= 100家']],
    ['登记失业率低于4%', ['登记失业率 < 4%']],
    ['零就业家庭至少一人就业率100%', ['零就业家庭至少一人就业率 = 100%']],
    ['孕产妇死亡率、婴儿死亡率分别控制在10/10万、5‰以下', ['孕产妇死亡率 <= 10/10万', '婴儿死亡率 <= 5‰']],
    ['人均预期寿命提高到78.5岁', ['人均预期寿命 = 78.5岁']],
    ['培训年满16岁，60岁以上人员除外', []],
    ['公告期由45天压缩为20天', ['公告期 = 20天']],
    ['起付线由600元降为400元', ['起付线 = 400元']],
    ['压缩企业开办时间至1个工作日', ['企业开办时间 = 1个工作日']],
    ['商品房去化周期控制在18个月以内', ['商品房去化周期 <= 18个月']],
    ['人工费用拨付周期不得超过1个月', ['人工费用拨付周期 <= 1个月']],
    ['一般登记2个工作日办结', ['一般登记 = 2个工作日']],
    ['案件办结率100%，逾期率为0', ['案件办结率 = 100%', '逾期率 = 0%']],
    ['报装容量提升至200千瓦', ['报装容量 = 200千瓦']],
    ['“最多跑一次”事项比例达到80%以上', ['“最多跑一次”事项比例 >= 80%']],
    ['个人贷款最高15万元、小微企业最高可达300万元', ['个人贷款 <= 150000元', '小微企业 <= 3000000元']],
    ['公布重大违法行为不少于4起', ['公布重大违法行为 >= 4起']],
    ['减少贫困人口115万', ['减少贫困人口 = 1150000人']],
    ['免费刻制印章4枚，安装烟感1000只', ['免费刻制印章 = 4枚', '安装烟感 = 1000只']],
    ['自2024年4月1日起实施，工资20日起发放', []],
    ['容量160千瓦及以下小微企业用电报装实现“零投资”', []],
    ['全面消除56人及以上大班额，速裁10人以上集体争议', []],
    ['所得额不到100万元的部分减半征收，关闭30万吨/年以下煤矿', []],
    ['严禁使用含硫量高于0.7%的煤', []],
    ['排查50人以上企业', []],
    ['执行1.2版标准', []],
    ['审批时限最长10天，办理不超过20日', ['审批时限最长 <= 10天', '办理 <= 20日']],
    ['免收3个月租金，缓缴期限为6个月', ['免收租金 = 3个月', '缓缴期限 = 6个月']],
    ['经营6个月以上的企业，元宵节后10个工作日内上报', []],
    ['返还比例由60%最高提至90%', ['返还比例最高提至 = 90%']],
    ['期限最长3年，缓缴期限不超过1年', ['期限最长 <= 3年', '缓缴期限 <= 1年']],
    ['工龄5年以上的职工，2024年内完成', []],
    ['10万人生产安全事故死亡率控制在1.2以内', ['10万人生产安全事故死亡率 <= 1.2']],
    ['2024年秋季学期前建成投用3所学校', ['建成投用学校 = 3所']],
    [
      '建成区级“零工驿站”10个、街道级30个、社区级100个',
      ['建成区级“零工驿站” = 10个', '街道级“零工驿站” = 30个', '社区级“零工驿站” = 100个'],
    ],
    ['1个月房租免收、2个月房租减半', ['房租免收 = 1个月', '房租减半 = 2个月']],
    ['对欠薪500万元以上、涉及50人以上的案件挂牌督办', []],
    ['年均新增技能人才2万人，2027年达到50万人', ['年均新增技能人才 = 20000人', '技能人才 >= 500000人']],
    ['隐患3个月内完成整改', ['隐患完成整改 <= 3个月']],
    ['登记失业6个月内的毕业生', []],
    ['全县8座煤矿负责人培训合格率100%', ['8座煤矿负责人培训合格率 = 100%']],
    ['技能培训覆盖80%以上的村', ['技能培训覆盖 >= 80%']],
    ['奖励参保率80%以上的企业', []],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));
});

describe('a list of figures shares what stands once', () => {
  it.each([
    '2022、2023、2024年参保人数分别达到60、65、70万人',
    '2022年、2023年和2024年，参保人数分别达到60万、65万和70万人',
  ])('each year has its own: %s', (text) =>
    expect(read(text).map(({ metric, op, value, unit, by }) => `${metric} ${op} ${value}${unit} ${by}`)).toEqual([
      '参保人数 >= 600000人 2022-12-31',
      '参保人数 >= 650000人 2023-12-31',
      '参保人数 >= 700000人 2024-12-31',
    ]),
  );

  it('years alone are no figures', () => expect(brief('2022、2023、2024年分别开展评选')).toEqual([]));

  it('the whole year begins anew behind a quarter', () =>
    expect(read('上半年培训500人，全年培训900人').map(({ by }) => by)).toEqual(['2024-06-30', null]));
});

describe('figures in words', () => {
  it.each([
    ['培训农民工两万人次', ['培训农民工 = 20000人次']],
    ['新增就业一千二百人', ['新增就业 = 1200人']],
    ['举办招聘会不少于二十场，走访十五户', ['举办招聘会 >= 20场', '走访 = 15户']],
    ['培训两万农民工', ['培训农民工 = 20000人']],
    ['免费培训农民工两成以上', ['免费培训农民工 >= 20%']],
    ['七成以上的农民工签订劳动合同', ['农民工签订劳动合同 >= 70%']],
    ['合同签订率达到八成五以上', ['合同签订率 >= 85%']],
    ['女性学员占比达1/4', ['女性学员占比 >= 25%']],
    ['半数以上企业建立工会', ['企业建立工会 >= 50%']],
    ['优质服务覆盖率超过一半', ['优质服务覆盖率 > 50%']],
    ['工会覆盖率过半', ['工会覆盖率 > 50%']],
    ['参保人数比2020年翻一番', ['参保人数增长 = 100%']],
    ['落实稳就业三十条、推进十二项任务、抓好二十个方面', []],
    ['实现时间过半、任务过半', []],
    ['建立三级网络，开展一次排查，第二十条', []],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));

  it.each([
    ['女性学员占比达1/3', ['figure_unread 1/3']],
    ['居民收入增速快于全国平均水平', ['figure_unread 快于全国平均水平']],
    ['农村居民收入增长快于城镇居民', ['figure_unread 快于城镇居民']],
    ['提供不少于2000卡时的算力支持', ['figure_unread 不少于2000卡时的算力支持']],
    ['就业率不低于90%，贷款余额不低于2019年同期，年龄不超过45周岁', []],
    ['工资不低于当地最低工资标准', []],
    ['服务达到全国先进水平', []],
  ])('what no number tells is asked about: %s', (text, expected) => expect(doubts(text)).toEqual(expected));
});

describe('the name of a figure', () => {
  it.each([
    ['参保率6月、9月底前均须达到80%', ['参保率 >= 80%']],
    ['春节前后开展慰问活动100场次', ['慰问活动 = 100场次']],
    ['暑期举办夏令营10期', ['举办夏令营 = 10期']],
    ['春季招聘活动举办20场', ['春季招聘活动举办 = 20场']],
    ['保证金缴存率、专户开设率均达到100%', ['保证金缴存率 >= 100%', '专户开设率 >= 100%']],
    ['医保财政补助标准提高到每人每月60元', ['医保财政补助标准 = 60元']],
    ['新建服务中心8个，其中市级1个、县级7个', ['新建服务中心 = 8个', '市级服务中心 = 1个', '县级服务中心 = 7个']],
    ['累计新增城镇就业25万人，年均5万人', ['累计新增城镇就业 = 250000人', '年均新增城镇就业 = 50000人']],
    ['缴存人数新增1万人，累计达到8万人', ['缴存人数新增 = 10000人', '累计缴存人数 >= 80000人']],
    ['建设示范园区3个、示范村（社区）10个', ['建设示范园区 = 3个', '示范村（社区） = 10个']],
    ['3年内重点引进100名技术人才', ['重点引进技术人才 = 100名']],
    ['1—6月培训农民工300人', ['培训农民工 = 300人']],
    ['放映电影不少于600场（次）', ['放映电影 >= 600场（次）']],
    ['开行返岗专列10趟、编印教材5部', ['开行返岗专列 = 10趟', '编印教材 = 5部']],
    ['务必确保培训任务6月底完成50%', ['培训任务 = 50%']],
    ['婴幼儿托位数达到每千人口4.5个', ['婴幼儿托位数 = 4.5个']],
    ['城市、农村低保标准分别达到700元、500元', ['城市低保标准 >= 700元', '农村低保标准 >= 500元']],
    ['实际利用外资2亿美元', ['实际利用外资 = 200000000美元']],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));

  it('the year that a figure builds on is no day of it', () =>
    expect(read('在2023年基础上新增驿站20个')).toMatchObject([{ metric: '新增驿站', by: null }]));

  it.each([
    ['建成“10分钟阅读圈”', ['=10分钟']],
    ['职工每天锻炼时间不少于2小时', ['>=2小时']],
    ['阅览室每周开放不低于40小时', ['>=40小时']],
    ['饮用水储备满足15天需求', ['=15天']],
    ['为困难商户减免临街铺面5个月租金', ['=5个月']],
    ['设置警示牌40块、为学生封闭牙齿900颗', ['=40块', '=900颗']],
  ])('a time or a thing that is to be had: %s', (text, expected) =>
    expect(read(text).map(({ op, value, unit }) => `${op}${value}${unit}`)).toEqual(expected),
  );

  it.each(['工伤发生24小时后上报', '实行24小时值班', '“十五分钟”之约', '安排3天需求调研'])('%s is none', (text) =>
    expect(read(text)).toEqual([]),
  );

  it('a number inside a quoted name is no other figure', () =>
    expect(doubts('建设“15分钟便民就业服务圈”20个')).toEqual([]));
});

describe('what a figure is for each of is part of its unit', () => {
  it.each([
    ['给予1万元/户补助', ['给予补助 = 10000元/户']],
    ['按5000元/人·年标准补助', ['按标准补助 = 5000元/人·年']],
    ['全员劳动生产率达到46000元/人以上', ['全员劳动生产率 >= 46000元/人']],
    ['日处理能力达到500吨/日', ['日处理能力 >= 500吨/日']],
    ['配备教师不少于2名/班', ['配备教师 >= 2名/班']],
    ['检查车辆200辆次，发放资料5万个次', ['检查车辆 = 200辆次', '发放资料 = 50000个次']],
    ['细颗粒物浓度控制在29微克每立方米以下', ['细颗粒物浓度 <= 29微克每立方米']],
    ['参训率提高5个以上百分点', ['参训率提高 >= 5个百分点']],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));

  it('a rate that units reach is asked for, though it is one of what they pay', () =>
    expect(read('工资保证金缴存率达到100%')).toMatchObject([{ targetKind: 'ratio' }]));

  it('a rate of subsidy is a parameter, what each has a norm, what is earned is to be reached', () =>
    expect(
      ['给予1万元/户补助', '配备教师不少于2名/班', '亩均收入达到2000元/亩'].map((text) => read(text)[0]?.targetKind),
    ).toEqual(['parameter', 'norm', 'annual']));
});

describe('a figure that is due in the year after', () => {
  it('has its day there', () =>
    expect(read('10月20日至翌年3月31日前离田率达到85%以上，次年2月底前补种60亩').map(({ by }) => by)).toEqual([
      ...['2025-03-31', '2025-02-28'],
    ]));
});

describe('changes by a share in words', () => {
  it.each([
    ['带动就业人数增加三成', ['带动就业人数增加 = 30%']],
    ['审批时限压减一半', ['审批时限压减 = 50%']],
    ['压减审批时限一半', ['压减审批时限 = 50%']],
    ['材料精简四分之一', ['材料精简 = 25%']],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));

  it('one that no decimal is, is asked about once', () => {
    expect(doubts('办理时限压缩三分之一')).toEqual(['figure_unread 三分之一']);
    expect(doubts('面积不低于1/3')).toEqual(['figure_unread 1/3']);
    expect(doubts('督导评估覆盖1/3的县区')).toEqual(['figure_unread 1/3']);
    expect(doubts('师生比不低于1：7，持证率100%')).toEqual(['figure_unread 不低于1：7']);
  });
});

describe('figures of several years', () => {
  const dated = (text: string): string[] =>
    read(text).map(({ metric, value, by, targetKind, cumulative, years }) =>
      [metric, value, by, targetKind, ...(cumulative ? ['cumulative'] : []), ...(years ?? [])].join(' '),
    );

  it.each([
    [
      '2024年起，连续三年每年新建公寓800套，三年共新建2400套',
      ['新建公寓 800 2024-12-31 annual 2024 2026', '新建公寓 2400 2026-12-31 multi_year cumulative'],
    ],
    [
      '2024—2026年，每年筹措床位500床，三年累计筹措1500床以上',
      ['筹措床位 500 2024-12-31 annual 2024 2026', '累计筹措床位 1500 2026-12-31 multi_year cumulative'],
    ],
    [
      '2024—2026年每年新增监测点30个、选树工匠50名',
      ['新增监测点 30 2024-12-31 annual 2024 2026', '选树工匠 50 2024-12-31 annual 2024 2026'],
    ],
    ['2024—2026年新增监测点90个', ['新增监测点 90 2026-12-31 multi_year']],
    [
      '2024—2026年新增监测点90个，2024年6月底前建成站房12座',
      ['新增监测点 90 2026-12-31 multi_year', '建成站房 12 2024-06-30 annual'],
    ],
  ])('are for each of the years, or for all: %s', (text, expected) => expect(dated(text)).toEqual(expected));

  it.each([
    ['签约率分别于2024年底达到70%、2025年底达到80%', ['签约率 70 2024-12-31 ratio', '签约率 80 2025-12-31 ratio']],
    ['签约率分别于6月底、12月底达到70%、80%', ['签约率 70 2024-06-30 ratio', '签约率 80 2024-12-31 ratio']],
    ['2024年底前，开户率达到95%；2025年上半年达到99%', ['开户率 95 2024-12-31 ratio', '开户率 99 2025-06-30 ratio']],
    [
      '缴存人数到2026年底达到9万人；2024年、2025年分别达到7万人、8万人',
      [
        '缴存人数 90000 2026-12-31 multi_year',
        '缴存人数 70000 2024-12-31 annual',
        '缴存人数 80000 2025-12-31 multi_year',
      ],
    ],
    ['参保率达到90%，就业率达到95%；2025年达到99%', ['参保率 90  ratio', '就业率 95  ratio', ' 99 2025-12-31 ratio']],
  ])('have the one thing before them and each its day: %s', (text, expected) => expect(dated(text)).toEqual(expected));
});

describe('a figure whose subject stands before it', () => {
  it.each([
    ['立案数不少于去年，力争同比增长5%以上', ['立案数增长 >= 5%']],
    [
      '风险金规模不低于800万元，其中市本级300万元，各县（市、区）不低于50万元',
      ['风险金规模 >= 8000000元', '市本级风险金规模 = 3000000元', '各县（市、区）风险金规模 >= 500000元'],
    ],
    ['于接到举报后3个工作日内受理，20个工作日内办结', ['受理 <= 3个工作日', '办结 <= 20个工作日']],
    ['自受理之日起10日内调查', ['调查 <= 10日']],
    ['参保人数到2024年底达到6万人', ['参保人数 >= 60000人']],
  ])('is named by it: %s', (text, expected) => expect(brief(text)).toEqual(expected));

  it('is of what its title names, where it tells a property only', () => {
    const words = '设立风险金。';
    const text = '规模不低于800万元。';
    const found = measureFigures(text, { words, targets: [], conditions: [] }, (from, to) => ({
      ...{ targets: read(text.slice(from, to)), conditions: [] },
    }));
    expect(found.targets.map(({ metric }) => metric)).toEqual(['风险金规模']);
  });

  it('a term says enough with what is done in it', () => {
    expect(doubts('接到举报后3日内受理，20日内办结')).toEqual([]);
    expect(read('各县（市、区）不低于50万元')[0]).toMatchObject({ targetKind: 'norm' });
  });
});

describe('round figures in words', () => {
  it.each([
    ['惠及劳动者十万余人，夜校开课百场以上', ['惠及劳动者 > 100000人', '夜校开课 >= 100场']],
    ['近四成学员实现转岗，超七成学员参保', ['学员实现转岗 ~ 40%', '学员参保 > 70%']],
    ['走访近百家企业', ['走访企业 ~ 100家']],
    ['开展百日攻坚，组织千名干部进万企，唱响百万职工大赛', []],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));

  it('those that nobody can count are asked about', () =>
    expect(doubts('走访数十家企业，惠及上千名职工，全市上百业协同')).toEqual([
      ...['figure_unread 数十家', 'figure_unread 上千名'],
    ]));
});

describe('a figure with 余 or 多', () => {
  it.each([
    ['服务企业300余家', ['服务企业 > 300家']],
    ['服务企业300多家', ['服务企业 > 300家']],
    ['培训农民工1万多人次', ['培训农民工 > 10000人次']],
    ['惠及群众10万余人', ['惠及群众 > 100000人']],
    ['发放补贴500多万元', ['发放补贴 > 5000000元']],
    ['带动就业两千余人', ['带动就业 > 2000人']],
    ['建设驿站十余个', ['建设驿站 > 10个']],
  ])('is more than it says: %s', (text, expected) => expect(brief(text)).toEqual(expected));

  it.each([
    ['服务企业不少于300余家', ['服务企业 >= 300家']],
    ['举办招聘会约20余场', ['举办招聘会 ~ 20场']],
    ['帮扶职工100余名左右', ['帮扶职工 ~ 100名']],
    ['走访企业不超过300余家', ['走访企业 <= 300家']],
  ])('is what a plainer word beside it says: %s', (text, expected) => expect(brief(text)).toEqual(expected));
});

describe('a term in words', () => {
  it.each([
    ['自受理之日起十五日内办结', '自受理之日起15日内办结'],
    ['收到申请后三十个工作日内完成审核', '收到申请后30个工作日内完成审核'],
    ['自印发之日起三十日内制定方案', '自印发之日起30日内制定方案'],
    ['方案印发之日起十个工作日内报送名单', '方案印发之日起10个工作日内报送名单'],
    ['接到举报后三日内受理，二十日内办结', '接到举报后3日内受理，20日内办结'],
    ['接报后二十四小时内到场', '接报后24小时内到场'],
    ['两个月内整改到位', '2个月内整改到位'],
    ['十天以内办结', '10天以内办结'],
    ['一百二十日之内审结', '120日之内审结'],
    ['元宵节后十个工作日内复工', '元宵节后10个工作日内复工'],
    ['毕业六个月内的学生', '毕业6个月内的学生'],
  ])('is read as the one in digits: %s', (words, digits) => expect(brief(words)).toEqual(brief(digits)));

  it('is no term where it is the name of a day, or of a round', () => {
    expect(brief('二十五日前报送，第三日内部评比，近三个月内部调整，数十日内见效')).toEqual([]);
  });
});

describe('a day by which the work is only begun or made ready', () => {
  it.each([
    ['6月底前开工，建成安置房1000套', null],
    ['一季度完成选址，新建学校5所', null],
    ['5月底前出台实施方案，培训3000人', null],
    ['6月底前完成选址并建成学校5所', '2024-06-30'],
    ['6月底前，建成安置房1000套', '2024-06-30'],
    ['6月底前完成整改，整改问题20个', '2024-06-30'],
    ['6月底前开工，年底前建成安置房1000套', '2024-12-31'],
  ])('is none of the figure behind it: %s', (text, by) => expect(read(text).map((one) => one.by)).toEqual([by]));
});

describe('a demand with a figure is not lost', () => {
  it.each([
    ['确保3个以上项目开工', ['项目开工 >= 3个']],
    ['不少于四分之三的县建成示范点', ['县建成示范点 >= 75%']],
    ['不少于八成社区配备专员', ['社区配备专员 >= 80%']],
    ['上半年完成投资过半', ['投资 > 50%']],
    ['涉及3个以上项目的企业', []],
    ['不少于三分之二的委员出席', []],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));

  it('a thing that is to fall, nobody says by how much, is asked about', () => {
    expect(doubts('优化执法，罚没款下降。')).toEqual(['figure_unread 罚没款下降']);
    expect(doubts('案件数量稳步下降，罚没款同比下降。')).toEqual([]);
    expect(doubts('罚没款下降10%。')).toEqual([]);
  });

  it('what is to be cleared away altogether is a condition', () => {
    const raws = (text: string) =>
      readConditions(text, { year: 2024, issuedOn: null }, span).map(({ kind, raw }) => `${kind} ${raw}`);
    expect(raws('劣V类断面全面消除。')).toEqual(['zero 劣V类断面全面消除']);
    expect(raws('推进整治，全面消除黑臭水体。')).toEqual(['zero 全面消除黑臭水体']);
    expect(raws('逐步消除顾虑。')).toEqual([]);
  });
});

describe('figures of measures that are seldom met', () => {
  it.each([
    ['开行城际公交，日均班次不少于12班', ['日均班次 >= 12班']],
    ['完成东山、南坪等乡镇12块运动场建设', ['东山、南坪等乡镇运动场建设 = 12块']],
    ['加装电梯100部左右', ['加装电梯 ~ 100部']],
    ['与3部门联合、向5部委报送', []],
    [
      '主次干道保洁时间不低于16小时，街巷路面保洁不低于12小时',
      ['主次干道保洁时间 >= 16小时', '街巷路面保洁 >= 12小时'],
    ],
    ['已建成驿站30个', []],
    ['网约车达到30万辆（标准车）左右', ['网约车 ~ 300000辆']],
    ['驿站达到50个（含社区点）以上', ['驿站 >= 50个']],
    ['入园率、巩固率分别达到95%、85%左右', ['入园率 ~ 95%', '巩固率 ~ 85%']],
    ['入园率、巩固率分别达到95%以上、85%左右', ['入园率 >= 95%', '巩固率 ~ 85%']],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));

  it('what stands already may have to have its least, each printed with its own words', () => {
    const text = '新建小区按每百户不低于30平方米、已建成小区按每百户不低于20平方米的标准配建用房';
    expect(read(text).map(({ raw }) => raw)).toEqual(['不低于30平方米', '不低于20平方米']);
  });

  it('are asked about where none is printed behind the number', () => {
    expect(doubts('新增高技能人才3000，新增辅导员300。')).toEqual([
      'figure_unread 新增高技能人才3000',
      'figure_unread 新增辅导员300',
    ]);
    expect(doubts('新建驿站1.2万，开行专列4')).toEqual(['target_unmeasured 新建驿站1.2万', 'figure_unread 开行专列4']);
    expect(doubts('新增就业3000人，完成2025，改造G104，建成驿站12个。')).toEqual([]);
  });

  it('are asked about where nobody knows the measure', () => {
    expect(doubts('修缮古碑40通，新植灌木2000丛。')).toEqual([
      'figure_unread 修缮古碑40通',
      'figure_unread 新植灌木2000丛',
    ]);
    expect(doubts('新建充电枪不少于300把。')).toEqual(['figure_unread 不少于300把']);
    expect(doubts('完成第3期工程、2024年任务和“12通”计划，新建G55国道。')).toEqual([]);
  });
});
